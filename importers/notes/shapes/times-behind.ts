import { plainText } from "#importers/lex/markdown.ts";
import { isTimed, readStamp } from "#importers/lex/stamp.ts";
import type { Stamp } from "#importers/lex/stamp-type.ts";
import type { Candidate } from "../lines/entry.ts";
import type { Line } from "../lines/lines.ts";
import type { Section } from "../lines/sections.ts";
import { NOT_YET } from "./said-times.ts";
import type { TrailingEntry } from "./trailing.ts";

/** Matches the text between words and the time after them. */
const GAP = /\s?[([](?=[^\s)\]])|(?::|[,;]|\s(?:[-–—|·•→@~]|->|=>))\s{1,4}(?=[*_`[(~@\d\p{L}])|\t/gu;
/** A stamp is no longer than this. */
const REACH = 70;
const LONGEST = 400;
const LEAST = 3;
const LEAST_IN_TIMELINE = 2;
const WORDED = /\p{L}{2}/u;
/** A number of a clock, before anything is read. */
const CLOCK = /\d[:.h]\d\d|\d\s?[ap]\.?m\b|[時时点시]/iu;

interface Told {
  words: string;
  stamp: Stamp;
}

/**
 * "Alert fires (10:02 UTC)", "Alert fires – 11 March 2026, 10:02": a text that ends with its only time. A time in brackets
 * stays in its words.
 */
export function timeBehind(text: string): Told | null {
  if (text.length > LONGEST || !CLOCK.test(text.slice(-REACH))) return null;
  for (const { index, 0: gap } of text.matchAll(GAP)) {
    const from = index + gap.length;
    const words = text.slice(0, index);
    if (text.length - from > REACH || !WORDED.test(words)) continue;
    if (CLOCK.test(words)) return null;
    const stamp = readStamp(text.slice(from));
    if (stamp?.clock && stamp.problem === null && plainText(text.slice(from + stamp.textStart)) === "")
      return { words: /[([]/.test(gap) ? text : words.trim(), stamp };
  }
  return null;
}

/**
 * Entries whose time is behind their words, line by line or wrapped, in a part of the text in which every line or
 * paragraph ends so. Empty for any other text.
 */
export function readTimesBehind(lines: readonly Line[], sections: readonly Section[]): TrailingEntry[] {
  const parts = Map.groupBy(piecesOf(lines), ({ at }) => sections[at]?.id ?? -1);
  const found: TrailingEntry[] = [];
  for (const [, pieces] of parts) {
    const section = sections[pieces[0]?.at ?? 0];
    if (section?.elsewhere) continue;
    const told = pieces.map((piece) => ({ ...piece, told: timeBehind(piece.text) }));
    // Words above the list introduce it.
    while (told[0] && !told[0].told && told[0].role === "text") told.shift();
    const least = section?.timeline ? LEAST_IN_TIMELINE : LEAST;
    if (told.length < least || !told.every((one) => one.told) || told.some(({ text }) => NOT_YET.test(text))) continue;
    for (const { at, more, told: one } of told)
      if (one) found.push({ at, words: more, stamp: one.stamp, text: [one.words], actor: null });
  }
  return found;
}

/** "**Timeline**" and "What happened:", which are above a list. */
const LABEL = /^[*_]{2}[^*_]{1,80}[*_]{2}:?$|:$/;

/** A day alone, which is above its times. */
function isDay({ content }: Line): boolean {
  const stamp = content.length <= REACH ? readStamp(content) : null;
  return stamp?.date != null && stamp.clock === null && plainText(content.slice(stamp.textStart)) === "";
}

interface Piece {
  at: number;
  more: number[];
  text: string;
  role: Line["role"];
}

/** Items and lines, each with the lines that it was wrapped to. */
function piecesOf(lines: readonly Line[]): Piece[] {
  const pieces: Piece[] = [];
  for (const [index, line] of lines.entries()) {
    if (line.role !== "item" && line.role !== "text") continue;
    if (line.role === "text" && LABEL.test(line.content)) continue;
    if (isDay(line)) continue;
    const above = pieces.at(-1);
    const isNext = above !== undefined && (above.more.at(-1) ?? above.at) === index - 1;
    const isShort = above !== undefined && above.text.length <= LONGEST;
    if (isShort && isNext && line.role === "text" && !CLOCK.test(above.text)) {
      above.text = `${above.text} ${line.content}`;
      above.more.push(index);
    } else pieces.push({ at: index, more: [], text: line.content, role: line.role });
  }
  return pieces;
}

/**
 * The same where words were wrapped before their time, unless other lines start with times. Those would be entries.
 */
export function readWrappedBehind(
  lines: readonly Line[],
  sections: readonly Section[],
  candidates: ReadonlyMap<number, Candidate>,
): TrailingEntry[] {
  const firm = [...candidates.values()].filter(({ stamp }) => isTimed(stamp) && !stamp.prose);
  const found = readTimesBehind(lines, sections);
  const own = new Set(found.flatMap(({ words }) => words));
  const areItems = found.every(({ at }) => lines[at]?.role === "item");
  return own.size > 0 && areItems && firm.every(({ index }) => own.has(index)) ? found : [];
}
