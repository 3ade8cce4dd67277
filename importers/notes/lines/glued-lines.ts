import { JOINED_INTRO } from "#importers/lex/mail-intro.ts";
import type { BrokenText } from "./line-breaks.ts";

const STARTS = /^\s{0,8}(?:[-*+•]\s{1,4})?[*_]{0,3}\d{1,2}:\d{2}(?::\d{2})?[^\S\n]?[-–—:][^\S\n]/;
/** Before an item with a time, or a heading, that an export joined to the line above: "## Timeline * 03:25 — It fails". */
const RUN_ON =
  /[^\S\n](?=[*•][^\S\n][*_]{0,3}\d{1,2}:\d{2}(?::\d{2})?[*_]{0,3}[^\S\n]?(?:[A-Z]{3,4}[^\S\n]?)?[-–—:|]|#{2,4}[^\S\n]\p{Lu})/u;
const RUN_ON_ITEM = /^[*•][^\S\n][*_]{0,3}\d/;
/** A time with its mark, right after the end of the text above: "replication16:54 - Lag rises". */
const GLUED = /(?<=[\p{L}.!?)%])(?=\d{1,2}:\d{2}(?::\d{2})?[^\S\n]?[-–—:][^\S\n])/u;
const CLOCK_AND_DASH = String.raw`\d{1,2}:\d{2}[^\S\n]?(?:[ap]\.?m\.?)?(?:[^\S\n][A-Z]{2,4})?[^\S\n][-–—][^\S\n]`;
/** A paragraph of times with dashes, each behind the end of a sentence: "4:19 a.m. CST — It fell. 6:49 a.m. CST — …". */
const STARTS_DATED = new RegExp(String.raw`^[^\n:]{0,40}?${CLOCK_AND_DASH}`, "iu");
const NEXT_CLOCK = new RegExp(String.raw`(?<=[.!?)…][^\S\n])(?=${CLOCK_AND_DASH})`, "iu");
/** A day, time and dash behind the end of a sentence: "It fell. 2015/01/13 12:25 – It was back." */
const DAY_AND_DASH = String.raw`\d{4}[-/.]\d\d[-/.]\d\d[^\S\n]\d\d:\d\d[^\S\n]?[-–—][^\S\n]`;
const STARTS_WITH_DAY = new RegExp(String.raw`^\s{0,8}(?:[-*+•]\s{1,4})?(?:start: |end: )?${DAY_AND_DASH}`, "i");
const NEXT_DAY = new RegExp(String.raw`(?<=[.!?)…][^\S\n])(?=${DAY_AND_DASH})`, "u");
const MARK = /^\s{0,8}(?:[-*+•]\s{1,4})?/;
const LEAST = 3;
/** A row with only its first cell, and the cells that were split off it. */
const FIRST_CELL = /^\s{0,3}\|[^|\n]{0,200}\|\s{0,4}$/;
const OTHER_CELLS = /^\s{0,3}[^|\s][^\n]{0,2000}\|\s{0,4}$/;

/** Returns the lines of a list that was joined to one, with the headings before and after it. Null for any other line. */
function piecesOfRunOn(raw: string): string[] | null {
  if (!raw.includes(" * ") && !raw.includes(" • ")) return null;
  const pieces = raw.split(RUN_ON);
  return pieces.filter((piece) => RUN_ON_ITEM.test(piece)).length >= LEAST ? pieces : null;
}

/** Returns the entries of a paragraph that was joined to one line. Null for any other line. */
function piecesOfParagraph(raw: string): string[] | null {
  if (!STARTS_DATED.test(raw)) return null;
  const pieces = raw.split(NEXT_CLOCK);
  return pieces.length >= LEAST ? pieces : null;
}

/** Between the lines of a quoted mail that a page joined: "wrote: > Hi, > > At 05:00 it fell." */
const QUOTED_LINE = /\s(?=>(?:\s|$))/u;

/** Returns the lines of a quoted mail that was joined to one, with those above it. Null for any other line. */
function piecesOfMail(raw: string): string[] | null {
  const intro = raw.includes(": > ") ? JOINED_INTRO.exec(raw) : null;
  if (!intro?.[1]) return null;
  const quoted = raw.slice(intro.index + intro[0].length).split(QUOTED_LINE);
  if (quoted.length < LEAST) return null;
  return [raw.slice(0, intro.index), intro[1], ...quoted];
}

/** A time or a day and time, and right behind it the words of the next cell: "17:38Our worker", "9:04 AMIncident created". */
const TIME_AND_WORDS = String.raw`\d{1,2}:\d{2}(?::\d{2})?(?:[^\S\n]?[AaPp]\.?[Mm]\.?)?(?:[^\S\n]?[A-Z]{3,4})?(?=\p{Lu}\p{L}|\p{Lu}\s\p{Ll})`;
const CELLS = new RegExp(String.raw`^(\s{0,8}(?:[-*+•]\s{1,4})?(?:[^\n:]{0,24}\s)?${TIME_AND_WORDS})(?=\p{Lu})`, "u");
const NEXT_CELL = new RegExp(String.raw`(?<=[\p{Ll}.!?)%"”])(?=${TIME_AND_WORDS})`, "u");

/** A longer line isn't a table. */
const LONGEST_TABLE = 40_000;

/** Which lines are rows of a table whose cells an export joined. */
function joinedRows(raws: readonly string[]): boolean[] {
  const rows = raws.map((raw) => CELLS.test(raw));
  let run = 0;
  const runs = raws.map((raw, index) => {
    if (rows[index]) run += 1;
    else if (raw.trim() !== "") run = 0;
    return run;
  });
  // Every row of a run that is long enough, also its first ones.
  let isLong = false;
  for (let index = raws.length - 1; index >= 0; index -= 1) {
    isLong = (runs[index] ?? 0) >= LEAST || (isLong && (runs[index] ?? 0) > 0);
    rows[index] = isLong && rows[index] === true;
  }
  return rows;
}

const CLOCK_ALONE = /^\s{0,8}[*_]{0,3}(\d{1,2}:\d{2}(?::\d{2})?(?: ?(?:[ap]m|[A-Z]{3,4}))?)[*_]{0,3}\s*$/i;
const ITEM_BELOW = /^\s{0,8}[-–—*•]\s+(?=\S)/;
const DASH_ALONE = /^\s{0,8}[-–—]\s*$/;

/** Joins the times of a list that an export put on lines of their own, above their words. Null if there are none. */
export function openListedClocks(text: string): BrokenText | null {
  const raws = text.split(/\r\n|\n|\r/);
  const opened: { raw: string; line: number }[] = [];
  let count = 0;
  for (let index = 0; index < raws.length; index += 1) {
    const clock = CLOCK_ALONE.exec(raws[index] ?? "")?.[1];
    const below = raws[index + 1] ?? "";
    const isTold = clock !== undefined && ITEM_BELOW.test(below);
    const isMark = DASH_ALONE.test(raws[index] ?? "") && CLOCK_ALONE.test(raws[index + 1] ?? "");
    if (isTold) {
      const words = below.replace(ITEM_BELOW, "").trimEnd();
      opened.push({ raw: `- ${clock} ${words.replace(/ [-–—]$/, "")}`, line: index + 1 });
      count += 1;
      index += 1;
    } else if (!isMark) opened.push({ raw: raws[index] ?? "", line: index + 1 });
  }
  return count < LEAST
    ? null
    : { text: opened.map(({ raw }) => raw).join("\n"), lines: opened.map(({ line }) => line) };
}

/** Cuts lines that a page's export joined before each time, and joins rows that it cut. Null if there are none. */
export function openGlued(text: string): BrokenText | null {
  const raws = text.split(/\r\n|\n|\r/);
  const opened: { raw: string; line: number }[] = [];
  let isOpened = false;
  const joined = joinedRows(raws);
  for (const [index, raw] of raws.entries()) {
    const above = opened.at(-1);
    const cells = raw.length <= LONGEST_TABLE ? raw.split(NEXT_CELL) : [raw];
    if (joined[index] || cells.filter((cell) => CELLS.test(cell)).length >= LEAST) {
      for (const cell of cells) opened.push({ raw: cell.replace(CELLS, "$1 "), line: index + 1 });
      isOpened = true;
      continue;
    }
    const runOn = piecesOfMail(raw) ?? piecesOfRunOn(raw) ?? piecesOfParagraph(raw);
    const dated = runOn === null && STARTS_WITH_DAY.test(raw) ? raw.split(NEXT_DAY) : [];
    const pieces = runOn ?? (dated.length > 1 ? dated : STARTS.test(raw) ? raw.split(GLUED) : [raw]);
    if (above?.line === index && FIRST_CELL.test(above.raw) && OTHER_CELLS.test(raw)) {
      above.raw = `${above.raw.trimEnd()} ${raw.trim()}`;
      isOpened = true;
    } else if (pieces.length >= LEAST || dated.length > 1) {
      const [mark = ""] = runOn ? [] : (MARK.exec(raw) ?? []);
      for (const [at, piece] of pieces.entries())
        opened.push({ raw: at === 0 ? piece : mark + piece, line: index + 1 });
      isOpened = true;
    } else opened.push({ raw, line: index + 1 });
  }
  return isOpened ? { text: opened.map(({ raw }) => raw).join("\n"), lines: opened.map(({ line }) => line) } : null;
}
