import { type DocumentNode, stringAttr } from "#lib/document/document-json.ts";
import { hashOfText } from "#lib/document/draft-hash.ts";
import patterns from "./patterns.json" with { type: "json" };

/** The parts of a review that words are judged in. What blames in an analysis can be right in an action. */
export const HINT_SCOPES = ["summary", "cause", "narrative", "timeline", "external", "action", "question"] as const;
export type HintScope = (typeof HINT_SCOPES)[number];

/** A wording that closes an inquiry, with the reason and a better question. */
export interface HintPattern {
  id: string;
  severity: "warn" | "hint";
  scope: readonly HintScope[];
  message: string;
  suggestion: string;
}

/** Words of a text that a pattern found. */
export interface Hint {
  pattern: string;
  from: number;
  to: number;
}

const FLAGS = "giu";
/** Of a longer paragraph, the rest is not read. */
const MOST_LETTERS = 5000;
/** More in one paragraph would hide its words. */
const MOST_HINTS = 12;

interface Rule extends HintPattern {
  regex: RegExp;
}
const RULES: readonly Rule[] = patterns.map(({ pattern, ...rule }) => ({
  ...(rule as HintPattern),
  regex: new RegExp(pattern, FLAGS),
}));
const BY_ID: ReadonlyMap<string, HintPattern> = new Map(RULES.map((rule) => [rule.id, rule]));

export const HINT_IDS: readonly string[] = [...BY_ID.keys()];

/** Returns a pattern by its id. */
export const hintPattern = (id: string): HintPattern | undefined => BY_ID.get(id);

/** Returns the hints in a paragraph, in reading order. Where several overlap, the first and then the longest one. */
export function findHints(text: string, scope: HintScope): Hint[] {
  const read = text.slice(0, MOST_LETTERS);
  const found = RULES.filter((rule) => rule.scope.includes(scope)).flatMap(({ id, regex }) =>
    [...read.matchAll(regex)].map(({ index, 0: words }) => ({ pattern: id, from: index, to: index + words.length })),
  );
  found.sort((a, b) => a.from - b.from || b.to - a.to);
  const kept: Hint[] = [];
  for (const hint of found) {
    if (kept.length === MOST_HINTS) break;
    if (hint.to > hint.from && hint.from >= (kept.at(-1)?.to ?? 0)) kept.push(hint);
  }
  return kept;
}

const SCOPE_OF_SECTION: ReadonlyMap<string | null, HintScope> = new Map([
  ["summary", "summary"],
  ["impact", "summary"],
  ["trigger", "cause"],
  ["factors", "cause"],
  ["external", "external"],
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

/** Returns the lines of a text that are read, in order: without quotations, code and headings. */
export function readLines(nodes: readonly DocumentNode[]): ReadLine[] {
  let section: string | null = null;
  return nodes.flatMap((node) => {
    if (node.type === "heading") section = stringAttr(node, "sectionKey") ?? section;
    const scope = scopeOfSection(section);
    return linesOf(node).map((line) => ({ letters: readableLetters(line), scope }));
  });
}

function linesOf(node: DocumentNode): DocumentNode[] {
  if (isUnreadBlock(node.type)) return [];
  const { content = [] } = node;
  return content.some(({ type }) => type === "text") ? [node] : content.flatMap(linesOf);
}

/** Returns whether nothing in a block is read. */
export const isUnreadBlock = (type: string): boolean => UNREAD_BLOCKS.has(type);

/** A hint with the sentence that it is in. */
export interface SentenceHint extends Hint {
  sentence: { hash: string; from: number; to: number };
}

const segmenter = new Intl.Segmenter("en", { granularity: "sentence" });

/** Returns the hints in a line, each with its sentence. A dismissal counts until a word of the sentence changes. */
export function hintsOfLine({ letters, scope }: ReadLine): SentenceHint[] {
  const hints = findHints(letters, scope);
  if (hints.length === 0) return [];
  const sentences = [...segmenter.segment(letters)].map(({ index, segment }) => ({
    hash: hashOfText(segment.trim()),
    from: index,
    to: index + segment.trimEnd().length,
  }));
  return hints.flatMap((hint) => {
    const sentence = sentences.findLast(({ from }) => from <= hint.from);
    return sentence ? [{ ...hint, sentence }] : [];
  });
}
