import { plainText } from "#importers/lex/markdown.ts";
import { type Line, readLines } from "#importers/notes/lines/lines.ts";
import { readSections, type Section } from "#importers/notes/lines/sections.ts";
import { isTimelineTitle } from "#importers/notes/lines/titles.ts";
import { only } from "#lib/base/text/phrases.ts";

export interface WriteUpHead {
  /** The title of the write-up. */
  title: string | null;
  /** The paragraphs of its summary. */
  summary: string | null;
  /** Summary and impact, each where the file has one. */
  passages: FoundPassage[];
}

/** A part of a write-up in its original text. */
export interface FoundPassage {
  kind: "summary" | "impact";
  /** 1-based physical line where it starts. */
  line: number;
  /** Its path, if it is one of several files of a zip. */
  file?: string;
  text: string;
}

const SUMMARY =
  /^(?:(?:executive|incident|outage|short|brief|quick|event|issue) )?(?:summary|overview|synopsis|abstract|tl;?\s?dr)(?: of .{1,60})?$|^(?:what happened|in short)\??$/i;
const IMPACT =
  /^(?:(?:customer|user|client|business|incident|service|external) )?impact(?: (?:on|to|of|for) .{1,60}| summary| assessment| statement)?$/i;
const PART = only`
  summary | overview | timeline | impact | background | details | introduction | root cause
  incident report | post-?mortem | retrospective | contents | table of contents
`;
const LONGEST_TITLE = 200;
const LONGEST = 4000;

/** Title and summary of a write-up, unchanged. Null for a missing one. */
export function readHead(text: string): WriteUpHead {
  const lines = readLines(text);
  const sections = readSections(lines);
  const passages = [passageOf("summary", SUMMARY), passageOf("impact", IMPACT)].filter((found) => found !== null);
  return {
    title: titleOf(lines, sections),
    summary: passages.find(({ kind }) => kind === "summary")?.text ?? null,
    passages,
  };

  function passageOf(kind: FoundPassage["kind"], title: RegExp): FoundPassage | null {
    const start = sections.findIndex((section) => section.kind === "plain" && title.test(section.title.trim()));
    const text = start < 0 ? null : paragraphsOf(lines, sections, start);
    return text === null ? null : { kind, line: text.line, text: text.words };
  }
}

function titleOf(lines: readonly Line[], sections: readonly Section[]): string | null {
  const front = lines.find(({ role, raw }) => role === "front" && /^title\s{0,3}:/i.test(raw));
  if (front) {
    const stated = front.raw.slice(front.raw.indexOf(":") + 1).trim();
    return clean(stated.replace(/^(["'])(.*)\1$/, "$2"));
  }
  const at = lines.findIndex(({ role }) => role === "heading");
  const heading = lines[at];
  // A title is above the rest: nothing else is on its level or higher, except on a page of equal headings.
  if (!heading || heading.level > 2 || sections[at]?.kind === "entry") return null;
  const isFirst = lines.slice(0, at).every(({ role }) => role !== "text" && role !== "item");
  const words = clean(heading.content);
  return isFirst &&
    words !== null &&
    !PART.test(words.replace(/\s?:$/, "")) &&
    !isTimelineTitle(words) &&
    !SUMMARY.test(words)
    ? words
    : null;
}

function clean(raw: string): string | null {
  const words = plainText(raw.slice(0, 1000)).slice(0, LONGEST_TITLE);
  return /\p{L}{3}/u.test(words) ? words : null;
}

/** The paragraphs and items of the section that starts there, with the line of the first. Null for none. */
function paragraphsOf(lines: readonly Line[], sections: readonly Section[], start: number) {
  const parts: string[] = [];
  let line = 0;
  let open: string[] = [];
  const close = () => {
    const words = plainText(open.join(" ").slice(0, LONGEST));
    if (words !== "") parts.push(words);
    open = [];
  };
  for (let index = start + 1; index < lines.length && sections[index] === sections[start]; index += 1) {
    const next = lines[index];
    if (next?.role !== "text") close();
    if (next?.role !== "text" && next?.role !== "item") continue;
    if (parts.length === 0 && open.length === 0) line = next.number;
    open.push(next.content);
  }
  close();
  return parts.length > 0 ? { line, words: parts.join("\n\n").slice(0, LONGEST) } : null;
}
