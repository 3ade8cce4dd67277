import type { Node } from "@tiptap/pm/model";

/**
 * Returns a function that reads each block of a text once. An edit makes a new node only of the blocks around it, so
 * after a letter only its block is read again. What is read must follow from the block alone, and its places be
 * relative to it.
 */
export function readByBlock<Read>(read: (block: Node) => Read): (block: Node) => Read {
  const known = new WeakMap<Node, { read: Read }>();
  return (block) => {
    const before = known.get(block);
    if (before) return before.read;
    const now = read(block);
    known.set(block, { read: now });
    return now;
  };
}
