import { plainText } from "#importers/lex/markdown.ts";
import { minutesApart } from "#importers/lex/same-moment.ts";
import { dayStamp, isTimed, problemOf, readStamp } from "#importers/lex/stamp.ts";
import type { Stamp } from "#importers/lex/stamp-type.ts";
import { isSeparatorRow, splitRow } from "#importers/lex/table.ts";
import { findColumns, isTextHeader, type TableColumns, zoneInHeader } from "#importers/lex/table-columns.ts";
import { type Entry, makeEntry } from "../lines/entry.ts";
import type { Line } from "../lines/lines.ts";
import type { Section } from "../lines/sections.ts";

interface TableRow {
  line: Line;
  cells: string[];
}

export interface Table {
  section: Section;
  header: TableRow | null;
  rows: TableRow[];
  /** Header, separator and everything else except rows of data. */
  frame: Line[];
  columns: TableColumns | null;
}

/** All tables of a document, with the columns of those that contain times. */
export function readTables(lines: Line[], sections: Section[]): Table[] {
  const tables: Table[] = [];
  let block: Line[] = [];
  for (const [index, line] of lines.entries()) {
    if (line.role === "row") block.push(line);
    const section = sections[index];
    if (line.role === "row" && lines[index + 1]?.role === "row") continue;
    if (block.length > 0 && section) tables.push(readTable(block, section));
    block = [];
  }
  return tables;
}

/** Matches a header's name for its times, even without a line of dashes. */
const TIME_NAME = /^(?:date|time|date ?(?:and|&|\/) ?time|timestamp|when)(?:\s?\([^)]{1,20}\))?$/i;

function readTable(block: Line[], section: Section): Table {
  const separator = block.findIndex((line) => isSeparatorRow(line.raw));
  const isNamed = separator < 0 && splitRow(block[0]?.raw ?? "").some((cell) => TIME_NAME.test(plainText(cell)));
  const headed = separator === 1 || isNamed || block[0]?.raw.trim().startsWith("||") === true;
  const asRow = (line: Line) => ({ line, cells: splitRow(line.raw) });
  const first = block[0];
  const isFrame = (line: Line, index: number) => isSeparatorRow(line.raw) || (headed && index === 0);
  const header = headed && first ? asRow(first) : null;
  const rows = block.filter((line, index) => !isFrame(line, index)).map(asRow);
  const frame = block.filter(isFrame);
  return {
    section,
    header,
    rows,
    frame,
    columns: findColumns(
      header?.cells ?? null,
      rows.map((row) => row.cells),
    ),
  };
}

/**
 * Returns whether the rows of a table are entries: below a timeline heading, with the time in the first two columns, or
 * each with a day and time next to a column that names events.
 */
export function isTimelineTable(table: Table, hasTimeline: boolean): boolean {
  const { columns } = table;
  if (!columns) return false;
  if (table.section.timeline) return true;
  if (hasTimeline || columns.time === null || columns.timedRows < 2) return false;
  if (Math.min(columns.time, columns.date ?? columns.time) <= 1) return true;
  return columns.timedRows === table.rows.length && columns.text.some((at) => namesEvents(table.header?.cells[at]));
}

const namesEvents = (header = ""): boolean => isTextHeader(plainText(header));

interface TableReading {
  entries: Entry[];
  rejects: { line: Line; reason: string }[];
  context: Line[];
}

/** Returns the entries of a timeline table. A row without a time continues the row above. */
export function readTableEntries(table: Table): TableReading {
  const reading: TableReading = { entries: [], rejects: [], context: [...table.frame] };
  if (!table.columns) return { ...reading, context: [...table.frame, ...table.rows.map((row) => row.line)] };
  for (const row of table.rows) readRow(row, table.columns, table, reading);
  return reading;
}

function readRow(row: TableRow, columns: TableColumns, table: Table, reading: TableReading): void {
  const header = table.header?.cells ?? [];
  const cell = (index: number | null) => (index === null ? "" : (row.cells[index] ?? ""));
  const written = [cell(columns.date), columns.clockOf(cell(columns.time))].filter((text) => text !== "").join(" ");
  const timeText = readStamp(written) ? written : plainText(written).replace(FROM_THEN, "");
  const words = columns.text.map(cell).filter((text) => text !== "");
  const extra = columns.other.filter((index) => cell(index) !== "").map((index) => named(header[index], cell(index)));
  if (plainText(timeText) === "") {
    const above = reading.entries.at(-1);
    if (above && words.length > 0) above.text.push("", ...words, ...extra);
    else reading.context.push(row.line);
    return;
  }
  const stamp = readStamp(timeText) ?? dayLikeOthers(plainText(timeText), table);
  const reason = stamp ? problemOf(stamp) : `"${plainText(timeText).slice(0, 60)}" isn't a time.`;
  if (!stamp || reason !== null) {
    reading.rejects.push({ line: row.line, reason: reason ?? "" });
    return;
  }
  const aside = timeText.slice(stamp.textStart).replace(/^[*_`\s]+|[*_`\s]+$/g, "");
  // A cell with more than the time, in a table without a text column, is its own text.
  const ownWords = words.length === 0 && aside !== "";
  const entry = makeEntry(row.line.number, "row", withEnd(stamp, cell(columns.end)), ownWords ? [aside] : words);
  entry.extra = aside === "" || ownWords ? extra : [...extra, timeText];
  entry.zone = stamp.zone ?? columns.zoneOf(cell(columns.zone));
  const isOnce = columns.other.every((index) => isSameMoment(entry, cell(index), header[index]));
  if (!isOnce) entry.stamp = { ...entry.stamp, problem: { kind: "open" } };
  entry.actor = plainText(cell(columns.actor)) || null;
  reading.entries.push(entry);
  const isElsewhere = (more: Stamp) =>
    aside.startsWith("/") && (minutesOf(more) - minutesOf(stamp)) % MOMENT_ELSEWHERE === 0;
  for (const more of ownWords ? [] : clocksBehind(aside).filter((one) => !isElsewhere(one)))
    reading.entries.push({
      ...entry,
      stamp: { ...more, date: more.date ?? stamp.date, zone: more.zone ?? stamp.zone },
    });
}

/** "ab 19:27" in a cell: the start of what went on. */
const FROM_THEN =
  /^(?:ab|seit|as of|depuis|dès|à partir de|desde(?: las)?|a partir de las|a partir das|dalle|a partire dalle|vanaf|sinds|od|från|fra|с|з|от|từ|sejak|mulai)\s(?=[~≈]?\d)/iu;

/**
 * "11/09" or "11/09–13/09" alone in a cell is a day next to "05/09 15:53", and "24–26.07" next to any short day. The
 * first day of a span counts.
 */
function dayLikeOthers(cell: string, { rows, columns }: Table): Stamp | null {
  const [, ofDays, month] = DAYS_OF_MONTH.exec(cell) ?? [];
  const own = ofDays === undefined ? (SHORT_SPAN.exec(cell)?.[1] ?? cell) : `${ofDays}.${month}.`;
  const mark = SHORT_DAY.exec(own)?.[1] ?? (ofDays === undefined ? undefined : ".");
  if (mark === undefined) return null;
  const at = columns?.date ?? columns?.time ?? 0;
  const isLike = rows.slice(0, MOST_LIKE).some(({ cells }) => {
    const written = readStamp(cells[at] ?? "")?.date?.written.match(SHORT_DAY)?.[1];
    return written !== undefined && (ofDays !== undefined || written === mark);
  });
  const date = isLike ? readStamp(ofDays === undefined ? `${own} 00:00` : own)?.date : null;
  return date && date.kind !== "impossible" ? dayStamp(date) : null;
}
const SHORT_DAY = /^\d{1,2}([-/.])\d{1,2}(?!\d)/;
const SHORT_SPAN = /^(\d{1,2}([-/])\d{1,2})\s?[〜～~–—-]\s?\d{1,2}\2\d{1,2}(?: \d{1,2}:\d{2})?$/;
const DAYS_OF_MONTH = /^(\d{1,2})\.?\s?[–—-]\s?\d{1,2}\.(0?[1-9]|1[0-2])\.?$/;
const MOST_LIKE = 60;

/**
 * Returns whether the time of another column, in the time zone of its header, can be the moment of the entry. True if
 * it isn't a time.
 */
function isSameMoment({ stamp, zone }: Entry, cell: string, name: string | undefined): boolean {
  const other = readStamp(cell);
  const otherZone = other?.zone ?? zoneInHeader(plainText(name ?? ""));
  if (!stamp.clock || !zone || !other?.clock || !otherZone || cell.length - other.textStart > 2) return true;
  return (minutesApart(stamp.clock, zone, other.clock, otherZone) ?? 0) === 0;
}

const NEXT_CLOCK = /^(?:[\s,;&/]|and\b|<br\s*\/?>){1,20}(?=\d{1,2}[:.h]\d{2})/i;
/** "16:42 / 18:42" can be one moment on two clocks, which are half hours apart. */
const MOMENT_ELSEWHERE = 30;

/** The other times of a cell with only times: "14:20, 14:35 and 15:02". */
function clocksBehind(aside: string): Stamp[] {
  const found: Stamp[] = [];
  for (let rest = `, ${aside}`; rest.trim() !== ""; ) {
    const gap = NEXT_CLOCK.exec(rest)?.[0].length ?? 0;
    const stamp = gap > 0 && found.length < MOST_CLOCKS ? readStamp(rest.slice(gap)) : null;
    if (!stamp?.clock || stamp.problem !== null) return [];
    found.push(stamp);
    rest = `, ${rest.slice(gap + stamp.textStart)}`.replace(/^, $/, "");
  }
  return found;
}

const MOST_CLOCKS = 12;
const minutesOf = ({ clock }: Stamp): number => (clock?.hour ?? 0) * 60 + (clock?.minute ?? 0);

function named(header: string | undefined, value: string): string {
  const name = plainText(header ?? "");
  return name === "" ? value : `${name}: ${value}`;
}

function withEnd(stamp: Stamp, endText: string): Stamp {
  const end = endText === "" ? null : readStamp(endText);
  if (!end || !isTimed(end)) return stamp;
  return { ...stamp, end: { date: end.date, clock: end.clock } };
}
