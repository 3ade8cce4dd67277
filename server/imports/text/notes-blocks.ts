import type { ParseOptions, ParseResult, SourceText } from "../importer.ts";
import { readNotes } from "./notes-document.ts";
import { NotesPlaces } from "./notes-places.ts";
import { toResult } from "./parse-notes.ts";
import { readStamp } from "./stamp.ts";

/** As many entries show what a text is. */
const ENOUGH = 50;
/** Where a heading, a table, a fence or front matter begins. */
const STRUCTURE = /^(?: {0,3}#{1,6}[ \t]|[ \t]{0,40}(?:`{3}|~{3})|[ \t]{0,20}\||={2,}|-{3,}|<!--)/m;
const MARK = /^(?:[-*+•][ \t]+)?/;
const STAMP_LENGTH = 120;

/**
 * Whether a text that begins so is a log: lines one after another, of which each says by itself when it was. Then no
 * part of it changes what another means, and it can be read block by block.
 */
export function isLog({ filename, text }: SourceText): boolean {
  if (STRUCTURE.test(text)) return false;
  const document = readNotes(wholeLines(text));
  if (document.entries.length < ENOUGH || document.rejects.length > 0) return false;
  const places = new NotesPlaces(document, filename, {});
  const form = document.entries[0]?.form;
  return document.entries.every((entry) => entry.form === form && places.tells(entry));
}

/** The events of a log, block by block. Each line ends in events, rejects or context, as in `parseNotes`. */
export function* readLog(pieces: Iterable<string>, filename: string, options: ParseOptions): Generator<ParseResult> {
  let places: NotesPlaces | null = null;
  let line = 1;
  for (const block of blocksOf(pieces)) {
    const document = readNotes(block, line);
    places ??= new NotesPlaces(document, filename, options);
    yield toResult(document, places.place(document));
    line += block.split("\n").length - 1;
  }
}

/** The text cut above lines that begin with a time, so that what was written below an entry stays with it. */
function* blocksOf(pieces: Iterable<string>): Generator<string> {
  let rest = "";
  for (const piece of pieces) {
    const end = startOfLastEntry(piece);
    if (end > 0) yield rest + piece.slice(0, end);
    rest = end > 0 ? piece.slice(end) : rest + piece;
  }
  if (rest !== "") yield rest;
}

/** Where the last whole line begins that begins with a time; 0 when there is none below the first. */
function startOfLastEntry(text: string): number {
  for (let end = text.lastIndexOf("\n"); end > 0; ) {
    const start = text.lastIndexOf("\n", end - 1) + 1;
    const head = text.slice(start, Math.min(end, start + STAMP_LENGTH));
    if (start > 0 && readStamp(head.replace(MARK, ""))?.date) return start;
    end = start - 1;
  }
  return 0;
}

const wholeLines = (text: string): string => text.slice(0, text.lastIndexOf("\n") + 1);
