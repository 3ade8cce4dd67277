import * as Y from "yjs";
import { TEXT_FRAGMENT } from "#lib/document/schema-version.ts";
import { CLOSE } from "#lib/document/socket-protocol.ts";
import { templateMarkOf } from "#lib/document/taken-out.ts";
import { Refusal } from "./refusal.ts";

type Deletions = ReturnType<typeof Y.createDeleteSet>;

/** A section heading or a live block, by what identifies it: `sectionKey summary`, `kind timeline`. */
function nameOf(mark: Y.Item): string | null {
  const value: unknown = mark.content.getContent()[0];
  return mark.deleted || typeof value !== "string" || value === "" ? null : `${mark.parentSub} ${value}`;
}

const keyOf = ({ client, clock }: Y.ID) => `${client}:${clock}`;

/**
 * Rejects an edit that deletes the last heading of a section, or the last live block of a kind, unless its tab says
 * that it is intended (`meant`), or the edit puts the same part elsewhere.
 */
export function checkTemplate(
  document: Y.Doc,
  items: readonly Y.Item[],
  deletions: Deletions,
  meant: ReadonlySet<string>,
): void {
  if (deletions.clients.size === 0) return;
  const lost = new Set<string>();
  const kept = new Set(items.flatMap((item) => (item.parentSub === null ? [] : (nameOf(item) ?? []))));
  for (const element of document.getXmlFragment(TEXT_FRAGMENT).toArray()) {
    const mark = templateMarkOf(element);
    const name = mark && nameOf(mark);
    if (!mark || !name || !element._item) continue;
    const gone = [element._item.id, mark.id].filter((id) => Y.isDeleted(deletions, id));
    if (gone.length === 0) kept.add(name);
    else if (gone.some((id) => !meant.has(keyOf(id)))) lost.add(name);
  }
  for (const name of lost)
    if (!kept.has(name)) throw new Refusal(CLOSE.refused, `${name} belongs to the template`.slice(0, 100));
}
