import * as Y from "yjs";

/** An edit that a tab has left on the device. */
export interface LeftEdit {
  id: number;
  update: Uint8Array;
}

/** What returns is sent in pieces that the server accepts as single edits. */
const PIECE_BYTES = 256 * 1024;

const mergedOf = (edits: readonly LeftEdit[]) => Y.mergeUpdates(edits.map(({ update }) => update));

/**
 * Returns whether the text has everything that these edits build on. Edits that wait for a gap would block all later
 * ones.
 */
export function fitsIn(document: Y.Doc, edits: readonly LeftEdit[]): boolean {
  const copy = new Y.Doc();
  try {
    Y.applyUpdate(copy, Y.encodeStateAsUpdate(document));
    Y.applyUpdate(copy, mergedOf(edits));
    return copy.store.pendingStructs === null && copy.store.pendingDs === null;
  } catch {
    return false;
  } finally {
    copy.destroy();
  }
}

/** Returns the edits in order, as few updates. */
export function piecesOf(edits: readonly LeftEdit[]): { ids: number[]; update: Uint8Array }[] {
  const pieces: LeftEdit[][] = [];
  let bytes = Number.POSITIVE_INFINITY;
  for (const edit of edits) {
    bytes += edit.update.length;
    if (bytes > PIECE_BYTES) {
      pieces.push([]);
      bytes = edit.update.length;
    }
    pieces.at(-1)?.push(edit);
  }
  return pieces.map((piece) => ({ ids: piece.map(({ id }) => id), update: mergedOf(piece) }));
}
