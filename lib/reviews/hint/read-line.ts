import type { DocumentNode } from "#lib/document/document-json.ts";

/** The parts of a review that words are judged in. What blames in an analysis can be right in an action. */
export type HintScope = "summary" | "cause" | "narrative" | "timeline" | "external" | "action" | "question";

const SCOPE_OF_SECTION: ReadonlyMap<string | null, HintScope> = new Map([
  ["summary", "summary"],
  ["impact", "summary"],
  ["trigger", "cause"],
  ["factors", "cause"],
  ["timeline", "timeline"],
  ["external", "external"],
  ["actions", "action"],
  ["questions", "question"],
]);

/** Returns how a section is read. A section of an organisation's own is free text. */
export const scopeOfSection = (key: string | null): HintScope => SCOPE_OF_SECTION.get(key) ?? "narrative";

/** In place of a letter that isn't read. No pattern matches it. */
const UNREAD = "\uFFFC";
const QUOTED = /“[^“”]*”|"[^"]*"|«[^«»]*»|„[^„“”]*[“”]/g;
const UNREAD_MARKS: ReadonlySet<string> = new Set(["code", "link", "suggestInsert"]);
const unread = (text: string) => UNREAD.repeat(text.length);

/**
 * Returns the letters of a line of text, one for one, without what other people or programs said: code, links, quotes
 * and chips. What is only proposed isn't read either.
 */
export function readableLetters({ content = [] }: DocumentNode): string {
  const letters = content.map(({ text, marks = [] }) => {
    if (text === undefined) return UNREAD;
    return marks.some(({ type }) => UNREAD_MARKS.has(type)) ? unread(text) : text;
  });
  return letters.join("").replace(QUOTED, unread);
}

/** A line of a review's text with how it is read. */
export interface ReadLine {
  letters: string;
  scope: HintScope;
}

const UNREAD_BLOCKS: ReadonlySet<string> = new Set(["blockquote", "codeBlock", "guidance", "liveBlock", "heading"]);

/** Returns whether nothing in a block is read. */
export const isUnreadBlock = (type: string): boolean => UNREAD_BLOCKS.has(type);
