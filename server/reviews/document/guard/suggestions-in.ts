import * as Y from "yjs";
import { BLOCK_PROPOSALS, readProposed } from "#lib/document/nodes/proposal-attributes.ts";
import { CLOSE } from "#lib/document/socket-protocol.ts";
import { Refusal } from "./refusal.ts";

const OF_TEXT = /^suggest(?:Insert|Delete|Format)(?:--|$)/;

/** The attribute that an item is the value of. A newer value only names the one before. */
function attributeOf(document: Y.Doc, item: Y.Item, byId: ReadonlyMap<string, Y.Item>): string | null {
  const seen = new Set<unknown>();
  for (let at: unknown = item; at instanceof Y.Item && !seen.has(at); ) {
    if (at.parentSub !== null) return at.parentSub;
    seen.add(at);
    const { origin } = at;
    const isKnown = origin && origin.clock < Y.getState(document.store, origin.client);
    if (!origin) return null;
    at = isKnown ? Y.getItem(document.store, origin) : byId.get(`${origin.client}:${origin.clock}`);
  }
  return null;
}

/** The value by which an item proposes something. Undefined for one that doesn't. */
function proposedBy(document: Y.Doc, item: Y.Item, byId: ReadonlyMap<string, Y.Item>): unknown {
  const { content } = item;
  if (content instanceof Y.ContentFormat) {
    const value: unknown = content.value;
    return OF_TEXT.test(content.key) && value !== null
      ? ((value as { suggestionId?: unknown }).suggestionId ?? null)
      : undefined;
  }
  if (!(content instanceof Y.ContentAny)) return undefined;
  const attribute = attributeOf(document, item, byId);
  return attribute !== null && Object.hasOwn(BLOCK_PROPOSALS, attribute)
    ? (content.arr.at(-1) ?? undefined)
    : undefined;
}

/** Returns the ids of the suggestions in new parts of a document. Rejects one whose id could not be recorded. */
export function suggestionsIn(document: Y.Doc, items: readonly Y.Item[]): string[] {
  const byId = new Map(items.map((item) => [`${item.id.client}:${item.id.clock + item.length - 1}`, item]));
  const ids = new Set<string>();
  for (const item of items) {
    const value = proposedBy(document, item, byId);
    if (value === undefined) continue;
    const read = readProposed(value);
    if (!read) throw new Refusal(CLOSE.refused, "unknown suggestion");
    ids.add(read.id);
  }
  return [...ids];
}
