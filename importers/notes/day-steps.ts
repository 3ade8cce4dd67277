import { resolveDay } from "#importers/lex/day-number.ts";
import { findDates, namesNoDay } from "#importers/lex/find-dates.ts";
import { dayStamp, readStamp } from "#importers/lex/stamp.ts";
import type { Stamp } from "#importers/lex/stamp-type.ts";
import { type CalendarDay, shiftDay } from "#lib/base/time/calendar-day.ts";
import { minutesOf } from "#lib/base/time/clock.ts";
import type { Assembly } from "./assemble.ts";
import { PART_LABEL, WRITING_LABEL } from "./days/day-labels.ts";
import { type DayStep, Direction } from "./days/day-order.ts";
import { daySpan, passMidnightOnce } from "./days/day-span.ts";
import { canBePublished, isBeforeTrouble } from "./days/opening-day.ts";
import { saidDates } from "./days/said-dates.ts";
import { hasUnreadDate, startsWithUnreadDate } from "./days/unread-date.ts";
import { isEarlierPart, isUnreadDay } from "./days/unread-day.ts";
import type { Candidate, Entry } from "./lines/entry.ts";
import type { Line } from "./lines/lines.ts";
import { titleLine } from "./lines/prose.ts";
import { isChapterLike, type Section } from "./lines/sections.ts";
import { isTimelineTitle } from "./lines/titles.ts";
import { isByline as isAuthors, isBareDay } from "./lines/written-on.ts";

interface DayParts {
  lines: readonly Line[];
  sections: readonly Section[];
  candidates: ReadonlyMap<number, Candidate>;
  /** Lines that only set the day for later lines. */
  setters: ReadonlySet<number>;
}

/** Where a day was set: the level of its heading, or just below that of the heading above its line. */
interface SetAt {
  level: number;
  timeline: boolean;
}

/** Returns the entries of a document in reading order, with everything that tells on which day they were. */
export function daySteps(parts: DayParts, { entries, rejects }: Pick<Assembly, "entries" | "rejects">): DayStep[] {
  const firstOf = new Map<number, number>();
  for (const [place, { line }] of entries.entries()) if (!firstOf.has(line)) firstOf.set(line, place);
  const rejected = new Set(rejects.map(({ line }) => line.number));
  const steps: DayStep[] = [];
  const spans: Span[] = [];
  const title = titleLine(parts.lines);
  let setAt: SetAt | null = null;
  for (const [index, line] of parts.lines.entries()) {
    const first = firstOf.get(line.number);
    if (first !== undefined) {
      for (let place = first, entry = entries[place]; entry?.line === line.number; entry = entries[++place])
        steps.push({ kind: "entry", entry: askUnread(entry, line), depth: line.role === "item" ? line.indent : 0 });
      continue;
    }
    const section = parts.sections[index];
    const isPlain = section?.heading === line && (section.kind === "plain" || (index === title && hasWords(section)));
    if (isPlain) {
      if (setAt && leaves(section, setAt)) {
        steps.push({ kind: "leave", isBefore: isEarlierPart(section.title) });
        setAt = null;
      }
      steps.push({ kind: "break" });
    }
    // Other dates in a title are compared with labels and the file's name.
    if (index === title && isPlain && !section?.timeline) continue;
    const step = rejected.has(line.number) ? dayOfReject(line) : dayOfLine(parts, index, isPlain, firstOf);
    if (!step) continue;
    steps.push(step);
    const isHeading = section?.heading === line;
    setAt = { level: (section?.level ?? 0) + (isHeading ? 0 : 0.5), timeline: section?.timeline ?? false };
    const span = step.kind === "day" && step.stamp.clock === null ? daySpan(line.content) : null;
    if (span) spans.push({ at: steps.length - 1, line, ...span });
  }
  const direction = new Direction();
  for (const step of steps) direction.see(step);
  for (const span of spans) tellSpan(steps, span, direction.isBackwards());
  return steps;
}

/** A day before a time that wasn't understood is asked for: no other day takes its place. */
function askUnread(entry: Entry, { raw, role }: Line): Entry {
  const { date, clock, dayWord, weekday, statedText } = entry.stamp;
  if (clock === null || date !== null || dayWord !== null || weekday !== null || role === "heading") return entry;
  const at = raw.indexOf(statedText);
  if (at > 0 && hasUnreadDate(raw.slice(0, at).replace(LIST_MARK, "")))
    entry.stamp = { ...entry.stamp, dayWord: { kind: "open" } };
  return entry;
}
const LIST_MARK = /^\s{0,40}(?:[-*+•]|\d{1,3}[.)])\s+/;

interface Span {
  /** Its position among the steps. */
  at: number;
  line: Line;
  first: CalendarDay;
  days: number;
}

/**
 * Several days are assigned only if there are two and the times below pass midnight once. Otherwise they are asked for.
 * From the newest to the oldest, they start on the second.
 */
function tellSpan(steps: DayStep[], { at, line, first, days }: Span, isBackwards: boolean): void {
  const below = steps.slice(at + 1);
  const end = below.findIndex(({ kind }) => kind === "day" || kind === "unread" || kind === "leave");
  const minutes = below.slice(0, end < 0 ? below.length : end).flatMap((step) => {
    const { clock = null, date = null } = step.kind === "entry" ? step.entry.stamp : {};
    return clock === null || date !== null ? [] : [minutesOf(clock)];
  });
  if (minutes.length === 0) return;
  const isTold = days === 2 && passMidnightOnce(isBackwards ? minutes.toReversed() : minutes);
  const day = dayStamp({ kind: "day", day: isBackwards ? shiftDay(first, 1) : first, end: 0, written: line.content });
  steps[at] = isTold ? { kind: "day", stamp: day } : unread(line);
}

const hasWords = ({ heading, stamp }: Section): boolean =>
  /\w/.test(heading?.content.slice(stamp?.textStart ?? 0) ?? "");

/** Returns whether a part is outside the one whose heading set the day. Parts of one timeline follow each other. */
function leaves({ level, timeline, title }: Section, setAt: SetAt): boolean {
  if (level > setAt.level) return false;
  return !(timeline && setAt.timeline && level >= Math.floor(setAt.level) && !isTimelineTitle(title));
}

function dayOfLine(
  { lines, sections, candidates, setters }: DayParts,
  index: number,
  isPlain: boolean,
  entries: ReadonlyMap<number, number>,
): DayStep | null {
  const [line, section, candidate] = [lines[index], sections[index], candidates.get(index)];
  if (!line || !section) return null;
  if (candidate && setters.has(index)) {
    const isByline = line.role === "text" && section.level <= 1 && !section.timeline && !leadsOn(lines, index, entries);
    const isWritten = setters.size === 1 && !section.timeline && isAboveStory(lines, index, entries);
    if (isByline || isWritten || isAuthors(line.content)) return null;
    if (line.role === "text" && isOfAct(lines, index)) return unread(line);
    return setters.size === 1 && isOtherThanTitle(lines, index, section)
      ? unread(line)
      : { kind: "day", stamp: candidate.stamp };
  }
  const isAbove = !isPlain && line.role === "text" && isDayTitle(lines, index, entries);
  if (isAbove && WRITING_LABEL.test(line.content)) return null;
  const labelled = isAbove && (section.level > 1 || section.timeline) ? dayOfLabel(line) : null;
  if (labelled) return labelled;
  const stamp = isPlain ? dayInTitle(section) : isAbove ? dayAtEnd(line.content) : null;
  if (stamp) return { kind: "day", stamp };
  if (isPlain && (namesNoDay(section.title) || isDayOrChapter(line, lines))) return unread(line);
  const mayName = isPlain || (!candidate && section.timeline && (line.role === "item" || line.role === "text"));
  if (!mayName) return null;
  return (isPlain ? isUnreadDay(section.title) : isUnreadDay(line.content) || startsWithUnreadDate(line.content))
    ? unread(line)
    : null;
}

/** "On 1 June we moved to a new host. A few days later, it failed": the day isn't that of the times below. */
function isOfAct(lines: readonly Line[], index: number): boolean {
  const end = lines.findIndex(({ role }, at) => at > index && role !== "text");
  const text = lines
    .slice(index, end < 0 ? undefined : end)
    .map(({ content }) => content)
    .join(" ");
  const [found] = saidDates(text);
  return found !== undefined && isBeforeTrouble(text, found, []);
}

/** "2.2. Problem" without "1. Summary" or "2.1. Goal" in the same text: a chapter, or the second of February. */
function isDayOrChapter({ content }: Line, lines: readonly Line[]): boolean {
  const stamp = readStamp(content);
  if (!stamp || !isChapterLike(stamp, content)) return false;
  const [chapter = ""] = content.split(".", 1);
  const isOther = (line: Line) =>
    line.content !== content &&
    (line.role === "heading" || line.role === "text") &&
    line.content.startsWith(`${chapter}.`);
  return !lines.some(isOther);
}

/** A day alone between a title with another day and the times can be that of writing, or the next one. */
function isOtherThanTitle(lines: readonly Line[], index: number, { level, timeline }: Section): boolean {
  const [line, title] = [lines[index], lines[titleLine(lines)]];
  if (line?.role !== "text" || !title || line === title || level > 1 || timeline) return false;
  const [own, named] = [findDates(line.content)[0], saidDates(title.content, true)[0]];
  if (!own || !named || own.day.year === null || named.day.year === null || daySpan(title.content)) return false;
  const [day, ofTitle] = [resolveDay(own.day, null) ?? 0, resolveDay(named.day, null) ?? 0];
  const isOfPublication = !isBareDay(line.content) && canBePublished(title.content, named, day, ofTitle);
  return day !== ofTitle && !(isOfPublication && findDates(line.content).length === 1);
}

/**
 * Returns whether entries follow a line before another heading does. Below a title, a date otherwise tells when the
 * text was written.
 */
function leadsOn(lines: readonly Line[], index: number, entries: ReadonlyMap<number, number>): boolean {
  const rest = lines.slice(index + 1);
  const next = rest.find(({ role, number }) => role === "heading" || entries.has(number));
  return next !== undefined && entries.has(next.number);
}

/**
 * Returns whether a single day is the first line except for a title, with a story between it and the times. It may be
 * the day of writing.
 */
function isAboveStory(lines: readonly Line[], index: number, entries: ReadonlyMap<number, number>): boolean {
  if (!isBareDay(lines[index]?.content ?? "") || lines.slice(0, index).some(({ number }) => entries.has(number)))
    return false;
  const above = lines.slice(0, index).filter(({ role }) => role !== "blank" && role !== "front" && role !== "comment");
  const end = lines.findIndex(({ number }, at) => at > index && entries.has(number));
  const between = lines.slice(index + 1, end < 0 ? undefined : end);
  return above.length <= 1 && between.some(({ role, content }) => role === "text" && content.length >= STORY_LENGTH);
}

const STORY_LENGTH = 15;

const unread = ({ content, raw }: Line): DayStep => ({
  kind: "unread",
  question: `Which day is “${(content || raw)
    .replace(/[*_#|]+/g, " ")
    .replace(/\s+/g, " ")
    .trim()
    .slice(0, 60)}”?`,
});

/** An unreadable row still names its day, or makes the days after it unknown. */
function dayOfReject(line: Line): DayStep | null {
  const [found] = findDates(line.content.slice(0, 80));
  if (found) return { kind: "day", stamp: dayStamp({ kind: "day", day: found.day, end: 0, written: line.content }) };
  const isWrong =
    readStamp(line.role === "row" ? line.raw.replace(/^\s{0,20}\|/, "") : line.content)?.date?.kind === "impossible";
  return isWrong ||
    startsWithUnreadDate(line.content) ||
    /\d{1,4}[-/.]\d{1,2}[-/.]\d{2,4}/.test(line.content.slice(0, 80)) ||
    isUnreadDay(line.content)
    ? unread(line)
    : null;
}

const TITLE_LENGTH = 90;

/** A single short line, right above an entry. */
function isDayTitle(lines: readonly Line[], index: number, entries: ReadonlyMap<number, number>): boolean {
  const [above, line, below] = [lines[index - 1], lines[index], lines[index + 1]];
  if (
    !line ||
    isAuthors(line.content) ||
    line.content.length > TITLE_LENGTH ||
    (above && above.role !== "blank") ||
    below?.role !== "blank"
  )
    return false;
  const next = lines.slice(index + 2, index + 5).findIndex(({ role }) => role !== "blank");
  if (next < 0) return false;
  // A table starts with its header and the dashes below it.
  const first = lines.slice(index + 2 + next, index + 5 + next);
  return (first[0]?.role === "row" ? first : first.slice(0, 1)).some(({ number }) => entries.has(number));
}

/** "Date/Time: November 13, 2025, 19:05-20:45": the single day of a part. Several are asked for. */
function dayOfLabel(line: Line): DayStep | null {
  const label = PART_LABEL.exec(line.content);
  const [first, ...others] = label ? findDates(line.content).filter(({ day }) => day.year !== null) : [];
  if (!first) return null;
  const day = resolveDay(first.day, null);
  if (others.some((other) => resolveDay(other.day, null) !== day)) return unread(line);
  return { kind: "day", stamp: dayStamp({ kind: "day", day: first.day, end: 0, written: line.content }) };
}

/** "Report on the outage of 23 September 2024": the full date at the end of a line, and its only one. */
function dayAtEnd(text: string): Stamp | null {
  if (findDates(text).length > 1) return null;
  const found = saidDates(text, true).at(-1);
  if (!found || found.day.year === null || !/\d{4}[\s.:)*_]{0,6}$/.test(text.slice(-12))) return null;
  return dayStamp({ kind: "day", day: found.day, end: 0, written: text });
}

/**
 * "## Timeline - May 29, 2021": a date inside a heading sets the day. Without a year it counts only if the heading
 * names a timeline or ends with it.
 */
function dayInTitle({ title, timeline, elsewhere }: Section): Stamp | null {
  if (elsewhere) return null;
  const isLast = ({ end }: { end: number }) => /^[\s.:)\]*_]*$/.test(title.slice(end));
  const found = saidDates(title, true).find((date) => date.day.year !== null || timeline || isLast(date));
  return found ? dayStamp({ kind: "day", day: found.day, end: 0, written: title }) : null;
}
