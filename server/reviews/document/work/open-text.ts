import * as Y from "yjs";
import { mergeLines } from "../log/merge-lines.ts";

/** Returns a document of stored updates, in the form of this schema. Destroy it when done. */
export function openText(updates: readonly Uint8Array[]): Y.Doc {
  const document = new Y.Doc();
  document.transact(() => {
    for (const update of updates) Y.applyUpdate(document, update);
  });
  document.transact(() => mergeLines(document));
  return document;
}
