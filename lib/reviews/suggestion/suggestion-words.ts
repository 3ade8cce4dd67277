import { countWords } from "#lib/base/text/sentence.ts";
import { wordCountOf } from "#lib/base/text/word-count.ts";
import type { Proposal } from "#lib/document/suggestion/proposals.ts";

export interface SuggestionWords {
  /** The kind of change: "words replaced". */
  kind: string;
  /** The changed words. */
  detail: string;
}

const TYPES: Readonly<Record<string, string>> = {
  paragraph: "paragraph",
  heading: "heading",
  bulletList: "list",
  orderedList: "list",
  taskList: "task list",
  listItem: "list item",
  taskItem: "task",
  codeBlock: "code",
  table: "table",
  tableRow: "table row",
  callout: "callout",
  collapsible: "collapsible",
  draftBlock: "generated text",
  guidance: "guiding questions",
  horizontalRule: "line",
  linkCard: "link card",
  picture: "picture",
};

const MOST_LETTERS = 160;

/** Words between quotation marks, short enough for a card. */
function quoted(words: string): string {
  const line = words.replace(/\s+/g, " ").trim();
  return `“${line.length > MOST_LETTERS ? `${line.slice(0, MOST_LETTERS - 1)}…` : line}”`;
}

const counted = (words: string) => {
  const count = wordCountOf(words);
  return count === 1 ? "1 word" : `${count} words`;
};

type Described = Omit<Proposal, "id" | "breaks">;

function ofBlocks(blocks: Described["blocks"]): SuggestionWords | null {
  const [first, ...more] = blocks;
  if (!first) return null;
  const what = more.length > 0 ? `${blocks.length} blocks` : (TYPES[first.type] ?? "block");
  const text = blocks.map((block) => block.text).join(" ");
  const detail = text.trim() === "" ? "" : quoted(text);
  switch (first.change) {
    case "insert":
      return { kind: `${what} added${detail ? `, ${counted(text)}` : ""}`, detail };
    case "delete":
      return { kind: `${what} removed`, detail };
    case "join":
      return { kind: "lines joined", detail: `${quoted(first.text)} joins the line before` };
    case "type":
      return { kind: `${TYPES[first.type] ?? "block"} to ${first.to ?? ""}`, detail };
  }
}

function ofFormats({ formats, formatted }: Described): SuggestionWords | null {
  if (formats.length === 0) return null;
  const words = formats.map(({ format, takes }) => `${takes ? "without" : "with"} ${format}`).join(", ");
  return { kind: "formatting", detail: `${quoted(formatted)} ${words}` };
}

/** Describes a suggestion in the words of its card. */
export function suggestionWords(proposal: Described): SuggestionWords {
  const { inserted, deleted, blocks } = proposal;
  if (inserted === "" && deleted === "")
    return ofBlocks(blocks) ?? ofFormats(proposal) ?? { kind: "change", detail: "" };
  if (/^¶+$/.test(inserted) && deleted === "") return { kind: "line split", detail: "A new line starts here" };
  if (inserted !== "" && deleted !== "")
    return { kind: "words replaced", detail: `${quoted(deleted)} becomes ${quoted(inserted)}` };
  return inserted === ""
    ? { kind: "words removed", detail: quoted(deleted) }
    : { kind: "words added", detail: quoted(inserted) };
}

/** Letters of context around the words that differ. */
const CONTEXT = 40;

/** Returns the part of a text that another one doesn't have, in whole words and with some words around it. */
function changedPart(was: string, now: string): string {
  let start = 0;
  while (start < was.length && was[start] === now[start]) start += 1;
  let end = 0;
  while (end < Math.min(was.length, now.length) - start && was.at(-1 - end) === now.at(-1 - end)) end += 1;
  const from = was.lastIndexOf(" ", Math.max(0, start - CONTEXT)) + 1;
  const to = was.indexOf(" ", was.length - end + CONTEXT);
  const [head, tail] = [from > 0 ? "…" : "", to < 0 ? "" : "…"];
  return `${head}${was.slice(from, to < 0 ? undefined : to)}${tail}`;
}

/** Says that the text of a suggestion has changed under it, and what it was. Null if it hasn't. */
export function changedWords(was: string | null, now: string): string | null {
  if (was === null || was === now) return null;
  if (was === "") return "The text here has changed since. The line was empty.";
  return `The text here has changed since. It was ${quoted(changedPart(was, now))}`;
}

/** Returns who made a suggestion: a person, or the AI assistant for them. */
export function suggestionAuthor(author: { name: string } | null, isAssisted: boolean): string {
  const name = author?.name ?? "Former user";
  return isAssisted ? `AI assistant for ${name}` : name;
}

/** Says that several suggestions were decided, and which version was kept before. */
export function decidedWords(count: number, did: "accepted" | "rejected", kept: number | null): string {
  const words = `${countWords(count, "suggestion")} ${did}`;
  return kept === null ? words : `${words}. Version ${kept} has the text before.`;
}

/** Says that only some decisions could be undone. Null where all were. */
export function reopenedWords(count: number, asked: number): string | null {
  if (count >= asked) return null;
  return `${count} of ${asked} are open again. The text has changed too much to undo the rest.`;
}
