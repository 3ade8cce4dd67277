import type { StatedPicture } from "../stated/stated-review.ts";

/** The review as each format prints it: every reference is resolved, and every text can be in XML. */
export interface PrintedReview {
  title: string;
  /** Above the text: keys with links, the version and the time of the export. */
  about: Inline[];
  blocks: Block[];
  /** Comments in the order of the text. Empty without any. */
  comments: PrintedThread[];
  pictures: ReadonlyMap<string, StatedPicture>;
}

export type TextStyle = "bold" | "italic" | "underline" | "strike" | "code";

/** A part of a line that someone proposes to add or to remove. */
export interface Change {
  kind: "insert" | "delete";
  author: string;
  at: string;
}

export interface Words {
  kind: "words";
  text: string;
  styles: readonly TextStyle[];
  href: string | null;
  changes?: readonly Change[] | undefined;
}

export type Inline =
  | Words
  | { kind: "break" }
  /** A cited event, a record or a person. */
  | { kind: "chip"; text: string; href: string | null; changes?: readonly Change[] | undefined }
  /** Where what a thread is about starts or ends. */
  | { kind: "comment"; side: "start" | "end"; number: number };

export interface ListItem {
  /** Null outside a task list. */
  isChecked: boolean | null;
  blocks: Block[];
}

export interface Cell {
  isHead: boolean;
  columns: number;
  rows: number;
  blocks: Block[];
}

export type Block =
  /** Level 1 is a section. `anchor` is unique in the file. */
  | { kind: "heading"; level: 1 | 2 | 3; anchor: string; content: Inline[] }
  | { kind: "paragraph"; content: Inline[] }
  /** A remark of Afterword, not part of the text. */
  | { kind: "note"; content: Inline[] }
  | { kind: "list"; isOrdered: boolean; start: number; items: ListItem[] }
  | { kind: "table"; caption: string | null; headRows: number; rows: Cell[][] }
  | { kind: "quote"; blocks: Block[] }
  | { kind: "callout"; tone: string; blocks: Block[] }
  | { kind: "fold"; title: Inline[]; blocks: Block[] }
  | { kind: "code"; language: string | null; text: string }
  | { kind: "picture"; id: string; alt: string; share: number; caption: Inline[] }
  | { kind: "rule" };

export type BlockOf<Kind extends Block["kind"]> = Extract<Block, { kind: Kind }>;

export interface PrintedThread {
  number: number;
  /** Whether the text has its mark. */
  isPlaced: boolean;
  quote: string;
  isResolved: boolean;
  comments: { author: string; at: string; body: string }[];
}

/** Characters that XML doesn't allow. Half of a pair becomes the replacement character. */
const NOT_IN_XML = /[^\P{Cc}\t\n\r]|[\ufffe\uffff]/gu;

/** Returns text without what XML doesn't allow, or nothing for null. */
export const printable = (text: string | null): string => (text ?? "").toWellFormed().replace(NOT_IN_XML, "");

export const plainWords = (text: string, href: string | null = null): Words => ({
  ...{ kind: "words", styles: [], href },
  text: printable(text),
});

export const paragraphOf = (text: string): Block => ({ kind: "paragraph", content: [plainWords(text)] });
export const noteOf = (text: string): Block => ({ kind: "note", content: [plainWords(text)] });

/** A shorter text needs no contents. */
const FEW_SECTIONS = 3;

/** Returns the headings for the contents. Empty for a short text. */
export function contentsOf(blocks: readonly Block[]): BlockOf<"heading">[] {
  const headings = blocks.flatMap((block) => (block.kind === "heading" && block.level < 3 ? block : []));
  return headings.length < FEW_SECTIONS ? [] : headings;
}

/** Returns the text of a line, with a space for each break. */
export const textOf = (content: readonly Inline[]): string =>
  content.map((part) => (part.kind === "break" ? " " : part.kind === "comment" ? "" : part.text)).join("");

/** A longer word is broken, because it would be wider than its column. */
const LONGEST_WORD = 32;
const LONG_WORDS = new RegExp(`\\S{${LONGEST_WORD}}(?=\\S)`, "gu");

/** Returns text in pieces between which a line can break, inside long words too. */
export function breakable(text: string): string[] {
  const ends = [...text.matchAll(LONG_WORDS)].map(({ index, 0: piece }) => index + piece.length);
  return [...ends, text.length].map((end, at) => text.slice(ends[at - 1] ?? 0, end));
}

const STRONG = /\p{Script=Hebrew}|\p{Script=Arabic}|\p{Script=Syriac}|\p{Script=Thaana}|\p{L}/u;
const RIGHT_TO_LEFT = /[\p{Script=Hebrew}\p{Script=Arabic}\p{Script=Syriac}\p{Script=Thaana}]/u;

/** Returns the prose of blocks, in their order. */
export function proseOf(blocks: readonly Block[]): string {
  const told = blocks.map((block) => {
    if ("content" in block) return textOf(block.content);
    if (block.kind === "list") return proseOf(block.items.flatMap((item) => item.blocks));
    if (block.kind === "fold") return `${textOf(block.title)} ${proseOf(block.blocks)}`;
    return "blocks" in block ? proseOf(block.blocks) : "";
  });
  return told.join(" ");
}

/** Returns whether a line is read from right to left, by its first letter. */
export const isRightToLeft = (text: string): boolean => RIGHT_TO_LEFT.test(STRONG.exec(text)?.[0] ?? "");
