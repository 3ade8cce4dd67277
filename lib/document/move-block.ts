import * as Y from "yjs";

/** Returns the block at a place: [2, 0] is the first block inside the third one. Null if there is none. */
export function blockAt(text: Y.XmlFragment, path: readonly number[]): Y.XmlElement | null {
  let at: unknown = text;
  for (const place of path) at = at instanceof Y.XmlFragment && place < at.length ? at.get(place) : null;
  return at instanceof Y.XmlElement ? at : null;
}

/** Returns the blocks around a block and its own place among its siblings. */
export function siblingsOf(block: Y.XmlElement): { parent: Y.XmlFragment; at: number } | null {
  const { parent } = block;
  return parent instanceof Y.XmlFragment ? { parent, at: parent.toArray().indexOf(block) } : null;
}

/**
 * Moves a block before the sibling that is at `to`, or after the last one. Yjs can't move anything: this deletes the
 * block and writes a copy in one update. The server sees there which letters moved, and letters that others type in
 * the block at that moment follow them. Returns the copy, or null if nothing changes.
 */
export function moveBlock(block: Y.XmlElement, to: number, origin: unknown): Y.XmlElement | null {
  const found = siblingsOf(block);
  if (!found?.parent.doc || found.at < 0) return null;
  const { parent, at } = found;
  if (to < 0 || to > parent.length || to === at || to === at + 1) return null;
  const copy = block.clone();
  parent.doc?.transact(() => {
    parent.insert(to, [copy]);
    parent.delete(to < at ? at + 1 : at, 1);
  }, origin);
  return copy;
}

/** Bounds of what the server moves along: parts of a block, and letters of a line. */
const MOST_PARTS = 400;
const MOST_LETTERS = 5000;

/** Returns whether a block has so much in it that letters which others type while it moves wouldn't follow it. */
export function isTooLargeToMove(block: Y.XmlElement): boolean {
  let parts = 0;
  const count = (type: unknown): boolean => {
    if (type instanceof Y.XmlText) {
      const delta: unknown[] = type.toDelta();
      parts += delta.length;
      return type.length > MOST_LETTERS || parts > MOST_PARTS;
    }
    if (!(type instanceof Y.XmlElement)) return false;
    parts += 1 + Object.keys(type.getAttributes()).length;
    return parts > MOST_PARTS || type.toArray().some(count);
  };
  return count(block);
}
