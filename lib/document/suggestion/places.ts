import { type Node, type ResolvedPos, Slice } from "@tiptap/pm/model";
import type { ReplaceStep } from "@tiptap/pm/transform";

/** Blocks that can be split, joined and turned into each other as a proposal. */
export const LINES: ReadonlySet<string> = new Set(["paragraph", "heading"]);

/** Leaves out the end of a line that a step joins to another one by taking it away and writing it again. */
export function trimmed(step: ReplaceStep, doc: Node): { from: number; to: number; slice: Slice } {
  const { from, to, slice } = step;
  const [$from, $to] = [doc.resolve(from), doc.resolve(to)];
  const isInline = slice.openStart === 0 && slice.content.firstChild?.isInline === true;
  if (!isInline || $from.parent === $to.parent || !$to.parent.inlineContent) return { from, to, slice };
  const tail = $to.parent.content.cut(0, $to.parentOffset);
  const end = tail.findDiffEnd(slice.content, tail.size, slice.content.size);
  const same = end ? tail.size - end.a : Math.min(tail.size, slice.content.size);
  return { from, to: to - same, slice: new Slice(slice.content.cut(0, slice.content.size - same), 0, 0) };
}

/** Returns where the cell around a place is. Null outside of a table. */
export function cellAround($place: ResolvedPos): number | null {
  for (let depth = $place.depth; depth > 0; depth--) {
    const { name } = $place.node(depth).type;
    if (name === "tableCell" || name === "tableHeader") return $place.before(depth);
  }
  return null;
}

/** Returns whether a block belongs to the template, which no suggestion removes. */
export const isOfTemplate = (node: Node) =>
  Boolean(node.attrs.sectionKey && node.type.name === "heading") || node.type.name === "liveBlock";

/** Returns whether its parent can be without a block: the first line of a collapsible is its title. */
export const isOptional = (node: Node, parent: Node | null) =>
  parent?.type.name !== "collapsible" || parent.firstChild !== node;

/** The line that a deletion joins to the one before. Null where both ends are in one line, or in different parents. */
export function joinedLine($from: ResolvedPos, $to: ResolvedPos): number | null {
  const [one, other] = [$from.parent, $to.parent];
  const areLines = LINES.has(one.type.name) && LINES.has(other.type.name);
  if (!areLines || one === other || $from.depth !== $to.depth) return null;
  return $from.node(-1) === $to.node(-1) ? $to.before() : null;
}
