import { append } from "#importers/base/append.ts";
import { resolveDay } from "#importers/lex/day-number.ts";
import { findDates } from "#importers/lex/find-dates.ts";
import { type Assembly, assemble } from "./assemble.ts";
import { daySteps } from "./day-steps.ts";
import { onDayOfPosts } from "./days/day-of-posts.ts";
import type { DayStep } from "./days/day-order.ts";
import { areSameZone } from "./days/day-turns.ts";
import { readUnknownZones } from "./days/unknown-zones.ts";
import { nameByKeys, readDatedEnds } from "./keyed-times.ts";
import type { Candidate, Entry } from "./lines/entry.ts";
import { type Line, readLines } from "./lines/lines.ts";
import { type Prose, readProse, titleLine } from "./lines/prose.ts";
import { readSections, type Section } from "./lines/sections.ts";
import { isBareDay, isOfProfile } from "./lines/written-on.ts";
import { entriesOf, isWorded, placeTrailing, without } from "./place-trailing.ts";
import { type Selection, selectEntries } from "./select.ts";
import { readCandidates } from "./shapes/candidates.ts";
import { openDays } from "./shapes/clocks-within.ts";
import { readCommits } from "./shapes/commit-log.ts";
import { openCompactClocks } from "./shapes/compact-clocks.ts";
import { readCountedFields } from "./shapes/counted-fields.ts";
import { readDatedFields } from "./shapes/dated-fields.ts";
import { readDatedLabels } from "./shapes/dated-labels.ts";
import { readDayBullets } from "./shapes/day-bullets.ts";
import { countsDays, dayOfTitle, fromWriting } from "./shapes/days-of-writing.ts";
import { readElapsed } from "./shapes/elapsed-times.ts";
import { openTimelineFences } from "./shapes/fenced-timeline.ts";
import { readFieldStamps } from "./shapes/field-stamps.ts";
import { readFrontFields } from "./shapes/front-fields.ts";
import { readHeadedPosts } from "./shapes/headed-posts.ts";
import { readInnerStamps } from "./shapes/inner-stamps.ts";
import { readItemsBetween } from "./shapes/items-between.ts";
import { readKeyedRuns } from "./shapes/keyed-runs.ts";
import { isBareWindow, readLedWindows, readWindowLines } from "./shapes/led-windows.ts";
import { readLogStamps } from "./shapes/log-stamps.ts";
import { readLoneSpans, readSpanBelow } from "./shapes/lone-spans.ts";
import { readNestedUpdates } from "./shapes/nested-updates.ts";
import { readOutageRows } from "./shapes/outage-rows.ts";
import { areOfOneDay, markPosts, readPosted } from "./shapes/posted-updates.ts";
import { openQuotedMail } from "./shapes/quoted-mail.ts";
import { openTimelineQuotes } from "./shapes/quoted-timeline.ts";
import { readSentenceTimes } from "./shapes/sentence-times.ts";
import { readSpokenLines } from "./shapes/spoken-lines.ts";
import { readStatedFields } from "./shapes/stated-fields.ts";
import { readStatedStart } from "./shapes/stated-starts.ts";
import { isTimelineTable, readTableEntries, readTables, type Table } from "./shapes/timeline-table.ts";
import { readTimesBehind, readWrappedBehind } from "./shapes/times-behind.ts";
import { readTimesBelow } from "./shapes/times-below.ts";
import { readToldBeside, readToldWithin, type ToldBeside } from "./shapes/told-beside.ts";
import { toldInPost } from "./shapes/told-in-posts.ts";
import { readEmbedded, readLabelled, readSpeakers, readTimedHeadings, type TrailingEntry } from "./shapes/trailing.ts";

export interface NotesDocument extends Assembly {
  /** Everything except entries, for statements about time zone and day. */
  prose: Prose[];
  steps: DayStep[];
  /** Times told in the context. They count if no entry is at them. */
  beside: ToldBeside[];
  /** The section of every line. */
  sections: readonly Section[];
}

interface Parts {
  lines: Line[];
  sections: Section[];
  candidates: Map<number, Candidate>;
  tables: Table[];
  /** Updates of a status page, with nothing else on their lines. */
  posted: TrailingEntry[];
  /** They were written while it happened. */
  areOfOneDay: boolean;
}

/**
 * Finds the structure of notes: which lines are entries, which are context, and where days change. `first` is the
 * number of its first line.
 */
export function readNotes(text: string, first = 1): NotesDocument {
  const lines = readLines(text, first).map(withoutProfile);
  const document = readLinesAsNotes(lines);
  const isEmpty = document.entries.length + document.rejects.length === 0;
  if (!isEmpty && lines.length > MOST_MIXED) return document;
  const sections = readSections(lines);
  const isPoor =
    document.entries.length + document.rejects.length <= FEW || document.entries.every(({ stamp }) => stamp.prose);
  const fences = isPoor ? (openTimelineFences(lines, sections, isEmpty) ?? openTimelineQuotes(lines, sections)) : null;
  const opened = fences ?? (isEmpty ? openQuotedMail(lines) : null) ?? openCompactClocks(lines, sections);
  if (!opened) return document;
  const again = readLinesAsNotes(opened);
  const least = document.entries.length + (isTimedMore(again, document) ? 0 : 1);
  return again.entries.length >= least ? again : document;
}

const withoutProfile = (line: Line): Line => {
  if (line.role !== "text") return line;
  if (isOfProfile(line.content)) return { ...line, role: "comment" };
  const day = BETWEEN_RULES.exec(line.content.slice(0, LONGEST_TITLE))?.[1];
  if (day !== undefined && isBareDay(day)) return { ...line, content: day };
  return PRODUCED.test(line.content) ? { ...line, content: line.content.replace(PRODUCED, "") } : line;
};
/** "Summary (auto-generated on 2026-06-18 07:00 UTC)" */
const PRODUCED =
  /(?<=^\p{L}.{0,80}) ?\((?:auto(?:matically)?[- ]?)?(?:generated|exported|printed|retrieved) (?:on |at )?[^()]{6,40}\)$/u;
/** "--- 13.02.2026 ---" */
const BETWEEN_RULES = /^[-=~–—_*]{2,10} ?([^-=~–—_*](?:.{2,38})[^-=~–—_*\s]) ?[-=~–—_*]{2,10}$/;

const timesIn = ({ entries }: NotesDocument): number => entries.filter(({ stamp }) => stamp.clock !== null).length;
const isTimedMore = (one: NotesDocument, other: NotesDocument): boolean => timesIn(one) > timesIn(other);

/** The most times next to a timeline in code or in a quotation. */
const FEW = 2;
/** A longer text is a log, whose lines have one form. */
const MOST_MIXED = 2000;

function readLinesAsNotes(all: Line[]): NotesDocument {
  const posts = readPosted(all);
  const dated = readDatedFields(all, () => readCandidates(all, readSections(all)));
  // Fields above posts are the head of their page.
  const fields =
    posts.filter((post) => isWorded(post) && dated.every(({ at }) => at !== post.at)).length > 1 ? [] : dated;
  const posted = fields.length > 0 ? [] : posts;
  const lines = without(posted, all);
  const sections = readSections(lines);
  const candidates = readCandidates(lines, sections);
  const own = { lines, sections, candidates };
  for (const one of [...readDayBullets(own), ...readNestedUpdates(own)]) candidates.set(one.index, one);
  const parts = {
    lines,
    sections,
    candidates,
    tables: readTables(lines, sections),
    posted,
    areOfOneDay: areOfOneDay(all),
  };
  if (fields.length > 0) return finish(parts, placeTrailing(fields, parts), NO_SELECTION);
  const span = readSpanBelow(lines, candidates, lines[titleLine(lines)]);
  if (span.length > 0) return finish(parts, placeTrailing(span, parts), NO_SELECTION);
  const logged = readLogged(lines);
  if (logged.length > 0) return finish(parts, placeTrailing(logged, parts), NO_SELECTION);
  const isTabled = parts.tables.some((table) => isTimelineTable(table, false));
  const behind = isTabled ? [] : readWrappedBehind(lines, sections, candidates);
  if (behind.length > 0) return finish(parts, placeTrailing(behind, parts), NO_SELECTION);
  const below = isTabled ? [] : readTimesBelow(lines, parts.candidates);
  if (below.length > 0) return finish(parts, placeTrailing(below, parts), NO_SELECTION);
  const inTimeline = parts.tables.some((table) => table.columns && table.section.timeline);
  const selection = selectEntries({ ...parts, hasTimelineTable: inTimeline });
  const assembly = assemble({ ...parts, selection });
  // Values of fields above a table of updates aren't its rows.
  if (isTabled && !inTimeline && assembly.entries.every(isDateline)) {
    const taken = new Set(assembly.entries.map(({ line }) => line));
    assembly.entries = [];
    append(
      assembly.context,
      lines.filter(({ number }) => taken.has(number)),
    );
  }
  addTables(parts.tables, assembly, inTimeline);
  const between = readItemsBetween(parts, assembly.entries);
  append(assembly.entries, between);
  const taken = new Set(between.map(({ line }) => line));
  assembly.context = assembly.context.filter(({ number }) => !taken.has(number));
  const sentences = readSentenceItems(parts, assembly);
  if (sentences.length > 0) return finish(parts, placeTrailing(sentences, parts), selection);
  const windows = readWindowLines(lines, assembly.entries);
  if (windows) {
    const last = windows.at(-1)?.line ?? 0;
    const below = lines.filter(({ role, number }) => role !== "blank" && number > last);
    const context = [...new Set([...assembly.context, ...below])];
    return finish(parts, { ...assembly, entries: windows, context }, selection);
  }
  if (assembly.entries.length > 0 && assembly.entries.every(isBareWindow)) {
    const led = readLedWindows(lines, assembly.entries);
    if (led) return finish(parts, { ...assembly, entries: led }, selection);
    return finishProse(parts, { ...assembly, entries: [] }, selection);
  }
  const isProse = assembly.entries.every((entry) => entry.form === "text" && (isSaid(entry) || isDateline(entry)));
  if (!isProse && isOneOfStory(parts, assembly)) return finishProse(parts, assembly, selection);
  if (!isProse || assembly.rejects.length > 0) return finish(parts, assembly, selection);
  if (assembly.entries.length > 0) return finishProse(parts, assembly, selection);
  const fallbacks = [
    readHeadedPosts(lines),
    readOutageRows(lines),
    readKeyedRuns(lines),
    readTimesBehind(lines, sections),
    withStory(readSpeakers(lines), parts),
    readSpokenLines(lines, sections),
    readLabelled(lines, sections),
    readDatedLabels(lines, sections),
    readEmbedded(lines, sections),
    readDatedEnds(lines, sections),
    readTimedTitles(parts),
    readCommits(lines),
    readInnerStamps(lines),
  ];
  const trailing = fallbacks.find((found) => found.length > 0);
  return trailing ? finish(parts, placeTrailing(trailing, parts), selection) : finishProse(parts, assembly, selection);
}

/** The lines of a log whose stamps have a form of their own. Empty for other texts. */
function readLogged(lines: readonly Line[]): TrailingEntry[] {
  for (const read of [readFieldStamps, readLogStamps, readCountedFields]) {
    const found = read(lines);
    if (found.length > 0) return found;
  }
  return [];
}

/** "At 10:05 …", "around 10:05 …", "kl. 10:05 …": the start of a sentence. */
const isSaid = ({ stamp }: Entry): boolean =>
  stamp.prose || stamp.approx || (stamp.date === null && /^\p{L}/u.test(stamp.statedText));

/** A day and time above everything else, as in an email or a notice: when it was written. */
const isDateline = ({ stamp, text }: Entry): boolean => stamp.date !== null && stamp.clock !== null && text[0] === "";

/** Chat messages, and above them the dated sentences of the story that they continue. */
function withStory(messages: TrailingEntry[], { lines, sections }: Parts): TrailingEntry[] {
  const story = messages[0] ? readSentenceTimes(lines.slice(0, messages[0].at), sections) : [];
  return [...story.filter(({ text }) => findDates(text[0] ?? "").some(({ day }) => day.year !== null)), ...messages];
}

/** Headings that end in a time, or the paragraphs below them if those contain more times. */
function readTimedTitles({ lines, sections }: Parts): TrailingEntry[] {
  const titles = readTimedHeadings(lines);
  const told = titles.length > 0 ? readSentenceTimes(lines, sections) : [];
  return told.length > titles.length ? told : titles;
}

/**
 * If items are sentences, some starting with a time ("At 13:09 …") and some with one inside: all of them. Otherwise
 * none.
 */
function readSentenceItems({ lines, sections }: Parts, { entries, rejects }: Assembly): TrailingEntry[] {
  const areSaid = entries.length > 0 && entries.every(({ form, stamp }) => form === "item" && stamp.prose);
  if (!areSaid || rejects.length > 0) return [];
  const indents = new Set(entries.map(({ line }) => lines[line - (lines[0]?.number ?? 1)]?.indent));
  const within = readEmbedded(lines, sections).filter(({ at }) => indents.has(lines[at]?.indent));
  const told = readSentenceTimes(lines, sections);
  const most = told.length > within.length ? told : within;
  return most.length > entries.length ? most : [];
}

/**
 * Entries of a text without a timeline: its sentences, if they contain more times than the starts of its paragraphs.
 */
function finishProse(parts: Parts, assembly: Assembly, selection: Selection): NotesDocument {
  const told = readSentenceTimes(parts.lines, parts.sections, { isWhole: true });
  const timed = assembly.entries.filter(({ stamp }) => stamp.clock !== null);
  const isNews =
    timed.length === 1 && timed.every(isDateline) && parts.lines.some(({ content }) => countsDays(content));
  const isMore = told.length > assembly.entries.length || ((timed.length === 0 || isNews) && told.length > 0);
  const lone = told.length + assembly.entries.length === 0 ? readLoneSpans(parts.lines) : [];
  if (lone.length > 0) return finish(parts, placeTrailing(lone, parts), NO_SELECTION);
  if (!isMore) return finish(parts, assembly, selection);
  // The paragraphs stay in the context, because the sentences are only a part of them.
  const context = parts.lines.filter(({ role }) => role !== "blank");
  return finish(parts, { ...placeTrailing(told, parts), context }, NO_SELECTION);
}

/** "23:36, the monitor showed the failure too": the only line that starts with a time, in a story that tells more of them. */
function isOneOfStory({ lines, sections }: Parts, { entries: [only, ...others], rejects }: Assembly): boolean {
  if (!only || others.length > 0 || rejects.length > 0 || only.form !== "text" || only.stamp.date !== null)
    return false;
  const told = readSentenceTimes(lines, sections, { isWhole: true }).map(({ stamp }) => stamp.clock);
  const { clock } = only.stamp;
  return (
    told.length >= LEAST_OF_STORY && told.some((one) => one?.hour === clock?.hour && one?.minute === clock?.minute)
  );
}
const LEAST_OF_STORY = 3;

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

const postedProse = (line: Line | undefined): Prose => ({
  line: line?.number ?? 0,
  text: line?.raw ?? "",
  role: "front",
  place: "front",
  order: null,
});

const isTitle = (text: string): boolean => text.length <= LONGEST_TITLE && !/[.!?:]\s*$/.test(text);
const LONGEST_TITLE = 80;

/** "Today at 7:40 am we noticed …" below a title with the only day of the text. */
function onDayOfTitle(entry: Entry, lines: readonly Line[]): Entry {
  const { stamp } = entry;
  if (stamp.dayWord?.kind !== "open") return entry;
  const titled = dayOfTitle(lines.map(({ content }) => content));
  return titled ? { ...entry, stamp: fromWriting(stamp, stamp.statedText, { written: null, titled }) } : entry;
}

/** The day and minute of an entry as written: a post tells its own time again in its words. */
const momentOf = ({ stamp: { date, clock } }: Entry): string =>
  JSON.stringify([date?.kind === "day" ? [date.day.month, date.day.day] : date?.written, clock?.hour, clock?.minute]);

const areInOtherZones = ({ stamp: { zone, date } }: Entry, { stamp: { zone: other } }: Entry): boolean =>
  zone !== null && other !== null && !areSameZone(zone, other, date);

/** A post with the times in its text. An update that tells when it was over isn't the end itself. */
function opened(post: Entry, isOfDay = false): Entry[] {
  const told = toldInPost(post, isOfDay);
  const isUpdate = told.length > 0 && /^\W*updated?\b/i.test(post.text.find((line) => line.trim() !== "") ?? "");
  return [...told, isUpdate ? { ...post, kind: "public_update" } : post];
}

/** Without what a second post tells again of a minute of the first. */
function withoutRetold(entries: Entry[]): Entry[] {
  const told = new Set<string>();
  return entries.filter((entry) => {
    const key = `${momentOf(entry)} ${entry.stamp.zone?.written}`;
    const isRetold = entry.stamp.prose && told.has(key);
    if (entry.stamp.prose) told.add(key);
    return !isRetold;
  });
}

/** When the stories among posts were published, on their own days. */
const reportsOf = ({ posted, lines }: Parts): Entry[] =>
  entriesOf(
    posted.filter((post) => !isWorded(post) && post.text.length > 0),
    lines,
  ).flatMap((entry) => {
    const { date } = entry.stamp;
    const day = date?.kind === "day" && date.day.year !== null ? resolveDay(date.day, null) : null;
    return day === null ? [] : [{ ...entry, day, isPost: true }];
  });

function finish(parts: Parts, assembly: Assembly, selection: Selection): NotesDocument {
  nameByKeys(assembly, parts.lines);
  const posts = entriesOf(parts.posted.filter(isWorded), parts.lines).map((post) => ({ ...post, isPost: true }));
  const isAlone = ({ form, text }: Entry) =>
    form !== "item" && form !== "row" && (text[0] === "" || (text[1]?.trim() === "" && isTitle(text[0] ?? "")));
  const within = readToldWithin(assembly.entries.filter((entry) => !isAlone(entry) || entry.stamp.date === null));
  assembly.entries = assembly.entries.flatMap((entry) => (isAlone(entry) ? opened(entry) : [entry]));
  append(assembly.entries, withoutRetold(posts.flatMap((post) => opened(post, parts.areOfOneDay))));
  const stamped = Map.groupBy(posts, momentOf);
  const isOfPost = (entry: Entry) => stamped.get(momentOf(entry))?.some((post) => !areInOtherZones(post, entry));
  assembly.entries = assembly.entries.filter((entry) => !entry.stamp.prose || !isOfPost(entry));
  markPosts(assembly.entries);
  onDayOfPosts(assembly.entries);
  assembly.entries = openDays(assembly.entries)
    .map((entry) => onDayOfTitle(entry, parts.lines))
    .sort((a, b) => a.line - b.line);
  assembly.context.sort((a, b) => a.number - b.number);
  readUnknownZones(assembly.entries, parts.lines);
  const entryLines = assembly.entries.map(({ line }) => line);
  const prose = readProse(parts.lines, assembly.context, parts.sections, entryLines);
  // When a story was posted tells no more than front matter does.
  for (const { at } of parts.posted.filter((one) => !isWorded(one))) prose.push(postedProse(parts.lines[at]));
  readElapsed(assembly.entries, prose);
  const start = readStatedStart(parts, assembly.entries, assembly.context);
  if (start) assembly.entries.unshift(start.entry);
  const steps = daySteps({ ...parts, setters: selection.setters }, assembly);
  if (start) start.entry.line = start.line;
  // They have their own days, and the days of the timeline don't continue from them.
  const front = readFrontFields(parts.lines, assembly.entries, assembly.context);
  const fields = [
    ...front.entries,
    ...readStatedFields(parts, [...assembly.entries, ...front.entries], assembly.context),
  ];
  const reports = posts.length > 0 ? reportsOf(parts) : [];
  const entries = [...assembly.entries, ...fields, ...reports].sort((a, b) => a.line - b.line);
  const context = assembly.context.filter(
    (one) => !front.taken.has(one) && !fields.some(({ line }) => line === one.number),
  );
  const beside = [...readToldBeside(parts, entries, context), ...within];
  return { ...assembly, entries, beside, context, prose, steps, sections: parts.sections };
}
