import { diffArrays } from "diff";
import { type DocumentNode, stringAttr } from "#lib/document/document-json.ts";
import { liveBlockWords } from "#lib/document/live-block-options.ts";
import { recordWords } from "#lib/document/text.ts";

/** Words that stayed, came in or went out. Lines of a block are divided by "\n". */
export interface WordRun {
  text: string;
  change: "same" | "in" | "out";
}

/** "E12" for the event of a chip, or null where it is not known. */
export type EventLabel = (eventId: string) => string | null;

const MARKS = "\u0000";
const WORD = /\s+|[\p{L}\p{N}_'’-]+|[^\s\p{L}\p{N}]/gu;
/**
 * With more changed words than this, all of the old text is followed by all of the new: comparing would take seconds.
 */
const MOST_EDITS = 600;
const LINES: ReadonlySet<string> = new Set([
  "paragraph",
  "heading",
  "codeBlock",
  "tableRow",
  "liveBlock",
  "guidance",
  "linkCard",
  "picture",
]);

/**
 * The words of a block as tokens. Marks are a part of them, so a change of format is a change too; comments are not.
 */
export function tokensOf(node: DocumentNode, labelOf: EventLabel): string[] {
  const tokens: string[] = [];
  walkWords(node, labelOf, (word, marks) => {
    if (word !== "") tokens.push(`${word}${MARKS}${marks}`);
  });
  return tokens;
}

/** A word as it is read, with its place among the letters and chips of its block. */
export interface PlacedWord {
  word: string;
  from: number;
  /** Equal to `from` for what no one wrote, such as the number of a list item. */
  to: number;
}

/** The words of a block without their marks, and how many letters it has. A chip counts as one. */
export function placedWords(node: DocumentNode, labelOf: EventLabel): { words: PlacedWord[]; letters: number } {
  const words: PlacedWord[] = [];
  let letters = 0;
  walkWords(node, labelOf, (word, _marks, count) => {
    if (word !== "") words.push({ word, from: letters, to: letters + count });
    letters += count;
  });
  return { words, letters };
}

type Say = (word: string, marks: string, letters: number) => void;

function walkWords(node: DocumentNode, labelOf: EventLabel, emit: Say): void {
  let isFirst = true;
  const say = (text: string, chips = 0) => {
    for (const [at, word] of (text.match(WORD) ?? []).entries()) {
      emit(word, "", at === 0 ? chips : 0);
      isFirst = false;
    }
    if (text === "" && chips > 0) emit("", "", chips);
  };
  const walk = (child: DocumentNode, prefix: string) => {
    if (child.type === "text") {
      const marks = (child.marks ?? []).filter(({ type }) => type !== "comment");
      for (const word of (child.text ?? "").match(WORD) ?? []) {
        emit(word, marks.length > 0 ? JSON.stringify(marks) : "", child === BETWEEN_LINES ? 0 : word.length);
        isFirst = false;
      }
      return;
    }
    const inline = inlineWords(child, labelOf);
    if (inline !== null) return void say(inline, 1);
    if (LINES.has(child.type)) {
      if (!isFirst) emit("\n", "", 0);
      say(prefix);
    }
    if (child.type === "liveBlock") say(liveBlockWords(child));
    if (child.type === "picture") say(["Picture", stringAttr(child, "alt")].filter(Boolean).join(": "));
    if (child.type === "picture" && child.content?.length) say(". ");
    for (const [at, inner] of (child.content ?? []).entries()) {
      if (child.type === "tableRow" && at > 0) say(" | ");
      walk(child.type === "tableRow" ? flatCell(inner) : inner, prefixOf(child, inner, at, prefix));
    }
    if (child.type === "linkCard") say([child.content?.length ? " " : "", stringAttr(child, "href")].join(""));
  };
  walk(node, "");
}

const BETWEEN_LINES: DocumentNode = { type: "text", text: " " };

/** A cell has paragraphs of its own; a row is read as one line. */
const flatCell = (cell: DocumentNode): DocumentNode => ({
  type: "cell",
  content: (cell.content ?? []).flatMap((line, at) => [...(at > 0 ? [BETWEEN_LINES] : []), ...(line.content ?? [])]),
});

function prefixOf(parent: DocumentNode, child: DocumentNode, at: number, prefix: string): string {
  if (child.type === "listItem") {
    const indent = prefix.replace(/\S/gu, " ");
    return parent.type === "orderedList" ? `${indent}${at + 1}. ` : `${indent}• `;
  }
  if (child.type === "taskItem") return `${prefix.replace(/\S/gu, " ")}${child.attrs?.checked === true ? "☑" : "☐"} `;
  // Only the first line of an item has its mark.
  return (parent.type === "listItem" || parent.type === "taskItem") && at > 0 ? prefix.replace(/\S/gu, " ") : prefix;
}

function inlineWords(node: DocumentNode, labelOf: EventLabel): string | null {
  switch (node.type) {
    case "hardBreak":
      return " ";
    case "eventChip":
      return labelOf(stringAttr(node, "eventId") ?? "") ?? "event";
    case "recordChip":
      return recordWords(stringAttr(node, "noun") ?? "", stringAttr(node, "key") ?? "");
    case "personMention":
      return `@${stringAttr(node, "label") ?? ""}`;
    default:
      return null;
  }
}

const wordsOf = (tokens: readonly string[]) => tokens.map((token) => token.slice(0, token.indexOf(MARKS))).join("");

/** All words of a block as one run. */
export const wholeRun = (tokens: readonly string[], change: WordRun["change"]): WordRun[] =>
  wholeOf(wordsOf(tokens), change);

/** Returns the kept, added and removed words between two readings of a block, in reading order. */
export function wordRuns(before: readonly string[], after: readonly string[]): WordRun[] {
  const edits = diffTokens(before, after);
  if (!edits) return [...wholeRun(before, "out"), ...wholeRun(after, "in")];
  return joinReplaced(edits.map(({ tokens, change }) => ({ text: wordsOf(tokens), change })));
}

interface TokenRun {
  tokens: string[];
  change: WordRun["change"];
}

/**
 * The fewest tokens that went and came between two lists, or null for very many. A token that only one list has can't
 * stay, so only the others are compared.
 */
export function diffTokens(before: readonly string[], after: readonly string[]): TokenRun[] | null {
  const [was, is] = [new Set(before), new Set(after)];
  const parts = diffArrays(
    before.filter((token) => is.has(token)),
    after.filter((token) => was.has(token)),
    { maxEditLength: MOST_EDITS },
  );
  if (!parts) return null;
  const runs: TokenRun[] = [];
  const say = (change: TokenRun["change"], token: string) => {
    const last = runs.at(-1);
    if (last?.change === change) last.tokens.push(token);
    else runs.push({ change, tokens: [token] });
  };
  let [old, now] = [0, 0];
  const sayLone = () => {
    for (let token = before[old]; token !== undefined && !is.has(token); token = before[++old]) say("out", token);
    for (let token = after[now]; token !== undefined && !was.has(token); token = after[++now]) say("in", token);
  };
  for (const { value, added, removed } of parts)
    for (const token of value) {
      sayLone();
      say(added ? "in" : removed ? "out" : "same", token);
      if (!added) old++;
      if (!removed) now++;
    }
  sayLone();
  return runs;
}

/** Words that were replaced one by one read as one passage: the spaces between them went and came with them. */
function joinReplaced(runs: readonly WordRun[]): WordRun[] {
  const joined: WordRun[] = [];
  let [out, into] = ["", ""];
  const flush = () => {
    joined.push(...wholeOf(out, "out"), ...wholeOf(into, "in"));
    [out, into] = ["", ""];
  };
  for (const [at, { text, change }] of runs.entries()) {
    const isBetween = text.trim() === "" && !text.includes("\n") && out !== "" && into !== "";
    if (change === "out") out += text;
    else if (change === "in") into += text;
    else if (isBetween && runs[at + 1]?.change === "out") [out, into] = [out + text, into + text];
    else {
      flush();
      joined.push({ text, change });
    }
  }
  flush();
  return joined;
}

const wholeOf = (text: string, change: WordRun["change"]): WordRun[] => (text === "" ? [] : [{ text, change }]);

/** How many words a text has; marks of punctuation alone are none. */
export const wordCount = (text: string): number => text.match(/[\p{L}\p{N}]+(?:['’-][\p{L}\p{N}]+)*/gu)?.length ?? 0;
