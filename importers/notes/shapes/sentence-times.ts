import { daysAhead, resolveDay, type SlashOrder, slashOrder } from "#importers/lex/day-number.ts";
import { NATIONAL_WEEKDAYS } from "#importers/lex/day-words.ts";
import type { FoundDate } from "#importers/lex/find-dates.ts";
import { findDates } from "#importers/lex/find-dates.ts";
import { plainText } from "#importers/lex/markdown.ts";
import { orderByLanguage } from "#importers/lex/order-by-language.ts";
import { dayStamp } from "#importers/lex/stamp.ts";
import type { Stamp } from "#importers/lex/stamp-type.ts";
import { oneOf } from "#lib/base/text/phrases.ts";
import { dayNumber, shiftDay } from "#lib/base/time/calendar-day.ts";
import { LONG_WEEKDAY, SHORT_MONTH } from "#lib/base/time/local-date.ts";
import { dayOfDateline, isDateline } from "../days/dateline.ts";
import { daySpan } from "../days/day-span.ts";
import { DAY_BEFORE, isOfDayBefore, NEXT_DAY } from "../days/neighbour-days.ts";
import { isAllusion, saidDates } from "../days/said-dates.ts";
import { RESPONSE, TROUBLE } from "../days/trouble.ts";
import type { Line } from "../lines/lines.ts";
import type { Section } from "../lines/sections.ts";
import { isElsewhereTitle, isSectionLabel } from "../lines/titles.ts";
import { dayCounted, dayOfTitle, dayOfWriting, fromWriting, tellsWriting } from "./days-of-writing.ts";
import { isPageHead, isStateAlone } from "./posted-updates.ts";
import { NOT_YET, onDay, stampsIn } from "./said-times.ts";
import { sentencesOf } from "./sentences.ts";
import type { TrailingEntry } from "./trailing.ts";

const LIMIT = 8000;
const LEAST = 3;
const LEAST_OF_INCIDENT = 2;
/**
 * Returns the times within the sentences of a text that tells its story only in paragraphs. Empty unless it contains at
 * least three times, or fewer in the report of an incident. Without a day they are asked for. Each sentence is the text of
 * each of its times. A time that occurs twice counts once. Next to a timeline, one time is enough.
 */
export function readSentenceTimes(
  lines: readonly Line[],
  sections: readonly Section[],
  { isAlone = true } = {},
): TrailingEntry[] {
  const found: TrailingEntry[] = [];
  const told = new Set<string>();
  let isTrouble = false;
  const texts = lines.map(({ content }) => content);
  const order = slashOrder(texts.flatMap((text) => text.match(SLASHED) ?? [])) ?? orderByLanguage(texts);
  const first = firstDay(lines, sections, order);
  // If only front matter, the file's name or a person knows the day, the times of an incident wait for it.
  const isOfIncident = lines.some(({ content }) => TROUBLE.test(content) || RESPONSE.test(content));
  const isOpen = first === null && (isOfIncident || !isAlone);
  const written = dayOfWriting(texts) ?? dayOfDateline(texts, order);
  const titled = dayOfTitle(texts);
  const days = new Days(first, order);
  const dayAlone: DayAlone[] = [];
  for (const { at, text, isHeading } of paragraphsOf(lines, sections)) {
    if (isHeading) days.see(text, []);
    if (isHeading || LISTED.test(text)) continue;
    for (const sentence of sentencesOf(text)) {
      const isNone = NOT_YET.test(sentence) || tellsWriting(sentence) || OF_REVIEW.test(sentence);
      const isMixed = new Set(sentence.match(SLASHED)).size > 1;
      const stamps = (isNone ? [] : stampsIn(sentence)).map((stamp) =>
        isMixed && stamp.date === null
          ? { ...stamp, dayWord: { kind: "open" as const } }
          : fromWriting(stamp, sentence, { written, titled }),
      );
      if (!tellsWriting(sentence) && !OF_REVIEW.test(sentence)) days.see(sentence, stamps);
      const counted = written && stamps.length === 0 ? dayCounted(sentence, written) : null;
      if (counted) days.continueOn(counted);
      isTrouble ||= counted !== null && TROUBLE.test(sentence);
      if (!days.isKnown && !isOpen && written === null && !(isOfIncident && days.isLater)) continue;
      const onlyDay = stamps.length === 0 && !isNone ? dayOpening(sentence, order) : null;
      const dated = onlyDay && days.onCurrent(onlyDay);
      if (dated)
        dayAlone.push({
          ...{ at, words: [], stamp: { ...dated, prose: true }, text: [sentence], actor: null },
          behind: found.length,
        });
      const [opening, ...more] = stamps;
      const before = opening && isOfDayBefore(sentence, opening) ? days.dateBefore(opening) : null;
      const rest = before ? more : stamps;
      const placed = rest.map((stamp) => days.date(stamp, HAD_BEEN.test(sentence)));
      if (before) placed.unshift(before);
      if (SPAN.test(sentence)) days.startAgain(placed);
      isTrouble ||= placed.length > 0 && TROUBLE.test(sentence);
      for (const dated of placed) {
        const isPeak = dated.end?.clock != null && PEAK.test(sentence);
        const key = JSON.stringify([dated.date, dated.clock ?? dated.statedText, isPeak ? dated.end?.clock : null]);
        if (told.has(key)) continue;
        told.add(key);
        found.push({ at, words: [], stamp: { ...dated, prose: true }, text: [sentence], actor: null });
      }
    }
  }
  const isNews = written !== null && TROUBLE.test(texts.find((text) => text.trim() !== "") ?? "");
  const least = isNews ? 1 : isOfIncident ? LEAST_OF_INCIDENT : LEAST;
  const moments =
    found.length === 0 && isOfIncident ? dayAlone : found.flatMap((one) => (one.stamp.end?.date ? [one, one] : one));
  const isStory = moments.length >= least || isTrouble || !isAlone;
  return isStory ? withDays(found.filter(isNoRepeat), dayAlone) : [];
}

/** "From 20:30 to 20:51" is told again as "at 20:30:18". */
function isNoRepeat({ stamp: { clock, date } }: TrailingEntry, _: number, all: readonly TrailingEntry[]): boolean {
  const isSame = ({ stamp: other }: TrailingEntry) =>
    other.clock?.second != null &&
    other.clock.hour === clock?.hour &&
    other.clock.minute === clock.minute &&
    JSON.stringify(other.date) === JSON.stringify(date);
  return clock === null || clock.second !== null || !all.some(isSame);
}

/** "On 28 November, the provider advised that repairs were underway". */
const OPENS_WITH_DAY = /^(?:on|am|le|el|il|em|op|den)\s/i;

/** Returns the day that a sentence starts with, or on which something was done, if it is told nothing more of its time. */
function dayOpening(sentence: string, order: SlashOrder): Stamp | null {
  const [found, ...others] = findDates(sentence, order);
  if (!found || others.length > 0 || isAllusion(sentence, found)) return null;
  const isOpening = OPENS_WITH_DAY.test(sentence) && found.index <= MOST_BEFORE_DAY;
  if (!isOpening && !(DONE.test(sentence) && saidDates(sentence, false, order).length === 1)) return null;
  return dayStamp({ kind: "day", day: found.day, end: 0, written: sentence.slice(found.index, found.end) });
}
const MOST_BEFORE_DAY = 16;
const DONE = /\b(?:was|were|had|began|went|came|found|\p{L}+ed)\b/iu;

/** A day without a time, and how many times were told before it. */
interface DayAlone extends TrailingEntry {
  behind: number;
}

/** Adds the days that a story names alone, between its first and last time and other than their days, or all of them in one without times. */
function withDays(found: TrailingEntry[], alone: readonly DayAlone[]): TrailingEntry[] {
  const dayOf = ({ stamp: { date } }: TrailingEntry) => (date?.kind === "day" ? dayNumber(date.day) : null);
  const timed = new Set(found.flatMap((one) => dayOf(one) ?? []));
  let [first, last] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (const day of timed) [first, last] = [Math.min(first, day), Math.max(last, day)];
  const added = alone.filter((one) => {
    const day = dayOf(one);
    if (day === null || timed.has(day)) return false;
    timed.add(day);
    return found.length === 0 || (day > first && day < last);
  });
  const all: TrailingEntry[] = [];
  let next = 0;
  for (const { behind, ...one } of added) {
    for (const timedOne of found.slice(next, behind)) all.push(timedOne);
    all.push(one);
    next = behind;
  }
  return [...all, ...found.slice(next)];
}

/** Sentences about the write-up itself. */
const OF_REVIEW = new RegExp(
  String.raw`\b${oneOf`
    meeting | (?:post-?mortem|post-?incident|incident) review | retro(?:spective)? | debrief
  `}(?: (?:was|is))? (?:held|scheduled|planned|took place|on)\b|^(?:last |page |document )?${oneOf`
    updated | modified | edited | revised | published | created | drafted
  `}(?: on| at|:)? `,
  "i",
);

/** "At its peak (16:20 to 16:27)" tells how bad it was, and not what happened at 16:20. */
const PEAK = /\b(?:peak(?:ed|s)?|worst|heaviest|highest|maximum|most severe|at the height)\b/i;

/** "16:47 - Between 16:54 and 16:55": an item of a list, not a sentence. */
const LISTED = /^\d{1,2}:\d{2}\s?[-–—:|]\s/;

const SLASHED = /\b\d{1,2}\/\d{1,2}\/\d{4}\b/g;

interface Paragraph {
  at: number;
  text: string;
  /** It has no time, but can name the day of the lines below. */
  isHeading: boolean;
}

/** Headings, and paragraphs and items with their wrapped lines, except in parts for lessons and actions. */
function paragraphsOf(lines: readonly Line[], sections: readonly Section[]): Paragraph[] {
  const paragraphs: Paragraph[] = [];
  for (const [index, { role, content }] of lines.entries()) {
    if (role === "heading") paragraphs.push({ at: index, text: content, isHeading: true });
    if ((role !== "text" && role !== "item") || isElsewhereTitle(sections[index]?.title ?? "")) continue;
    if (isDateline(content)) continue;
    const last = paragraphs.at(-1);
    const above = lines[index - 1];
    const goesOn =
      above?.role === "item" ||
      (above?.role === "text" &&
        !isDateline(above.content) &&
        !isSectionLabel(above.content.trim()) &&
        ![above, { content }].some((one) => isPageHead(one) || isStateAlone(one)));
    if (last && role === "text" && goesOn) last.text += last.text.length < LIMIT ? ` ${content}` : "";
    else paragraphs.push({ at: index, text: content, isHeading: false });
  }
  return paragraphs.map((one) => ({ ...one, text: plainText(one.text.slice(0, LIMIT)) }));
}

/** The first full date that isn't the day of something else. */
function firstDay(lines: readonly Line[], sections: readonly Section[], order: SlashOrder): FoundDate | null {
  for (const [index, { role, content }] of lines.entries()) {
    if (!TELLS.has(role) || sections[index]?.elsewhere || isDateline(content) || tellsWriting(content)) continue;
    const full = saidDates(content, role === "heading", order).find(({ day }) => day.year !== null);
    if (full) return full;
  }
  return null;
}

const TELLS: ReadonlySet<string> = new Set(["text", "heading", "item", "row"]);
/** "Yesterday's outage" is on that day. "Last week's version" is only from then. */
const OF_TROUBLE =
  "(?:\\w+\\s)?(?:outages?|incidents?|problems?|issues?|downtime|trouble|events?|maintenance|work|night|failure)\\b";
/** A day that can't be determined. Later sentences have none until one is named. */
const SOME_DAY = new RegExp(
  String.raw`(?<!\b(?:outages?|incidents?|problems?|issues?|downtime) (?:of |from )?)\b${oneOf`
    (?:\w+\s)?(?:days?|nights?|evenings?|mornings?|weeks?|months?|years?)\s(?:later|after|before|earlier|ago)
    (?:later|earlier)\sthat\s(?:week|month|year)
    (?:next|following|previous|last)\s(?:night|week|month|year|weekend|${LONG_WEEKDAY})(?!['’]s\s(?!${OF_TROUBLE}))
    yesterday(?!['’]s\s(?!${OF_TROUBLE})) | the\s(?:previous|prior)\s(?:day|evening|night|afternoon|morning) | overnight
  `}\b`,
  "i",
);
/** Without a time, it only tells when the text was written: "We are sorry for yesterday's trouble." */
const WHEN_WRITTEN = /\b(?:yesterday|overnight)\b/gi;
/** "Last night (8 June 2021)": the date says which day the words mean. */
const EXPLAINED = new RegExp(
  String.raw`(?<!\p{L})(?:yesterday|(?:earlier )?today|tonight|last night|this (?:morning|afternoon|evening|night)|${LONG_WEEKDAY}|${NATIONAL_WEEKDAYS.join("|")}),?\s?\(?$`,
  "iu",
);
const NIGHT = /(?<!\p{L})(?:night|overnight|nacht|nuit|noche|notte|noite|nocy|noci|natt|nat|ночь|ночи)(?!\p{L})/iu;
/** "On the 3rd", "am 3. um 9:00 Uhr", "le 3 à 9h": a day without its month, and not the time of that number. */
const DAY_OF_MONTH = new RegExp(
  String.raw`(?<![\p{L}\d])${oneOf`
    on the (\d{1,2})(?:st|nd|rd|th)(?!,? (?:of|day|time|floor|attempt|try|${SHORT_MONTH})|[\w-])
    am (\d{1,2})\.(?=,? (?:um|gegen|ab) \d)
    le (\d{1,2})(?=,? (?:à|vers) \d) | el (?:día )?(\d{1,2})(?=,? a las \d) | il (\d{1,2})(?=,? alle \d)
    (?:o )?dia (\d{1,2})(?=,? às \d) | op de (\d{1,2})e(?=,? om \d)
  `}`,
  "iu",
);
/** Events from before the story. */
const HAD_BEEN =
  /\bhad\s(?:(?:already|been|just|first|originally|previously)\s)*(?:begun|started|\w+ed|gone|been|made|run|taken|put|set)\b/i;
/** "From … to …", with which a report tells the whole before its parts. */
const SPAN = /\b(?:from|between|starting|started|beginning|began)\b.*\b(?:to|until|till|and|through|ending|ended)\b/i;
const ON_WEEKDAY = new RegExp(String.raw`\bon\s${LONG_WEEKDAY}\b`, "i");

/**
 * Returns the day of each time: that of its sentence, otherwise that of the time before it, advancing at midnight when
 * the clock goes back.
 */
class Days {
  #day: FoundDate["day"] | null;
  #year: number | null;
  #above = 0;
  #isNew = true;
  #isBack = false;
  /** The story had a day, and continues on an unnamed one. */
  #isLost = false;
  /** The story is told of the night between two days. */
  #isNight = false;
  readonly #order: SlashOrder;

  constructor(first: FoundDate | null, order: SlashOrder) {
    this.#order = order;
    this.#day = first?.day ?? null;
    this.#year = first?.day.year ?? null;
  }

  get isKnown(): boolean {
    return (this.#day ?? this.#left) !== null;
  }

  /** Adopts the day that a sentence names. A sentence that only alludes to a day makes it unknown. */
  see(sentence: string, stamps: readonly Stamp[]): void {
    const dates = stamps.length > 0 ? findDates(sentence, this.#order) : saidDates(sentence, false, this.#order);
    const span = daySpan(sentence);
    const named =
      (span && { day: span.first }) ??
      findDates(sentence, this.#order).find(({ index }) => EXPLAINED.test(sentence.slice(0, index))) ??
      dates.find((found) => !isAllusion(sentence, found)) ??
      this.#ofMonth(sentence);
    const goesOn = !named && dates.some(({ day }) => this.#isLater(day));
    if (this.#isBack && !named) this.#day = null;
    this.#left = null;
    this.#isBack = named !== undefined && this.#goesBack(named.day);
    if (named) this.#day = { ...named.day, year: named.day.year ?? this.#year };
    else if (NEXT_DAY.test(sentence) && !stamps.some(({ dayWord }) => dayWord !== null))
      this.#day = this.#day && shiftDay(this.#day, 1);
    else if (this.#hasUnnamedDay(sentence, stamps)) {
      this.#left = this.#isNew ? null : this.#day;
      this.#day = null;
    } else if (ON_WEEKDAY.test(sentence) && !stamps.some(({ weekday }) => weekday !== null)) this.#day = null;
    else if (goesOn) this.#day = null;
    else return;
    this.#isLost = goesOn;
    this.isLater = !named && this.#hasUnnamedDay(sentence, stamps);
    this.#isNight = span?.days === 2 && NIGHT.test(sentence);
    this.#year = this.#day?.year ?? this.#year;
    this.#isNew = true;
  }

  /** The current day before a sentence that made it unknown. */
  #left: FoundDate["day"] | null = null;

  /** Returns a time on the day before the current one. The times below it are asked for, because they can be of both. */
  dateBefore(stamp: Stamp): Stamp | null {
    return this.#left && onDay({ ...stamp, dayWord: null }, shiftDay(this.#left, -1));
  }

  /** "Two days later": the times below are asked for. */
  isLater = false;

  #hasUnnamedDay(sentence: string, stamps: readonly Stamp[]): boolean {
    return (
      SOME_DAY.test(stamps.length > 0 ? sentence : sentence.replace(WHEN_WRITTEN, "")) || DAY_BEFORE.test(sentence)
    );
  }

  /** "On the 3rd": that day of the current month, or of the next one. */
  #ofMonth(sentence: string): Pick<FoundDate, "day"> | undefined {
    const day = Number(DAY_OF_MONTH.exec(sentence)?.slice(1).find(Boolean));
    const own = this.#day;
    if (!own || !(day >= 1 && day <= 31)) return undefined;
    const month = day >= own.day ? own.month : (own.month % 12) + 1;
    const year = own.year !== null && month < own.month ? own.year + 1 : own.year;
    return { day: { year, month, day } };
  }

  /** "The third time (on the morning of 6 April)": the story can continue there. */
  #isLater(day: FoundDate["day"]): boolean {
    return this.#day !== null && dayNumber({ ...day, year: day.year ?? this.#year }) > dayNumber(this.#day);
  }

  /** A day long before the current one belongs to something else, and the story doesn't continue from it. */
  #goesBack(day: FoundDate["day"]): boolean {
    if (!this.#day || this.#isNew) return false;
    return dayNumber({ ...day, year: day.year ?? this.#year }) < dayNumber(this.#day) - LONG_AGO_DAYS;
  }

  date(stamp: Stamp, isBefore: boolean): Stamp {
    const minutes = (stamp.clock?.hour ?? 0) * 60 + (stamp.clock?.minute ?? 0);
    const isAlone = stamp.date === null && stamp.weekday === null && stamp.dayWord === null;
    // "We had deployed at 22:00" below a morning is on some day before.
    if (isBefore && isAlone && !this.#isNew && minutes - this.#above > LONG)
      return { ...stamp, dayWord: { kind: "open" } };
    if (isAlone && this.#day && !this.#isNew && this.#above - minutes > HALF_DAY) this.#day = shiftDay(this.#day, 1);
    // Before the first time of a day, it's unclear whether "on Friday" is before or after it.
    const isOpen = this.#isNew && stamp.date === null && stamp.weekday !== null;
    if (isAlone && this.#day && this.#isNew && this.#isNight && minutes < HALF_DAY) this.#day = shiftDay(this.#day, 1);
    this.#above = minutes;
    this.#isNew = false;
    const own = this.#ownDay(stamp);
    if (isOpen && own && this.#day && dayNumber(own) !== dayNumber(this.#day)) {
      this.#day = null;
      return { ...stamp, dayWord: { kind: "open" } };
    }
    if (own === null)
      return isAlone && (this.#isLost || this.isLater) ? { ...stamp, dayWord: { kind: "open" } } : stamp;
    // Later sentences continue from there, and don't return to the earlier day.
    if (!this.#day || dayNumber(own) > dayNumber(this.#day)) this.#day = own;
    return onDay(stamp, own);
  }

  /** Returns a time of the current day on it. Null if its day is another one, which was only alluded to. */
  onCurrent(stamp: Stamp): Stamp | null {
    const own = this.#ownDay(stamp);
    return own && this.#day && dayNumber(own) === dayNumber(this.#day) ? onDay(stamp, own) : null;
  }

  /** Continues on a day that a sentence counts from that of the writing: "sufrió ayer una caída". */
  continueOn(day: FoundDate["day"]): void {
    this.#day = day;
    this.#year = day.year;
    this.#isNew = true;
    this.isLater = false;
  }

  /** Continues from the start of a span that ends on a later day. */
  startAgain([from, to]: readonly Stamp[]): void {
    if (from?.date?.kind !== "day" || to?.date?.kind !== "day" || dayNumber(to.date.day) <= dayNumber(from.date.day))
      return;
    this.#day = from.date.day;
    this.#above = (from.clock?.hour ?? 0) * 60 + (from.clock?.minute ?? 0);
  }

  /** Returns the day that a time names, otherwise the current one. Null if it can't be determined. */
  #ownDay({ date, weekday, dayWord }: Stamp): FoundDate["day"] | null {
    if (date) return date.kind === "day" ? { ...date.day, year: date.day.year ?? this.#year } : null;
    if (!this.#day) return null;
    if (dayWord?.kind === "next") return shiftDay(this.#day, 1);
    if (dayWord !== null && dayWord.kind !== "same") return null;
    if (weekday === null) return this.#day;
    const number = resolveDay(this.#day, null);
    const ahead = number === null ? null : daysAhead(number, weekday);
    return ahead === null ? null : shiftDay(this.#day, ahead);
  }
}

const HALF_DAY = 12 * 60;
/** Past perfect isn't used for times this much later on the same day. */
const LONG = 8 * 60;
const LONG_AGO_DAYS = 3;
