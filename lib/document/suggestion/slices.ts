import { Fragment, type Node, Slice } from "@tiptap/pm/model";
import type { Transaction } from "@tiptap/pm/state";
import { ReplaceStep } from "@tiptap/pm/transform";
import { proposalOf } from "../decide-suggestions.ts";
import { BLOCK_PROPOSAL_NAMES } from "../nodes/proposal-attributes.ts";

const isProposal = (name: string) => proposalOf({ type: name }) !== null;

function withoutIn(content: Fragment): Fragment {
  const nodes: Node[] = [];
  content.forEach((node) => {
    if (node.isInline) {
      nodes.push(node.mark(node.marks.filter(({ type }) => !isProposal(type.name))));
      return;
    }
    const bare = Object.fromEntries(
      BLOCK_PROPOSAL_NAMES.filter((name) => name in node.attrs).map((name) => [name, null]),
    );
    nodes.push(node.type.create({ ...node.attrs, ...bare }, withoutIn(node.content), node.marks));
  });
  return Fragment.from(nodes);
}

/** Returns a slice in which nothing is proposed. */
export const withoutProposals = ({ content, openStart, openEnd }: Slice): Slice =>
  new Slice(withoutIn(content), openStart, openEnd);

/**
 * Returns the lines of a slice that goes into a line: inline content is one, and an Enter or pasted paragraphs are
 * several. Null if it has blocks that lines can't stand for.
 */
export function linesOf({ content, openStart, openEnd }: Slice): Fragment[] | null {
  const first = content.firstChild;
  if (!first || first.isInline) return [content];
  if (openStart === 0 || openEnd === 0) return null;
  const lines: Fragment[] = [];
  let isPlain = true;
  content.forEach((node) => {
    const isItem = node.type.name === "listItem" || node.type.name === "taskItem";
    const line = isItem && node.childCount === 1 ? node.firstChild : node;
    const isSplit = node.content.size === 0 || line?.content.size === 0;
    if (line?.type.name === "paragraph" || (line?.type.name === "heading" && (isSplit || content.childCount === 1)))
      lines.push(line.content);
    else isPlain = false;
  });
  return isPlain ? lines : null;
}

/** Removes marks of proposals from what a person types while they edit the text directly. */
export function typedPlainly(transaction: Transaction): Transaction {
  for (const [index, step] of [...transaction.steps].entries()) {
    if (!(step instanceof ReplaceStep)) continue;
    const { openStart, openEnd, content, size } = step.slice;
    if (size === 0 || openStart > 0 || openEnd > 0 || !content.firstChild?.isInline) continue;
    const later = transaction.mapping.slice(index + 1);
    const [from, to] = [later.map(step.from, -1), later.map(step.from + size)];
    for (const name of ["suggestInsert", "suggestDelete", "suggestFormat"]) {
      const type = transaction.doc.type.schema.marks[name];
      if (type) transaction.removeMark(from, to, type);
    }
  }
  return transaction;
}
