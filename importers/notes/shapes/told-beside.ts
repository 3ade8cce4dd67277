import { resolveDay } from "#importers/lex/day-number.ts";
import { findDates } from "#importers/lex/find-dates.ts";
import { plainText } from "#importers/lex/markdown.ts";
import type { Stamp } from "#importers/lex/stamp-type.ts";
import { oneOf, words } from "#lib/base/text/phrases.ts";
import { DAY_MINUTES, minutesOf } from "#lib/base/time/clock.ts";
import { DATE_LABEL } from "../days/day-labels.ts";
import { areSameZone, zonesApart } from "../days/day-turns.ts";
import { DAY_BEFORE, NEXT_DAY } from "../days/neighbour-days.ts";
import { isAllusion, tellsAhead } from "../days/said-dates.ts";
import { TROUBLE } from "../days/trouble.ts";
import { type Entry, makeEntry } from "../lines/entry.ts";
import type { Line } from "../lines/lines.ts";
import type { Section } from "../lines/sections.ts";
import { kindOfField } from "./dated-fields.ts";
import { countsDays } from "./days-of-writing.ts";
import { NOT_YET, stampsIn } from "./said-times.ts";
import { readSentenceTimes } from "./sentence-times.ts";
import { sentencesOf } from "./sentences.ts";
import { NOT_SO } from "./stated-fields.ts";
import { asSentence, inHalfOfPost, OTHER_DAY } from "./told-in-posts.ts";
import type { TrailingEntry } from "./trailing.ts";

interface Doc {
  lines: readonly Line[];
  sections: readonly Section[];
}

/** A time told in a sentence next to the timeline. */
export interface ToldBeside {
  entry: Entry;
  /** The sentence or the text right above it names the day. */
  isDated: boolean;
  /** The entry with the text. */
  of?: Entry;
  /** It starts a part of that text, and can be after the entry: "It slows down; 17:32 logins fail". */
  isNext?: boolean;
}

/** A time this near to an entry tells the same again. */
const SAME_MINUTES = 5;
/** A time without a day is of the timeline that has two entries within so many minutes. */
const NEAR_MINUTES = 180;
const LEAST_NEAR = 2;
/** The text of an entry tells what was up to so many minutes before it, or after it as the next of a list. */
const MOST_BEFORE = 360;
/** A longer text is a log. */
const MOST_LINES = 2000;
const MOST_ENTRIES = 500;
const LONGEST = 4000;
/** A day further above isn't that of a sentence. */
const MOST_ABOVE = 30;

/** Returns the times in sentences that belong to no entry. Which of them count is settled once the days of all are known. */
export function readToldBeside(
  { lines, sections }: Doc,
  entries: readonly Entry[],
  context: readonly Line[],
): ToldBeside[] {
  const isCounted = entries.some(({ stamp }) => stamp.relativeSeconds !== null);
  if (entries.length === 0 || lines.length > MOST_LINES || isCounted) return [];
  const free = new Set(context.map(({ number }) => number));
  const taken = new Set(entries.map(({ line }) => line));
  const left = lines.map((line) => (free.has(line.number) || line.role === "heading" ? line : blank(line)));
  const story = readSentenceTimes(left, sections);
  const told = story.length > 0 ? story : readSentenceTimes(left, sections, { isAlone: false }).filter(isSentence);
  return told.flatMap(({ at, stamp, text }) => {
    const [sentence = ""] = text;
    const day = dayOf(stamp);
    const isOther = DATE_LABEL.test(sentence) || NOT_SO.test(sentence) || CODE.test(sentence) || !isTold(sentence);
    const isElsewhere = findDates(sentence).some((found) => isAllusion(sentence, found));
    if (stamp.clock === null || stamp.problem !== null || isOther || isElsewhere) return [];
    const isDated = day !== null && (names(sentence, day) || isNamedAbove(left, lineOf(left, at, stamp), day, taken));
    return [{ entry: makeEntry(lines[at]?.number ?? 0, "text", stamp, text), isDated }];
  });
}

/** Returns the times that the text of an entry tells, too. */
export function readToldWithin(entries: readonly Entry[]): ToldBeside[] {
  if (entries.length > MOST_ENTRIES) return [];
  return entries.flatMap((of) => {
    const { stamp, text, form, line } = of;
    if (stamp.clock === null || stamp.relativeSeconds !== null || of.isPost || stamp.prose) return [];
    return clausesOf(plainText(text.map(asSentence).join(" ").slice(0, LONGEST))).flatMap(({ sentence, isNext }) => {
      if (NOT_YET.test(sentence) || isOfOtherDay(sentence) || !isTold(sentence)) return [];
      const said = stampsIn(sentence.replace(QUOTED, withoutDigits)).map((one) => inHalfOfPost(one, stamp));
      const told = said.filter((one) => isTimeAlone(one) && one.problem === null && !isOnOtherDay(one, sentence));
      return told.map((one) => ({
        entry: makeEntry(line, form, { ...one, zone: one.zone ?? stamp.zone }, [sentence]),
        isDated: false,
        isNext: isNext && sentence.startsWith(one.statedText),
        of,
      }));
    });
  });
}

/** Sentences, and their parts that start with a time behind a semicolon. */
const clausesOf = (text: string): { sentence: string; isNext: boolean }[] =>
  sentencesOf(text).flatMap((whole) =>
    whole.split(/[;；]\s?(?=\d{1,2}[:：]\d{2})/).map((sentence, place) => ({ sentence, isNext: place > 0 })),
  );

/** A quotation in the text of an entry is about the speaker's own matter: 'A customer wrote: "Ours fell at 17:43"'. */
const QUOTED = /(?<!\p{L})["“„«][^"“”„«»]{8,400}["”“»](?!\p{L})/gu;
const withoutDigits = (quoted: string): string => quoted.replace(/\d/g, "_");

const isOfOtherDay = (sentence: string): boolean =>
  [OTHER_DAY, DAY_BEFORE, NEXT_DAY].some((words) => words.test(sentence));
/** "À 08:45 le 6", "at 08:45 on the 6th": a time of a day of the month. */
const isOnOtherDay = ({ statedText }: Stamp, sentence: string): boolean =>
  ON_DAY.test(sentence.slice(sentence.indexOf(statedText) + statedText.length));
const ON_DAY = /^,?\s(?:le|el|il|am|on the|dia|no dia|op de|den)\s\d{1,2}(?:st|nd|rd|th|er|e|\.)?(?![\d:.h])/i;

const isTimeAlone = ({ clock, date, weekday, dayWord }: Stamp): boolean =>
  clock !== null && date === null && weekday === null && (dayWord === null || dayWord.kind === "same");

/** Whether a time is told in a sentence, and not in a field or a title. */
const isSentence = ({ stamp, text: [sentence = ""] }: TrailingEntry): boolean =>
  /[.!?。！？]["”')\]]?$/.test(sentence) &&
  !/^[^.]{0,60}[:：]\s?$/.test(sentence.slice(0, sentence.indexOf(stamp.statedText)));

/** Sentences about other incidents. */
const COMPARED = words`
  similar(?:ly)? | compared? | cf | like (?:in|on|the|that|INC\S*) | last time | (?:previous|earlier|another|related|separate|different) (?:incident|outage|occurrence)s?
`;
const CODE = /[{}]/;
/** Plans, conditions and offers, and sentences about the report itself. */
const NOT_TOLD = new RegExp(
  String.raw`^(?:if|had|should|were|(?:last )?(?:updated|modified|edited|posted|written|published|created|generated|prepared) (?:by|on|at))\b|(?<!\p{L})${oneOf`
    (?:would|could|might) (?:have | not )?\p{L}+ | plan(?:s|ned)? (?:to|for|on) | due (?:on|by|at|next|for) | deadline | valid until | next (?:call|update|meeting|step|window|maintenance)s?
    (?:report|page|document|post|article|notice|review|write-?up)s? (?:was|were|is|has been)? ?(?:generated|created|written|prepared|published|posted|updated|compiled)
    nächste[nrs]? | geplant\p{L}* | wird | werden | würde\p{L}* | prochaine?s? | aura | sera | seront | prévue?s? | próxim[oa]s? | será[n]? | previst[oa]s?
    prossim[oaie] | sarà | saranno | volgende | zal | zullen | gepland\p{L}* | następn\p{L}* | będzie | planowan\p{L}* | nästa | kommer att | neste | vil
    следующ\p{L}+ | будет | будут | планир\p{L}+ | (?:отдельн|друг)\p{L}+ инцидент\p{L}*
  `}(?!\p{L})|予定|计划|預定|예정`,
  "iu",
);
const IS_ENGLISH = /\b(?:the|is|are|was|were|of|to|and|our|we|this|that)\b/i;
const HAPPENED = new RegExp(
  String.raw`\b${oneOf`
    was | were | had | has | have | did | began | went | came | found | fell | broke | rose | lost | saw | got | took | sent | rang | woke | ran | shut
    cut | hit | brought | kept | left | made | put | said | told | knew | grew | froze | built | caught | gave | held | heard | led | let | paid | read
    set | stuck | wrote | threw | thought | blew | drew | tore | sank | spun | split | burst | quit | lasting | \p{L}+ed
  `}\b`,
  "iu",
);
/** Whether a sentence tells what happened. */
const isTold = (sentence: string): boolean =>
  !NOT_TOLD.test(sentence) && !COMPARED.test(sentence) && (!IS_ENGLISH.test(sentence) || HAPPENED.test(sentence));

/** The line of a paragraph that a time is on. */
function lineOf(lines: readonly Line[], at: number, { statedText }: Stamp): number {
  const below = lines.slice(at).findIndex(({ role, content }) => role === "blank" || content.includes(statedText));
  return below < 0 || lines[at + below]?.role === "blank" ? at : at + below;
}

/** Returns whether the last day that the lines above name is this one, with no entry between them. */
function isNamedAbove(lines: readonly Line[], at: number, day: number, taken: ReadonlySet<number>): boolean {
  for (let index = at; index >= Math.max(0, at - MOST_ABOVE); index -= 1) {
    const { content = "", number = 0, role } = lines[index] ?? {};
    if (index < at && (role === "heading" || taken.has(number))) return false;
    const text = content.slice(0, LONGEST);
    if (findDates(text).length > 0) return names(text, day);
  }
  return false;
}

const names = (text: string, day: number): boolean => findDates(text).some((one) => resolveDay(one.day, day) === day);

/** The zone that a text states for an entry. */
type ZoneOf = (entry: Entry) => Stamp["zone"];
interface Placed extends Pick<Entry, "day" | "form" | "stamp"> {
  /** Only the name of a start or an end: "Started | 18:20". */
  isEnd: boolean;
}
const placed = (entry: Entry, zoneOf: ZoneOf): Placed => ({
  form: entry.form,
  isEnd: kindOfField(entry.text[0] ?? "") !== undefined,
  day: entry.day,
  stamp: { ...entry.stamp, zone: entry.stamp.zone ?? entry.zone ?? zoneOf(entry) },
});

/**
 * Returns the times that none of the entries is at. They are on the day that their text names, otherwise on the only day
 * of all entries near them.
 */
export function settleBeside(beside: readonly ToldBeside[], all: readonly Entry[], zoneOf: ZoneOf): Entry[] {
  const found: Placed[] = [];
  const entries = all.map((entry) => placed(entry, zoneOf));
  const isZoned = entries.some(({ stamp }) => stamp.zone !== null);
  const isHalved = entries.some(({ stamp }) => stamp.clock?.meridiem != null);
  const told: Entry[] = [];
  for (const { entry, isDated, of, isNext: isListed } of beside) {
    const { stamp } = placed(entry, zoneOf);
    // "8:20" next to times with am or pm can be either.
    if (isHalved && stamp.clock?.meridiem === null && !stamp.clock.is24) continue;
    const isNext = isListed === true || (of !== undefined && isBeforeNext(all, of, entry, zoneOf));
    const near = of
      ? isNear(placed(of, zoneOf), stamp, isNext)
        ? of.day
        : null
      : dayNear(stamp, entry.text[0] ?? "", entries);
    const day = isDated ? daySoon(dayOf(stamp), entries) : near;
    // The zone of a timeline isn't that of the text next to it.
    const isElsewhere =
      !of && ((stamp.zone === null && isZoned) || (entry.stamp.approx && entry.stamp.zone === null && !isDated));
    if (day === null || isElsewhere) continue;
    const isFirst = !of && isBeginning(entries, { ...entry, stamp }, day);
    const isTold = [...entries, ...found].some(
      (other) => isSame(other, stamp, day, isNext || isFirst) || (!isFirst && isWithin(other, stamp, day)),
    );
    if (isTold) continue;
    entry.day = day;
    entry.zone = of?.zone ?? null;
    told.push(entry);
    found.push(placed(entry, zoneOf));
  }
  return told;
}

/** Returns the entries without fields for an end that the last of them tells, if need be on another clock. */
export function withoutRepeats(entries: readonly Entry[], zoneOf: ZoneOf): Entry[] {
  const told = entries.filter(({ field }) => !field).map((entry) => placed(entry, zoneOf));
  return entries.filter((entry) => {
    const { stamp, day } = placed(entry, zoneOf);
    if (!entry.field || entry.kind !== "resolved" || day === null || told.length < LEAST_NEAR) return true;
    const apart = told.map((one) => minutesAfter(one, stamp, day));
    return !apart.some((minutes) => minutes !== null && Math.abs(minutes) <= REPEAT_MINUTES);
  });
}
const REPEAT_MINUTES = 3;

/** A day that is half a year from those of all entries is of something else. */
const daySoon = (day: number | null, entries: readonly Placed[]): number | null =>
  day !== null && entries.some((one) => Math.abs((one.day ?? day) - day) <= MOST_DAYS) ? day : null;
const MOST_DAYS = 180;

/** Returns the day of a time that its text tells without one. Null if it can be of several. */
function dayNear(stamp: Stamp, sentence: string, entries: readonly Placed[]): number | null {
  const isOther =
    stamp.weekday !== null || (stamp.dayWord !== null && (stamp.dayWord.kind !== "open" || countsDays(sentence)));
  if (isOther || isOfOtherDay(sentence)) return null;
  const near = entries.flatMap((one) => {
    const day = one.day ?? dayOf(one.stamp);
    const minutes = day === null ? null : minutesAfter(one, stamp, day);
    return day !== null && minutes !== null && Math.abs(minutes) <= NEAR_MINUTES ? [day] : [];
  });
  const days = new Set([...near, ...(stamp.date === null ? [] : [dayOf(stamp)])]);
  const [only = null] = days;
  if (only === null || days.size > 1 || near.length < LEAST_NEAR) return null;
  // A timeline would tell it, and what has another zone can be of another day.
  const listed = entries.filter(
    ({ form, isEnd }) => !isEnd && (stamp.zone === null || form === "item" || form === "row"),
  );
  return isAmong(listed, stamp, only) || !entries.every((one) => areAlike(one, stamp)) ? null : only;
}

const EXPECTED = /\b(?:expect|hope|plan|aim|intend|promis|estimat|should|going to|eta)\w{0,4}\b/i;

/** Whether a time in the text of an entry is after it and before the next one: "He calls and, at 10:22, it is declared". */
function isBeforeNext(all: readonly Entry[], of: Entry, { stamp, text: [text = ""] }: Entry, zoneOf: ZoneOf): boolean {
  const next = all[all.indexOf(of) + 1];
  const isPlan = stamp.approx || text.startsWith(stamp.statedText) || tellsAhead(text) || EXPECTED.test(text);
  if (!next || of.day === null || next.day !== of.day || of.stamp.end !== null || isPlan) return false;
  const [own, below] = [of, next].map((one) => minutesAfter(placed(one, zoneOf), stamp, of.day ?? 0));
  return own != null && own > 0 && below != null && below < 0;
}

/** Whether a time in the text of an entry is shortly before it, or its next one, and not of the other half of the day. */
function isNear(of: Placed, stamp: Stamp, isNext: boolean): boolean {
  if (of.day === null || (of.stamp.clock?.meridiem != null && stamp.clock?.meridiem === null)) return false;
  const minutes = minutesAfter(of, stamp, of.day) ?? 0;
  return minutes >= -MOST_BEFORE && minutes <= (isNext ? MOST_BEFORE : -1);
}

/**
 * Gives sentences without a day that of a dated span in the same text that they are in: "At 17:56 …", "from 17:53 to
 * 18:05 on February 10, 2020".
 */
export function settleInSpans(all: readonly Entry[], zoneOf: ZoneOf): void {
  const spans = all.flatMap((entry) => {
    const span = placed(entry, zoneOf);
    const length = spanOf(span.stamp);
    const isSpan = span.day !== null && span.stamp.date !== null && length > 0 && length <= LONGEST_SPAN;
    return isSpan ? [{ ...span, length }] : [];
  });
  if (spans.length === 0) return;
  for (const entry of all) {
    const { stamp } = placed(entry, zoneOf);
    const isOpen =
      entry.day === null && stamp.prose && stamp.clock !== null && stamp.date === null && stamp.weekday === null;
    if (!isOpen || (stamp.dayWord !== null && stamp.dayWord.kind !== "open") || isOfOtherDay(entry.text[0] ?? ""))
      continue;
    const days = new Set(
      spans.flatMap((span) => {
        const minutes = span.day === null || !areAlike(span, stamp) ? null : minutesAfter(span, stamp, span.day);
        return minutes !== null && minutes >= 0 && minutes <= span.length ? [span.day] : [];
      }),
    );
    const [day = null] = days.size === 1 ? days : [];
    if (day === null) continue;
    entry.day = day;
    entry.dayQuestion = null;
    entry.daysAfter = null;
  }
}
const LONGEST_SPAN = 360;

/** How long a span is, in minutes. */
function spanOf(stamp: Stamp): number {
  const end = stamp.end?.clock ?? null;
  return end === null ? 0 : (minutesOf(end) - minutesOf(stamp.clock) + DAY_MINUTES) % DAY_MINUTES;
}

const areAlike = ({ stamp: { zone } }: Placed, stamp: Stamp): boolean =>
  zone === null || stamp.zone === null || areSameZone(zone, stamp.zone, null);

/** Whether some of the entries are before a time and some after it. */
function isAmong(entries: readonly Placed[], stamp: Stamp, day: number): boolean {
  const apart = entries.flatMap((one) => minutesAfter(one, stamp, day) ?? []);
  return apart.some((minutes) => minutes > 0) && apart.some((minutes) => minutes < 0);
}

const blank = (line: Line): Line => ({ ...line, role: "blank", raw: "", content: "" });
const dayOf = ({ date }: Stamp): number | null =>
  date?.kind === "day" && date.day.year !== null ? resolveDay(date.day, null) : null;

/** By how many minutes a time on a day is after an entry. Null if the entry has no time. */
function minutesAfter({ day: entryDay, stamp: other }: Placed, stamp: Stamp, day: number): number | null {
  if (other.clock === null) return null;
  const days = day - (entryDay ?? dayOf(other) ?? day);
  return days * DAY_MINUTES + minutesOf(stamp.clock) - minutesOf(other.clock) - zonesApart(stamp.zone, other.zone, day);
}

function isSame(entry: Placed, stamp: Stamp, day: number, isNext: boolean): boolean {
  const minutes = minutesAfter(entry, stamp, day);
  const isAt = [entry.stamp.clock, entry.stamp.end?.clock].some(
    (clock) => clock?.hour === stamp.clock?.hour && clock?.minute === stamp.clock?.minute,
  );
  return isAt || (minutes !== null && Math.abs(minutes) <= (isNext ? 0 : SAME_MINUTES));
}

/** "It was offline from 04:50 to 04:56": a short span that starts shortly before all entries tells what they don't. */
function isBeginning(entries: readonly Placed[], { stamp, text: [sentence = ""] }: Entry, day: number): boolean {
  const isShort = stamp.end?.clock != null && spanOf(stamp) <= LONGEST_BEGINNING && TROUBLE.test(sentence);
  const apart = isShort ? entries.flatMap((one) => minutesAfter(one, stamp, day) ?? []) : [];
  const isBefore = apart.length > 0 && apart.every((minutes) => minutes < -SAME_MINUTES);
  const covered = apart.filter((minutes) => -minutes <= spanOf(stamp));
  return isBefore && covered.length <= 1 && Math.max(...apart) > -LONGEST_BEGINNING;
}
const LONGEST_BEGINNING = 60;

/** A span around an entry tells the whole, and not an event. */
function isWithin(entry: Placed, stamp: Stamp, day: number): boolean {
  const minutes = minutesAfter(entry, stamp, day);
  if (minutes === null || !stamp.end?.clock) return false;
  return minutes <= 0 && -minutes <= spanOf(stamp);
}
