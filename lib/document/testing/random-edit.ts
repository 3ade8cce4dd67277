import type { Node } from "@tiptap/pm/model";
import { type EditorState, TextSelection, type Transaction } from "@tiptap/pm/state";
import { addRowAfter, deleteRow } from "@tiptap/pm/tables";
import { canJoin, canSplit } from "@tiptap/pm/transform";
import type { Random } from "./random.ts";

export type EditKind =
  | "type"
  | "delete"
  | "replace"
  | "split"
  | "join"
  | "bold"
  | "heading"
  | "chip"
  | "insertBlock"
  | "deleteBlock"
  | "row";

interface Line {
  node: Node;
  from: number;
  to: number;
}

/** Ranges that can contain text. */
export function linesOf(doc: Node): Line[] {
  const lines: Line[] = [];
  doc.descendants((node, at) => {
    if (node.isTextblock) lines.push({ node, from: at + 1, to: at + 1 + node.content.size });
  });
  return lines;
}

/** Start positions of the top-level blocks. */
function blockStarts(doc: Node): number[] {
  const starts: number[] = [];
  doc.forEach((_node, offset) => {
    starts.push(offset);
  });
  return starts;
}

let chips = 0;

/** Returns one edit as people make them, of a random kind at a random place. Null if it isn't possible. */
export function randomEdit(state: EditorState, chance: Random, kind: EditKind, words: string): Transaction | null {
  const { doc, schema, tr } = state;
  const line = chance.pick(linesOf(doc));
  const at = line.from + chance.below(line.to - line.from + 1);
  const starts = blockStarts(doc);
  switch (kind) {
    case "type":
      return tr.insertText(words, at);
    case "delete":
    case "replace":
    case "bold": {
      if (line.to - line.from < 2) return null;
      const from = line.from + chance.below(line.to - line.from - 1);
      const to = Math.min(line.to, from + 1 + chance.below(6));
      if (kind === "delete") return tr.delete(from, to);
      if (kind === "replace") return tr.insertText(words, from, to);
      const bold = schema.marks.bold;
      return bold ? tr.addMark(from, to, bold.create()) : null;
    }
    case "split":
      return canSplit(doc, at) ? tr.split(at) : null;
    case "join": {
      const before = starts[1 + chance.below(doc.childCount - 1)];
      const { nodeAfter, nodeBefore } = doc.resolve(before ?? 0);
      if (before === undefined || !nodeAfter?.isTextblock || !nodeBefore?.isTextblock) return null;
      return canJoin(doc, before) ? tr.join(before) : null;
    }
    case "heading": {
      const { heading, paragraph } = schema.nodes;
      if (doc.resolve(line.from).depth !== 1 || !heading || !paragraph) return null;
      const { id } = line.node.attrs;
      return line.node.type === heading
        ? tr.setBlockType(line.from, line.from, paragraph, { id })
        : tr.setBlockType(line.from, line.from, heading, { level: 3, id });
    }
    case "chip": {
      const chip = schema.nodes.eventChip?.create({ eventId: `e${chips++}` });
      return chip ? tr.insert(at, chip) : null;
    }
    case "insertBlock": {
      const block = schema.nodes.paragraph?.create(null, schema.text(words));
      return block ? tr.insert(chance.pick([...starts, doc.content.size]), block) : null;
    }
    case "deleteBlock": {
      if (doc.childCount < 4) return null;
      const from = chance.pick(starts);
      return tr.delete(from, from + (doc.nodeAt(from)?.nodeSize ?? 0));
    }
    case "row":
      return editRow(state, chance);
  }
}

function editRow(state: EditorState, chance: Random): Transaction | null {
  const cells: number[] = [];
  state.doc.descendants((node, at) => {
    if (node.type.name === "tableCell") cells.push(at + 2);
  });
  if (cells.length === 0) return null;
  const there = state.apply(state.tr.setSelection(TextSelection.create(state.doc, chance.pick(cells))));
  const { tr } = state;
  const command = chance.next() < 0.6 ? addRowAfter : deleteRow;
  const did = command(there, (made) => {
    for (const step of made.steps) tr.step(step);
  });
  return did ? tr : null;
}
