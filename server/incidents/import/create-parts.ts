import type { ArchivedFile } from "#importers/index.ts";
import { actorId } from "#lib/base/access/actor.ts";
import type { FileStory } from "#lib/contract/timeline-file.ts";
import type { TxCtx } from "#server/base/kernel/transaction.ts";
import type { PlannedEvent } from "./plan.ts";

/** The import that parts belong to: undone and redone with it. */
export interface WholeImport {
  id: string;
  incidentId: string;
  zone: string | null;
  contentHash: string;
}

interface Part {
  filename: string;
  format: string;
  label: string;
  zone: string | null;
}

async function createPart(tx: TxCtx, { id: partOfId, incidentId, contentHash }: WholeImport, part: Part) {
  const id = tx.newId();
  const made = { createdById: actorId(tx.actor), createdAt: tx.now() };
  await tx.db.import.create({ data: { id, incidentId, partOfId, contentHash, ...part, ...made } });
  return id;
}

/**
 * The sources that new events of an Afterword file came in there, as parts of its import, so that each keeps its clock and
 * its question of zone. Answers their ids by their numbers in the file.
 */
export async function createSourceParts(
  tx: TxCtx,
  whole: WholeImport,
  plan: readonly PlannedEvent[],
  { imports }: FileStory,
): Promise<Map<number, string>> {
  const wanted = new Set(
    plan.flatMap(({ state, event }) => (state === "known" ? [] : (event.curated?.source.import ?? []))),
  );
  const parts = new Map<number, string>();
  for (const { number, ...source } of imports) {
    if (wanted.has(number) && !parts.has(number)) parts.set(number, await createPart(tx, whole, source));
  }
  return parts;
}

/** Answers the part of an import that a file of its zip is, and makes it when that file brings something new. */
export function fileParts(tx: TxCtx, whole: WholeImport) {
  const ids = new Map<string, string>();
  return async ({ path, format, label }: ArchivedFile, plan: readonly PlannedEvent[]): Promise<string> => {
    const known = ids.get(path);
    if (known !== undefined || plan.every(({ state }) => state === "known")) return known ?? whole.id;
    const id = await createPart(tx, whole, { filename: path, format, label, zone: whole.zone });
    ids.set(path, id);
    return id;
  };
}
