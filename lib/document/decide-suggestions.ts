import type { DocumentJson, DocumentMark, DocumentNode } from "./document-json.ts";
import {
  BLOCK_PROPOSAL_NAMES,
  type BlockProposal,
  FORMATS,
  PROPOSED_BREAK,
  readProposed,
} from "./nodes/proposal-attributes.ts";

export type Verdict = "accept" | "reject" | "keep";

/** Decides a suggestion by its id. `isInsert`: for what it adds. */
export type Decide = (suggestionId: string, isInsert: boolean) => Verdict;

/** A part of a line, with whether it was proposed. */
type Part = { node: DocumentNode; isNew: boolean } | typeof BREAK;

const BREAK = Symbol("accepted Enter");
const INLINE: ReadonlySet<string> = new Set(["text", "hardBreak", "eventChip", "recordChip", "personMention"]);
const LINES: ReadonlySet<string> = new Set(["paragraph", "heading"]);
const ITEMS: ReadonlySet<string> = new Set(["listItem", "taskItem"]);
const CELLS: ReadonlySet<string> = new Set(["tableCell", "tableHeader"]);
const OF_FORMATS: ReadonlySet<string> = new Set(FORMATS);
const OF_BLOCKS: ReadonlySet<string> = new Set(BLOCK_PROPOSAL_NAMES);

const isInline = ({ type }: DocumentNode) => INLINE.has(type);
const isProposed = (value: unknown) => value !== null && value !== undefined;

/** Returns the id of what a mark proposes, or null for another mark. */
export function proposalOf({ type, attrs }: DocumentMark): string | null {
  const isProposal = type === "suggestInsert" || type === "suggestDelete" || type === "suggestFormat";
  return isProposal ? String(attrs?.suggestionId ?? "") : null;
}

/** Returns whether something is proposed in these nodes. */
export const hasSuggestions = (nodes: readonly DocumentNode[]): boolean =>
  nodes.some(
    ({ attrs, marks, content }) =>
      marks?.some((mark) => proposalOf(mark) !== null) ||
      (attrs && BLOCK_PROPOSAL_NAMES.some((name) => isProposed(attrs[name]))) ||
      (content && hasSuggestions(content)),
  );

function withFormat(marks: DocumentMark[], { attrs = {} }: DocumentMark): DocumentMark[] {
  const { format, takes, href } = attrs;
  const others = marks.filter(({ type }) => type !== format);
  if (takes === true) return others;
  // Code has no other format.
  if (format !== "code" && marks.some(({ type }) => type === "code")) return marks;
  const kept = format === "code" ? marks.filter(({ type }) => !OF_FORMATS.has(type)) : others;
  return [...kept, format === "link" ? { type: "link", attrs: { href } } : { type: String(format) }];
}

/** Lines with what was decided about their text, in runs with equal marks. */
class TextDecisions {
  private readonly decide: Decide;
  constructor(decide: Decide) {
    this.decide = decide;
  }

  /** Returns the parts of a line. */
  partsOf(nodes: readonly DocumentNode[]): Part[] {
    return nodes.flatMap((node) => this.decided(node));
  }

  private decided(node: DocumentNode): Part[] {
    let marks = (node.marks ?? []).filter((mark) => proposalOf(mark) === null);
    let [isNew, isAccepted] = [false, false];
    for (const mark of node.marks ?? []) {
      const id = proposalOf(mark);
      if (id === null) continue;
      const isInsert = mark.type === "suggestInsert";
      const verdict = this.decide(id, isInsert);
      if (verdict === (isInsert ? "reject" : "accept") && mark.type !== "suggestFormat") return [];
      isNew ||= isInsert;
      isAccepted ||= isInsert && verdict === "accept";
      if (verdict === "keep") marks.push(mark);
      else if (verdict === "accept" && mark.type === "suggestFormat") marks = withFormat(marks, mark);
    }
    const { marks: _marks, ...bare } = node;
    const marked = marks.length > 0 ? { ...bare, marks } : bare;
    const lines = isAccepted ? (node.text ?? "").split(PROPOSED_BREAK) : [node.text];
    if (lines.length === 1) return [{ node: marked, isNew }];
    return lines.flatMap((text, at): Part[] => [
      ...(at > 0 ? [BREAK as typeof BREAK] : []),
      ...(text ? [{ node: { ...marked, text }, isNew }] : []),
    ]);
  }
}

/** Joins neighbouring text with equal marks. */
function joinTexts(nodes: readonly DocumentNode[]): DocumentNode[] {
  const joined: DocumentNode[] = [];
  for (const node of nodes) {
    const last = joined.at(-1);
    const isSame = last?.type === "text" && JSON.stringify(last.marks ?? []) === JSON.stringify(node.marks ?? []);
    if (node.type === "text" && last && isSame) joined.splice(-1, 1, { ...last, text: `${last.text}${node.text}` });
    else joined.push(node);
  }
  return joined;
}

const withContent = ({ content: _content, ...node }: DocumentNode, content: DocumentNode[]): DocumentNode =>
  content.length > 0 ? { ...node, content } : node;

/** Attributes that the second line of an Enter does not have. */
const FIRST_LINE_ONLY: ReadonlySet<string> = new Set(["id", "sectionKey", "suggestJoin"]);

function nextLine({ type, attrs = {} }: DocumentNode, isAllNew: boolean): DocumentNode {
  if (!LINES.has(type) || (type === "heading" && isAllNew)) return { type: "paragraph" };
  return { type, attrs: Object.fromEntries(Object.entries(attrs).filter(([name]) => !FIRST_LINE_ONLY.has(name))) };
}

class BlockDecisions {
  private readonly decide: Decide;
  private readonly text: TextDecisions;
  /** Lines that start with an accepted Enter. */
  private readonly begun = new Set<DocumentNode>();

  constructor(decide: Decide) {
    this.decide = decide;
    this.text = new TextDecisions(decide);
  }

  /** Blocks in one parent. */
  within(nodes: readonly DocumentNode[]): DocumentNode[] {
    if (nodes.some(isInline))
      return joinTexts(this.text.partsOf(nodes).flatMap((part) => (part === BREAK ? [] : part.node)));
    const blocks: DocumentNode[] = [];
    for (const node of nodes) {
      if (this.verdict(node, "suggestInsert") === "reject" || this.verdict(node, "suggestDelete") === "accept")
        continue;
      const [first, ...rest] = this.decided(node);
      const before = blocks.at(-1);
      const isJoined = this.verdict(node, "suggestJoin") === "accept" && before && LINES.has(before.type);
      if (first && isJoined && LINES.has(first.type)) {
        const whole = withContent(before, joinTexts([...(before.content ?? []), ...(first.content ?? [])]));
        if (this.begun.has(before)) this.begun.add(whole);
        blocks.splice(-1, 1, whole);
      } else if (first) blocks.push(first);
      blocks.push(...rest);
    }
    return blocks;
  }

  private verdict(node: DocumentNode, name: BlockProposal): Verdict | null {
    const value = node.attrs?.[name];
    return isProposed(value) ? this.decide(readProposed(value)?.id ?? "", name === "suggestInsert") : null;
  }

  /** A block without what was decided about itself: its attributes, and its type. */
  private bare(node: DocumentNode): DocumentNode {
    if (!node.attrs) return node;
    const isLeft = (name: string) => !OF_BLOCKS.has(name) || this.verdict(node, name as BlockProposal) === "keep";
    const attrs = Object.fromEntries(Object.entries(node.attrs).filter(([name]) => isLeft(name)));
    const to = this.verdict(node, "suggestType") === "accept" ? readProposed(node.attrs.suggestType) : null;
    if (!to?.type) return { ...node, attrs };
    const { level: _level, ...kept } = attrs;
    return { ...node, type: to.type, attrs: to.level === null ? kept : { ...kept, level: to.level } };
  }

  /** Returns the blocks that replace a block: none if everything in it is removed, several after an accepted Enter. */
  private decided(node: DocumentNode): DocumentNode[] {
    const bare = this.bare(node);
    const { content = [] } = node;
    if (content.length === 0) return [bare];
    if (content.some(isInline)) return this.lines(bare, this.text.partsOf(content));
    const blocks = this.within(content);
    if (ITEMS.has(node.type)) return this.items(bare, blocks);
    if (blocks.length === 0) return CELLS.has(node.type) ? [{ ...bare, content: [{ type: "paragraph" }] }] : [];
    return [{ ...bare, content: blocks }];
  }

  private lines(bare: DocumentNode, parts: readonly Part[]): DocumentNode[] {
    const lines: DocumentNode[] = [];
    let content: DocumentNode[] = [];
    let start = bare;
    for (const [at, part] of parts.entries()) {
      if (part !== BREAK) {
        content.push(part.node);
        continue;
      }
      lines.push(withContent(start, joinTexts(content)));
      content = [];
      start = nextLine(
        bare,
        parts.slice(at).every((one) => one === BREAK || one.isNew),
      );
    }
    lines.push(withContent(start, joinTexts(content)));
    for (const line of lines.slice(1)) this.begun.add(line);
    return lines;
  }

  /** An Enter in an item of a list starts the next item. */
  private items(bare: DocumentNode, blocks: readonly DocumentNode[]): DocumentNode[] {
    if (blocks.length === 0) return [];
    const items: DocumentNode[][] = [[]];
    for (const block of blocks) {
      if (this.begun.has(block)) items.push([]);
      items.at(-1)?.push(block);
    }
    const { id: _id, ...attrs } = bare.attrs ?? {};
    const next = bare.type === "taskItem" ? { ...attrs, checked: false } : attrs;
    return items.map((own, at) => ({
      ...bare,
      ...(bare.attrs && at > 0 ? { attrs: next } : {}),
      content: own[0]?.type === "paragraph" ? own : [{ type: "paragraph" }, ...own],
    }));
  }
}

/** Accepts and rejects suggestions in nodes. The nodes themselves stay as they are. */
export const decideNodes = (nodes: DocumentNode[], decide: Decide): DocumentNode[] =>
  hasSuggestions(nodes) ? new BlockDecisions(decide).within(nodes) : nodes;

/** Accepts and rejects suggestions in a text. New lines have no id yet. */
export function decideText(json: DocumentJson, decide: Decide): DocumentJson {
  const content = decideNodes(json.content ?? [], decide);
  if (content === json.content) return json;
  return { ...json, content: content.length > 0 ? content : [{ type: "paragraph" }] };
}

/** Nodes as if nothing were proposed. */
export const standingNodes = (nodes: DocumentNode[]): DocumentNode[] => decideNodes(nodes, () => "reject");

/** Removes what suggestions say of a text and leaves its words, including those that they add. */
export const withoutMarksOf = (json: DocumentJson, ids: ReadonlySet<string>): DocumentJson =>
  decideText(json, (id, isInsert) => (!ids.has(id) ? "keep" : isInsert ? "accept" : "reject"));
