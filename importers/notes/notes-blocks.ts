import type { ParseOptions, ParseResult, SourceText } from "#importers/base/importer.ts";
import { readStamp } from "#importers/lex/stamp.ts";
import { KindReader } from "#lib/incidents/timeline/kinds/kind-reader.ts";
import { readNotes } from "./notes-document.ts";
import { NotesPlaces } from "./notes-places.ts";
import { toResult } from "./parse-notes.ts";

/** Number of entries that show what a text is. */
const ENOUGH = 50;
/** The start of a heading, a table, a fence or front matter. */
const STRUCTURE = /^(?: {0,3}#{1,6}[ \t]|[ \t]{0,40}(?:`{3}|~{3})|[ \t]{0,20}\||={2,}|-{3,}|<!--)/m;
const MARK = /^(?:[-*+•][ \t]+)?/;
const STAMP_LENGTH = 120;
const LINE_END = /\r\n|\n|\r/;
const PARAGRAPH_END = /^\s*(?:$|`{3}|~{3}|<!--|.{0,120}-->)/;
/** Fences at the start of a line, and both ends of comments. */
const MARKS = /(?<=^[ \t]{0,40})(?:`{3}|~{3})|<!--|-->/gm;

/**
 * Returns whether a text with this start is a log: lines with a time each. No part then affects another, and it can be
 * read block by block.
 */
export function isLog({ filename, text }: SourceText): boolean {
  if (STRUCTURE.test(text)) return false;
  const document = readNotes(wholeLines(text));
  if (document.entries.length < ENOUGH || document.rejects.length > 0) return false;
  const places = new NotesPlaces(document, filename, {});
  const form = document.entries[0]?.form;
  return document.entries.every((entry) => entry.form === form && places.tells(entry));
}

/** Reads the events of a log, block by block. Each line ends in events, rejects or context, as in `parseNotes`. */
export function* readLog(pieces: Iterable<string>, filename: string, options: ParseOptions): Generator<ParseResult> {
  let places: NotesPlaces | null = null;
  const kinds = new KindReader();
  let line = 1;
  for (const block of blocksOf(wholeLinesOf(pieces))) {
    const document = readNotes(block, line);
    places ??= new NotesPlaces(document, filename, options);
    yield toResult(document, places.place(document), kinds);
    line += block.split(LINE_END).length - 1;
  }
}

function* wholeLinesOf(pieces: Iterable<string>): Generator<string> {
  let rest = "";
  for (const piece of pieces) {
    const end = piece.lastIndexOf("\n") + 1;
    if (end > 0) yield rest + piece.slice(0, end);
    rest = end > 0 ? piece.slice(end) : rest + piece;
  }
  if (rest !== "") yield rest;
}

/** Cut before lines that start with a time, outside code and comments, so text below an entry stays with it. */
function* blocksOf(pieces: Iterable<string>): Generator<string> {
  let rest = "";
  let open: Open = NOTHING;
  for (const piece of pieces) {
    const end = startOfLastEntry(piece);
    const above = openAfter(piece.slice(0, end), open);
    const isCut = end > 0 && above === NOTHING;
    if (isCut) yield rest + piece.slice(0, end);
    rest = isCut ? piece.slice(end) : rest + piece;
    open = openAfter(piece.slice(end), above);
  }
  if (rest !== "") yield rest;
}

type Open = "fence" | "comment" | null;
const NOTHING = null;

/** Returns what is still open after some whole lines, given what was open before them. */
function openAfter(lines: string, above: Open): Open {
  let open = above;
  for (const [mark] of lines.matchAll(MARKS)) {
    if (open === NOTHING && mark !== "-->") open = mark === "<!--" ? "comment" : "fence";
    else if (open === "comment" ? mark === "-->" : mark !== "<!--" && mark !== "-->") open = NOTHING;
  }
  return open;
}

/**
 * Returns the start of the last line that starts with a time, or 0 if there is none below the first. The text above it
 * reads the same without it: it ends there, starts with a time too, or has two of them.
 */
function startOfLastEntry(text: string): number {
  let cut = 0;
  let timed = 0;
  let isTimed = false;
  for (let end = text.lastIndexOf("\n"); end > 0; ) {
    const start = text.lastIndexOf("\n", end - 1) + 1;
    const head = text.slice(start, Math.min(end, start + STAMP_LENGTH));
    if (cut > 0 && PARAGRAPH_END.test(head)) {
      if (end + 1 === cut || isTimed) return cut;
      cut = 0;
    }
    isTimed = start > 0 && readStamp(head.replace(MARK, ""))?.date != null;
    if (isTimed && cut > 0) timed += 1;
    if (timed === 2) return cut;
    if (isTimed && cut === 0) {
      cut = start;
      timed = 0;
    }
    end = start - 1;
  }
  return 0;
}

const wholeLines = (text: string): string => text.slice(0, text.lastIndexOf("\n") + 1);
