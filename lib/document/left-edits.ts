import * as Y from "yjs";

/** An edit, the Yjs client id of its tab, and what that tab had read of the others: a state vector. */
export interface OwnEdit {
  update: Uint8Array;
  by: number;
  seen: Uint8Array;
}

/** An edit that a tab has left on the device. */
export interface LeftEdit extends OwnEdit {
  id: number;
}

/** Returns what this tab has read of the others. */
export function seenOfOthers(document: Y.Doc): Uint8Array {
  const clocks = Y.decodeStateVector(Y.encodeStateVector(document));
  clocks.delete(document.clientID);
  return Y.encodeStateVector(clocks);
}

const isSameReading = (one: OwnEdit, other: OwnEdit): boolean =>
  one.by === other.by && one.seen.length === other.seen.length && one.seen.every((byte, at) => byte === other.seen[at]);

/** Size of the pieces in which returning edits are sent. The server accepts each as a single edit. */
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

/** Returns the edits in order, as few updates. Those of one were written after the same reading. */
export function piecesOf(edits: readonly LeftEdit[]): (OwnEdit & { ids: number[] })[] {
  const pieces: [LeftEdit, ...LeftEdit[]][] = [];
  let bytes = 0;
  for (const edit of edits) {
    const piece = pieces.at(-1);
    bytes += edit.update.length;
    if (piece && bytes <= PIECE_BYTES && isSameReading(piece[0], edit)) piece.push(edit);
    else {
      pieces.push([edit]);
      bytes = edit.update.length;
    }
  }
  return pieces.map((piece) => {
    const [{ by, seen }] = piece;
    return { ids: piece.map(({ id }) => id), update: mergedOf(piece), by, seen };
  });
}
