import * as Y from "yjs";

const isInside = (ranges: readonly { clock: number; len: number }[], clock: number): boolean =>
  ranges.some((range) => clock >= range.clock && clock < range.clock + range.len);

/**
 * Returns what was typed in these edits and not deleted in them again, without the document that they belong to. Text
 * that wasn't typed in one place is on lines of its own. Formats, chips and deletions aren't in it.
 */
export function wordsOfEdits(updates: readonly Uint8Array[]): string {
  if (updates.length === 0) return "";
  const { structs, ds } = Y.decodeUpdate(Y.mergeUpdates([...updates]));
  let words = "";
  let end: Y.ID | null = null;
  for (const struct of structs) {
    if (!(struct instanceof Y.Item)) continue;
    const { id, origin, content, length } = struct;
    const isNext: boolean = end !== null && origin !== null && Y.compareIDs(origin, end);
    if (!isNext && words !== "" && !words.endsWith("\n")) words += "\n";
    end = { client: id.client, clock: id.clock + length - 1 };
    if (!(content instanceof Y.ContentString)) continue;
    const deleted = ds.clients.get(id.client) ?? [];
    // Deletions count UTF-16 units, as strings do.
    words += Array.from({ length }, (_, at) => (isInside(deleted, id.clock + at) ? "" : content.str[at])).join("");
  }
  return words.trim();
}
