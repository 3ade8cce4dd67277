import { append } from "#importers/base/append.ts";
import { findDates } from "#importers/lex/find-dates.ts";
import { dayStamp } from "#importers/lex/stamp.ts";
import type { Stamp } from "#importers/lex/stamp-type.ts";
import { type Assembly, assemble } from "./assemble.ts";
import { readCandidates } from "./candidates.ts";
import { readCommits } from "./commit-log.ts";
import { openCompactClocks } from "./compact-clocks.ts";
import { type Candidate, type Entry, makeEntry } from "./entry.ts";
import { openTimelineFences } from "./fenced-timeline.ts";
import { readInnerStamps } from "./inner-stamps.ts";
import { type Line, readLines } from "./lines.ts";
import { type Prose, readProse } from "./prose.ts";
import type { DayStep } from "./running-day.ts";
import { readSections, type Section } from "./sections.ts";
import { type Selection, selectEntries } from "./select.ts";
import { readSentenceTimes } from "./sentence-times.ts";
import { isTimelineTable, readTableEntries, readTables, type Table } from "./timeline-table.ts";
import {
  readEmbedded,
  readLabelled,
  readSpeakers,
  readTimedHeadings,
  readTimesBelow,
  type TrailingEntry,
} from "./trailing.ts";

export interface NotesDocument extends Assembly {
  /** Everything that is no entry, for statements about zone and day. */
  prose: Prose[];
  steps: DayStep[];
}

interface Parts {
  lines: Line[];
  sections: Section[];
  candidates: Map<number, Candidate>;
  tables: Table[];
}

/** Reads the structure of notes: which lines are entries, which are context, where days change. `first` is its first line. */
export function readNotes(text: string, first = 1): NotesDocument {
  const lines = readLines(text, first);
  const document = readLinesAsNotes(lines);
  const isEmpty = document.entries.length + document.rejects.length === 0;
  if (!isEmpty && lines.length > MOST_MIXED) return document;
  const sections = readSections(lines);
  const opened = (isEmpty ? openTimelineFences(lines, sections) : null) ?? openCompactClocks(lines, sections);
  if (!opened) return document;
  const again = readLinesAsNotes(opened);
  return again.entries.length > document.entries.length ? again : document;
}

/** A longer text is a log, whose lines are written alike. */
const MOST_MIXED = 2000;

function readLinesAsNotes(lines: Line[]): NotesDocument {
  const sections = readSections(lines);
  const parts = { lines, sections, candidates: readCandidates(lines, sections), tables: readTables(lines, sections) };
  const below = readTimesBelow(lines, parts.candidates);
  if (below.length > 0) return finish(parts, placeTrailing(below, parts), NO_SELECTION);
  const inTimeline = parts.tables.some((table) => table.columns && table.section.timeline);
  const selection = selectEntries({ ...parts, hasTimelineTable: inTimeline });
  const assembly = assemble({ ...parts, selection });
  addTables(parts.tables, assembly, inTimeline);
  const isProse = assembly.entries.every(({ form, stamp }) => form === "text" && stamp.prose);
  if (!isProse || assembly.rejects.length > 0) return finish(parts, assembly, selection);
  if (assembly.entries.length > 0) return finishProse(parts, assembly, selection);
  const fallbacks = [
    readSpeakers(lines),
    readLabelled(lines, sections),
    readEmbedded(lines, sections),
    readTimedHeadings(lines),
    readCommits(lines),
    readInnerStamps(lines),
  ];
  const trailing = fallbacks.find((found) => found.length > 0);
  return trailing ? finish(parts, placeTrailing(trailing, parts), selection) : finishProse(parts, assembly, selection);
}

/** A text without a timeline: its sentences tell what happened, where they tell more than the openings of its paragraphs. */
function finishProse(parts: Parts, assembly: Assembly, selection: Selection): NotesDocument {
  const told = readSentenceTimes(parts.lines, parts.sections);
  if (told.length <= assembly.entries.length) return finish(parts, assembly, selection);
  // The paragraphs stay in the context: the sentences are but a part of what they say.
  const context = parts.lines.filter(({ role }) => role !== "blank");
  return finish(parts, { ...placeTrailing(told, parts), context }, NO_SELECTION);
}

const NO_SELECTION: Selection = { entries: new Set(), setters: new Set() };

function addTables(tables: Table[], assembly: Assembly, inTimeline: boolean): void {
  const hasTimeline = inTimeline || assembly.entries.length > 0;
  for (const table of tables) {
    if (assembly.keptRows.has(table.rows[0]?.line.number ?? 0)) continue;
    if (isTimelineTable(table, hasTimeline)) {
      const reading = readTableEntries(table);
      append(assembly.entries, reading.entries);
      append(
        assembly.rejects,
        reading.rejects.map((reject) => ({ ...reject, more: [] })),
      );
      append(assembly.context, reading.context);
    } else append(assembly.context, [...table.frame, ...table.rows.map((row) => row.line)]);
  }
}

function placeTrailing(found: TrailingEntry[], { lines }: Parts): Assembly {
  const used = new Set(found.flatMap((entry) => [entry.at, ...entry.words]));
  const entries = found.map(({ at, words, stamp, text, actor }) => {
    const line = lines[Math.min(at, ...words)]?.number ?? 0;
    return { ...makeEntry(line, "text", stamp, text), actor };
  });
  const context = lines.filter((line, index) => !used.has(index) && line.role !== "blank");
  return { entries, rejects: [], context, keptRows: new Set() };
}

function finish(parts: Parts, assembly: Assembly, selection: Selection): NotesDocument {
  assembly.entries.sort((a, b) => a.line - b.line);
  assembly.context.sort((a, b) => a.number - b.number);
  const prose = readProse(parts.lines, assembly.context);
  return { ...assembly, prose, steps: daySteps(parts, selection, assembly.entries) };
}

function daySteps({ lines, sections, candidates }: Parts, selection: Selection, entries: Entry[]): DayStep[] {
  const firstOf = new Map<number, number>();
  for (const [place, { line }] of entries.entries()) if (!firstOf.has(line)) firstOf.set(line, place);
  const steps: DayStep[] = [];
  for (const [index, line] of lines.entries()) {
    const first = firstOf.get(line.number);
    const candidate = candidates.get(index);
    const section = sections[index];
    if (first !== undefined) {
      for (let place = first, entry = entries[place]; entry?.line === line.number; entry = entries[++place])
        steps.push({ kind: "entry", entry });
    } else if (candidate && selection.setters.has(index)) steps.push({ kind: "day", stamp: candidate.stamp });
    else if (section?.heading === line && section.kind === "plain") {
      steps.push({ kind: "break" });
      const stamp = dayInTitle(section);
      if (stamp) steps.push({ kind: "day", stamp });
    } else if (line.role === "text" && isDayTitle(lines, index, firstOf)) {
      const stamp = dayAtEnd(line.content);
      if (stamp) steps.push({ kind: "day", stamp });
    }
  }
  return steps;
}

const TITLE_LENGTH = 90;

/** A short line by itself, right above an entry. */
function isDayTitle(lines: readonly Line[], index: number, entries: ReadonlyMap<number, number>): boolean {
  const [above, line, below] = [lines[index - 1], lines[index], lines[index + 1]];
  if (!line || line.content.length > TITLE_LENGTH || (above && above.role !== "blank") || below?.role !== "blank")
    return false;
  const next = lines.slice(index + 2, index + 5).find(({ role }) => role !== "blank");
  return next !== undefined && entries.has(next.number);
}

/** "Report on the outage of 23 September 2024": the full date that a line ends with. */
function dayAtEnd(text: string): Stamp | null {
  const found = findDates(text).at(-1);
  if (!found || found.day.year === null || !/\d{4}[\s.:)*_]{0,6}$/.test(text.slice(-12))) return null;
  return dayStamp({ kind: "day", day: found.day, end: 0, written: text });
}

/** "## Timeline - May 29, 2021": a date inside a heading sets the day; without a year only where it names a timeline. */
function dayInTitle(section: Section): Stamp | null {
  const found = findDates(section.title).find((date) => date.day.year !== null || section.timeline);
  return found ? dayStamp({ kind: "day", day: found.day, end: 0, written: section.title }) : null;
}
