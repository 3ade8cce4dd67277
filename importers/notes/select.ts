import { append } from "#importers/base/append.ts";
import { resolveDay } from "#importers/lex/day-number.ts";
import { plainText } from "#importers/lex/markdown.ts";
import { isTimed, readStamp } from "#importers/lex/stamp.ts";
import type { Stamp } from "#importers/lex/stamp-type.ts";
import { oneOf, opening } from "#lib/base/text/phrases.ts";
import { isZoneRemark } from "./days/zone-statements.ts";
import type { Candidate } from "./lines/entry.ts";
import type { Line } from "./lines/lines.ts";
import type { Section } from "./lines/sections.ts";

export interface Selection {
  entries: Set<number>;
  /** Lines that only set the day for later lines. */
  setters: Set<number>;
}

interface Doc {
  lines: Line[];
  sections: Section[];
  candidates: Map<number, Candidate>;
  /** A table is in a timeline section. */
  hasTimelineTable: boolean;
}

/**
 * Returns which stamped lines are entries of a timeline. If a part is called a timeline, only that part counts. Elsewhere
 * a list counts if most items start with a time, headings if two do, and plain lines if they are together or below a
 * single date. Plain notes without headings count line by line. A time inside prose is context.
 */
export function selectEntries(doc: Doc): Selection {
  const all = [...doc.candidates.values()];
  const firstTimed = all.find(({ stamp }) => isTimed(stamp))?.index ?? doc.lines.length;
  const setters = new Set(
    all.filter((candidate) => isDayLine(candidate, doc, firstTimed)).map((candidate) => candidate.index),
  );
  const usable = all.filter((candidate) => !setters.has(candidate.index));
  const told = usable.filter((candidate) => candidate.section.timeline && countsInTimeline(candidate, doc));
  const named = told.some(({ stamp }) => isTimed(stamp)) ? told.filter((candidate) => !isSaidDay(candidate)) : told;
  const hasTimeline = doc.hasTimelineTable || named.length > 0;
  const chosen = hasTimeline ? [...named, ...listsBeside(named, usable, doc)] : chooseElsewhere(usable, doc);
  return { entries: new Set(chosen.map((candidate) => candidate.index)), setters };
}

/** Parts that tell the same in other words. */
const RETOLD = opening`(?:executive )?summary | overview | tl;?dr | impact | metrics | stats | key (?:times|moments|facts)`;

/**
 * Returns the items of lists below the timeline if each has its day and time, on one of its days: what was found is
 * often told apart from what was done. A list that only repeats rows isn't one, and one above is an overview.
 */
function listsBeside(rows: readonly Candidate[], usable: readonly Candidate[], doc: Doc): Candidate[] {
  const days = new Set(rows.map(({ stamp }) => dayOf(stamp)));
  const told = new Set(rows.map(wordsOf));
  const taken = new Set(rows);
  const last = rows.at(-1)?.index ?? doc.lines.length;
  const items = usable.filter((one) => one.form === "item" && one.index > last && !taken.has(one) && !one.stamp.prose);
  const peers = countPeers(doc);
  const lists = Map.groupBy(items, ({ section, line }) => groupKey(section, "item", line.indent));
  return [...lists].flatMap(([key, list]) => {
    const isFull = ({ stamp, section, rest }: Candidate) =>
      stamp.clock !== null &&
      dayOf(stamp) !== null &&
      days.has(dayOf(stamp)) &&
      !section.elsewhere &&
      !RETOLD.test(section.title) &&
      /\p{L}/u.test(rest);
    const isWhole = list.length > 1 && list.length === peers.get(key) && list.every(isFull);
    return isWhole && !list.every((one) => told.has(wordsOf(one))) ? list : [];
  });
}
const dayOf = ({ date }: Stamp): number | null => (date?.kind === "day" ? resolveDay(date.day, null) : null);
const wordsOf = ({ rest }: Candidate): string =>
  plainText(rest)
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim();

/** "On 11 April 2026, we saw errors": a sentence that tells a day at most, next to others that tell times. */
const isSaidDay = ({ form, stamp }: Candidate): boolean => form === "text" && stamp.prose && !isTimed(stamp);

function countsInTimeline(candidate: Candidate, doc: Doc): boolean {
  if (candidate.form === "text" && candidate.stamp.prose) return candidate.opens;
  return !(candidate.form === "heading" && candidate.stamp.end?.clock && nestedTimes(candidate, doc));
}

/** A date and nothing else, or a dated heading: the day of the entries below it. */
function isDayLine(candidate: Candidate, doc: Doc, firstTimed: number): boolean {
  const { stamp } = candidate;
  if (isTimed(stamp)) return false;
  if (candidate.form === "heading") return !(candidate.section.timeline && standsAlone(candidate, doc));
  if (candidate.form === "text" && (titlesTimes(candidate, doc) || isReportTitle(candidate, doc, firstTimed)))
    return true;
  if (isStampOfDay(candidate, doc)) return false;
  const words = candidate.rest.replace(/[*_:`()[\]]+/g, "").trim();
  if (words === "" || isZoneRemark(candidate.rest))
    return candidate.form === "text" || nestedTimes(candidate, doc) || !continues(candidate, doc);
  return nestedTimes(candidate, doc);
}

const LEAST_STAMPS = 3;

/** A day alone above words, in a text whose other entries have their day and time alone above them. */
function isStampOfDay(candidate: Candidate, { lines, candidates }: Doc): boolean {
  const isAbove = ({ form, rest, index }: Candidate) =>
    form === "text" && /^[*_`\s]*$/.test(rest) && lines[index + 1]?.role === "text" && !candidates.has(index + 1);
  if (!isAbove(candidate)) return false;
  const stamps = [...candidates.values()].filter((one) => one.stamp.date !== null && one.stamp.clock !== null);
  return stamps.length >= LEAST_STAMPS && stamps.every(isAbove);
}

const REPORT = new RegExp(
  String.raw`\b${oneOf`
    incident | outage | downtime | reports? | post-?mortem | rca | root cause analysis | review | retrospective | write-?up
    summary | notice | announcement | bericht | störungsmeldung | nachbericht | compte rendu | rapport | informe | relatório
    rapporto | verslag
  `}\b|${oneOf`お知らせ | ご報告 | について | に関して | 故障说明 | 情况说明 | 事故说明 | 情况通报 | 報告書? | 障害情報 | 公告 | 通知 | 复盘 | 报告 | 안내 | 공지 | отч[её]т`}`,
  "iu",
);
const TITLE_LENGTH = 60;

/** "5-10-19 Incident report" on its own, above all times: the title of the text. */
function isReportTitle({ index, rest }: Candidate, { lines }: Doc, firstTimed: number): boolean {
  if (rest.length > TITLE_LENGTH || !REPORT.test(rest) || /[.!?:;]\s*$/.test(rest)) return false;
  const isAlone = [lines[index - 1], lines[index + 1]].every((line) => line === undefined || line.role === "blank");
  return isAlone && index < firstTimed;
}

/** The first line of notes names their day, and the lines below it start with times. */
function titlesTimes(candidate: Candidate, doc: Doc): boolean {
  const isFirst = doc.lines.findIndex((line) => line.role !== "blank") === candidate.index;
  if (!isFirst) return false;
  const gap = doc.lines[candidate.index + 1]?.role === "blank" ? 2 : 1;
  const below = [gap, gap + 1].map((step) => doc.candidates.get(candidate.index + step));
  return below.every((one) => one !== undefined && isTimed(one.stamp));
}

/** A dated heading with its own text and without times below it is an entry of that day. */
function standsAlone(candidate: Candidate, doc: Doc): boolean {
  let words = candidate.rest.trim() !== "";
  for (let index = candidate.index + 1; index < doc.lines.length; index += 1) {
    const line = doc.lines[index];
    if (!line || (line.role === "heading" && line.level <= candidate.line.level)) break;
    if (line.role === "heading" || line.role === "row" || doc.candidates.has(index)) return false;
    words ||= line.role === "text" || line.role === "item";
  }
  return words;
}

function nestedTimes(candidate: Candidate, doc: Doc): boolean {
  const last = Math.min(candidate.index + 6, doc.lines.length);
  for (let index = candidate.index + 1; index < last; index += 1) {
    const line = doc.lines[index];
    if (!line || line.role === "blank") continue;
    const deeper = line.role === "item" && (line.indent > candidate.line.indent || candidate.form !== "item");
    const next = doc.candidates.get(index);
    return deeper && next !== undefined && isTimed(next.stamp);
  }
  return false;
}

function continues(candidate: Candidate, doc: Doc): boolean {
  const next = doc.lines[candidate.index + 1];
  return next !== undefined && next.role !== "blank" && next.indent > candidate.line.indent;
}

function chooseElsewhere(candidates: Candidate[], doc: Doc): Candidate[] {
  const headless = !doc.lines.some((line) => line.role === "heading");
  const headings = candidates.filter((candidate) => candidate.form === "heading");
  const chosen = headings.length >= 2 ? headings : [];
  const peers = countPeers(doc);
  const groups = Map.groupBy(
    candidates.filter((candidate) => candidate.form !== "heading"),
    ({ section, form, line }) => groupKey(section, form === "item" ? "item" : "text", line.indent),
  );
  for (const [key, group] of groups) {
    append(
      chosen,
      chooseGroup(group, peers.get(key) ?? 0, { headless, inEntries: headings.length >= 2, lines: doc.lines }),
    );
  }
  const firm = chosen.filter((candidate) => !candidate.stamp.prose);
  const [first, last] = [firm[0]?.index, firm.at(-1)?.index];
  const isList =
    headless && firm.every(({ rest }) => /\p{L}/u.test(rest)) && firm.some(({ stamp }) => stamp.date === null);
  // "At 5 p.m. employees were told", in a paragraph of its own between such entries, is one of them.
  const isBetween = ({ index, opens, form, stamp }: Candidate) =>
    isList && opens && form === "text" && stamp.clock !== null && index > (first ?? index) && index < (last ?? index);
  return firm.length > 0 ? chosen.filter((one) => firm.includes(one) || isBetween(one)) : chosen;
}

interface Around {
  headless: boolean;
  inEntries: boolean;
  lines: readonly Line[];
}

/** A time alone on its line with a paragraph below it, which isn't an entry of its own. */
function isAboveWords({ form, index, rest }: Candidate, lines: readonly Line[]): boolean {
  if (form !== "text" || !/^[*_`\s:]*$/.test(rest)) return false;
  const below = lines.slice(index + 1, index + 3).find(({ role }) => role !== "blank");
  return below?.role === "text" && !readStamp(below.content)?.clock;
}

function chooseGroup(group: Candidate[], peers: number, { headless, inEntries, lines }: Around): Candidate[] {
  const timed = group.filter((candidate) => isTimed(candidate.stamp));
  const first = group[0];
  if (!first) return [];
  if (headless) {
    const counted = timed.length > 0 ? group : group.length >= 2 && group.length * 2 >= peers ? group : [];
    return counted.filter((candidate) => !candidate.stamp.prose || counted.length >= 2);
  }
  if (inEntries && first.section.kind === "entry") return timed;
  const firm = timed.filter((candidate) => !candidate.stamp.prose);
  const isWhole = timed.length >= peers;
  const least = isWhole && first.section.kind === "day" ? 1 : isWhole || first.form === "item" ? 2 : 3;
  if (timed.length >= least && timed.length * 2 >= peers) return firm;
  if (timed.length >= 2 && timed.every((one) => isAboveWords(one, lines))) return firm;
  if (first.form !== "text") return [];
  const updates = firm.filter(isUpdate);
  return updates.length >= 2 ? updates : standingTogether(firm);
}

/** "UPDATE 7 May 19:27 UTC - The drives have been replaced": a paragraph with its own day and time before a mark. */
const isUpdate = ({ opens, stamp, line, rest }: Candidate): boolean =>
  opens &&
  stamp.date !== null &&
  stamp.clock !== null &&
  rest.trim() !== "" &&
  /[-–—:|]\s$/.test(line.content.slice(0, stamp.textStart));

/** Lines next to another line that starts with a time: a list without marks, whatever else the part contains. */
function standingTogether(candidates: Candidate[]): Candidate[] {
  const places = new Set(candidates.map(({ index }) => index));
  return candidates.filter(({ index }) => places.has(index - 1) || places.has(index + 1));
}

/** Number of items of the same depth, or first lines of paragraphs, in each section, by key of the group. */
function countPeers(doc: Doc): Map<string, number> {
  const counts = new Map<string, number>();
  for (const [index, line] of doc.lines.entries()) {
    const section = doc.sections[index];
    if (!section || (line.role !== "item" && line.role !== "text")) continue;
    const opens = line.role === "item" || doc.lines[index - 1]?.role !== "text" || doc.candidates.has(index);
    if (!opens) continue;
    const key = groupKey(section, line.role, line.indent);
    counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  return counts;
}

function groupKey(section: Section, form: "item" | "text", indent: number): string {
  return `${section.id}|${form}|${form === "item" ? indent : 0}`;
}
