import { daysAhead, orderedDay, resolveDay, type SlashOrder } from "#importers/lex/day-number.ts";
import { EASTERN_PARTS } from "#importers/lex/day-parts.ts";
import { NATIONAL_WEEKDAYS } from "#importers/lex/day-words.ts";
import { type FoundDate, findDates, isOtherWeekday } from "#importers/lex/find-dates.ts";
import type { Stamp } from "#importers/lex/stamp-type.ts";
import { oneOf } from "#lib/base/text/phrases.ts";
import { dayNumber, isoDay, shiftDay } from "#lib/base/time/calendar-day.ts";
import { HALF_DAY_MINUTES, minutesOf } from "#lib/base/time/clock.ts";
import { isNameOf, LONG_WEEKDAY, SHORT_MONTH, SHORT_WEEKDAY, weekdayOf } from "#lib/base/time/local-date.ts";
import { daySpan } from "../days/day-span.ts";
import { DAY_BEFORE, NEXT_DAY } from "../days/neighbour-days.ts";
import { isAllusion, saidDates, tellsAhead } from "../days/said-dates.ts";
import { onDay } from "./said-times.ts";

/** "Yesterday's outage" is on that day. "Last week's version" is only from then. */
const OF_TROUBLE =
  "(?:\\w+\\s)?(?:outages?|incidents?|problems?|issues?|downtime|trouble|events?|maintenance|work|night|failure)\\b";
/** A day that can't be determined. Later sentences have none until one is named. */
const SOME_DAY = new RegExp(
  String.raw`(?<!\b(?:outages?|incidents?|problems?|issues?|downtime) (?:of |from )?)\b${oneOf`
    (?:\w+\s)?(?:days?|nights?|evenings?|mornings?|weeks?|months?|years?)\s(?:later|after|before|earlier|ago)
    (?:later|earlier)\sthat\s(?:week|month|year)
    (?:next|following|previous|last)\s(?:night|week|month|year|weekend|${LONG_WEEKDAY})(?!['’]s\s(?!${OF_TROUBLE}))
    yesterday(?!['’]s\s(?!${OF_TROUBLE})) | the\s(?:previous|prior)\s(?:day|evening|night|afternoon|morning)(?!['’]s\s(?!${OF_TROUBLE})) | overnight
  `}\b`,
  "i",
);
/** Without a time, it only tells when the text was written: "We are sorry for yesterday's trouble." */
const WHEN_WRITTEN = /\b(?:yesterday|overnight)\b/gi;
/** "Last night (8 June 2021)": the date says which day the words mean. */
const EXPLAINED = new RegExp(
  String.raw`(?<!\p{L})(?:yesterday|(?:earlier )?today|tonight|last night|this (?:morning|afternoon|evening|night)|${LONG_WEEKDAY}|${NATIONAL_WEEKDAYS.join("|")}),?\s?\(?(?:${SHORT_WEEKDAY}\w{0,6}\.?,?\s)?$`,
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
  `}|(?<![\d月월]|[月월]\s)(\d{1,2})[日일号](?=\s?(?:${EASTERN_PARTS})?\s?の?\d{1,2}\s?[時时點点시:：])`,
  "iu",
);
const NAMED_WEEKDAY = new RegExp(String.raw`\b(?:on|last)\s(${LONG_WEEKDAY})\b(?!,?\s(?:\d|${SHORT_MONTH}))`, "gi");
const ON_WEEKDAY = new RegExp(String.raw`\bon\s${LONG_WEEKDAY}\b`, "i");

/**
 * Returns the day of each time: that of its sentence, otherwise that of the time before it, advancing at midnight when
 * the clock goes back.
 */
export class StoryDays {
  #day: FoundDate["day"] | null;
  #year: number | null;
  readonly #first: FoundDate["day"] | null;
  /** The day of the week of a day whose year the story doesn't tell. */
  #weekday: number | null = null;
  #above = 0;
  #isNew = true;
  #isBack = false;
  /** The story had a day, and continues on an unnamed one. */
  #isLost = false;
  /** The story is told of the night between two days. */
  #isNight = false;
  /** The first and last moment that are told, and the same of the parts above, until a time or a day of this one. */
  #told: Span | null = null;
  #whole: Span | null = null;
  /** A sentence of the story named its day, and no heading: then "today" is another one. */
  #isSaid = false;
  readonly #order: SlashOrder;

  constructor(first: FoundDate | null, order: SlashOrder) {
    this.#order = order;
    this.#day = first?.day ?? null;
    this.#first = this.#day;
    this.#year = first?.day.year ?? null;
  }

  get isKnown(): boolean {
    return (this.#day ?? this.#left) !== null;
  }

  /** Adopts the day that a sentence names. A sentence that only alludes to a day makes it unknown. */
  see(whole: string, stamps: readonly Stamp[], isHeading = false): void {
    const told = withoutReason(whole, stamps);
    const wasKnown = this.#day !== null;
    const sentence = this.#withoutOwn(told);
    if (this.#endsLater(stamps) || (stamps.length === 0 && tellsAhead(told))) return;
    const dates = stamps.length > 0 ? findDates(sentence, this.#order) : saidDates(sentence, false, this.#order);
    const span = daySpan(sentence);
    const named: Pick<FoundDate, "day" | "weekday"> | undefined =
      (span ? { day: span.first } : undefined) ??
      findDates(sentence, this.#order).find(({ index }) => EXPLAINED.test(sentence.slice(0, index))) ??
      dates.find((found) => !isAllusion(sentence, found)) ??
      this.#ofMonth(sentence);
    const goesOn = !named && dates.some(({ day }) => this.#isLater(day));
    if (this.#isBack && !named) this.#day = null;
    if (named) this.#isSaid = !isHeading;
    if (named || this.#hasUnnamedDay(sentence, stamps)) this.#whole = null;
    this.#left = null;
    this.#isBack = named !== undefined && !isHeading && this.#goesBack(named.day);
    if (named) {
      this.#day = { ...named.day, year: named.day.year ?? this.#yearOf(named) };
      this.#weekday = named.weekday ?? null;
    } else if (NEXT_DAY.test(sentence) && !stamps.some(({ dayWord }) => dayWord !== null))
      this.#day = this.#day && shiftDay(this.#day, 1);
    else if (stamps.some(({ date }) => date?.kind === "slashed")) return;
    else if (this.#hasUnnamedDay(sentence, stamps)) {
      this.#left = this.#isNew ? null : this.#day;
      this.#day = null;
    } else if (ON_WEEKDAY.test(sentence) && !stamps.some(({ weekday }) => weekday !== null)) this.#day = null;
    else if (goesOn) this.#day = null;
    else return;
    this.#isLost = goesOn;
    this.isLater = !named && (this.#hasUnnamedDay(sentence, stamps) || (wasKnown && ON_WEEKDAY.test(sentence)));
    this.#isNight = span?.days === 2 && NIGHT.test(sentence);
    this.#year = this.#day?.year ?? this.#year;
    this.#isNew = true;
  }

  /** The year of the story, unless the day is on another day of the week in it. */
  #yearOf(named: Pick<FoundDate, "day" | "weekday">): number | null {
    const day = { ...named.day, year: this.#year };
    const isFirst = this.#first?.month === day.month && this.#first.day === day.day;
    return !isFirst && this.#year !== null && isOtherWeekday(named, dayNumber(day)) ? null : this.#year;
  }

  /**
   * "It was replaced at 13:20, and ran on 29 November, 03:47": the first time is on the current day, or on the day
   * before the only one that the story names.
   */
  #endsLater([first, ...others]: readonly Stamp[]): boolean {
    const isOpen = first?.clock && first.date === null && first.weekday === null && first.dayWord === null;
    const last = others.find(({ date }) => date?.kind === "day");
    if (!isOpen || !this.#day || last?.date?.kind !== "day" || !last.clock || first.end !== null) return false;
    if (minutesOf(first.clock) <= minutesOf(last.clock)) return false;
    const day = { ...last.date.day, year: last.date.day.year ?? this.#year };
    const days = dayNumber(day) - dayNumber(this.#day);
    if (days === 0 && this.#isNew) this.#day = shiftDay(this.#day, -1);
    return days > 0 || (days === 0 && this.#isNew);
  }

  /** "Last Saturday" is the current day if that is a Saturday. */
  #withoutOwn(sentence: string): string {
    const day = this.#day;
    const weekday = day?.year == null ? null : weekdayOf(isoDay(dayNumber(day)));
    return sentence.replace(NAMED_WEEKDAY, (written, name: string) =>
      weekday !== null && isNameOf(name, weekday) ? "" : written,
    );
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

  /** "On the 3rd", "3日17時": that day of the current month, or of the next one. */
  #ofMonth(sentence: string): Pick<FoundDate, "day"> | undefined {
    const day = Number(DAY_OF_MONTH.exec(sentence)?.slice(1).find(Boolean));
    const own = this.#day;
    if (!own || !(day >= 1 && day <= 31)) return undefined;
    const isOfMonth = day >= own.day || own.day - day < HALF_MONTH;
    const month = isOfMonth ? own.month : (own.month % 12) + 1;
    const year = own.year !== null && month < own.month ? own.year + 1 : own.year;
    return { day: { year, month, day } };
  }

  /** "The third time (on the morning of 6 April)": the story can continue there. */
  #isLater(day: FoundDate["day"]): boolean {
    return this.#day !== null && dayNumber({ ...day, year: day.year ?? this.#year }) > dayNumber(this.#day);
  }

  /** A day long before the current one belongs to something else, and the story doesn't continue from it. */
  #goesBack(day: FoundDate["day"]): boolean {
    if (!this.#day) return false;
    const least = this.#isNew ? ANOTHER_STORY_DAYS : LONG_AGO_DAYS;
    return dayNumber({ ...day, year: day.year ?? this.#year }) < dayNumber(this.#day) - least;
  }

  date(said: Stamp, isBefore: boolean): Stamp {
    const near = this.#day?.year == null ? null : dayNumber(this.#day);
    const isShort = said.date?.kind === "slashed" && said.date.year === null;
    const short = isShort && said.date ? orderedDay(said.date, this.#order, near) : null;
    const told: Stamp = short ? onDay({ ...said, dayWord: null }, { ...short, year: short.year ?? this.#year }) : said;
    if (isShort && !short) {
      this.#day = null;
      this.isLater = true;
    }
    const isToday = told.dayWord?.kind === "same" && this.#isSaid && TODAY.test(told.statedText);
    const stamp: Stamp = isToday ? { ...told, dayWord: { kind: "open" } } : told;
    const minutes = minutesOf(stamp.clock);
    const isAlone = stamp.date === null && stamp.weekday === null && stamp.dayWord === null;
    // "We had deployed at 22:00" below a morning is on some day before.
    if (isBefore && isAlone && !this.#isNew && minutes - this.#above > LONG)
      return { ...stamp, dayWord: { kind: "open" } };
    if (isAlone && this.#day && !this.#isNew && this.#above - minutes > HALF_DAY_MINUTES)
      this.#day = shiftDay(this.#day, 1);
    if (isAlone) this.#startInWhole(minutes);
    this.#whole = null;
    // Before the first time of a day, it's unclear whether "on Friday" is before or after it.
    const isOpen = this.#isNew && stamp.date === null && stamp.weekday !== null;
    if (isAlone && this.#day && this.#isNew && this.#isNight && minutes < HALF_DAY_MINUTES)
      this.#day = shiftDay(this.#day, 1);
    this.#above = minutes;
    this.#isNew = false;
    const own = this.#ownDay(stamp);
    // "Today" in a story of the day before: the times below it can be of both.
    if (stamp.dayWord?.kind === "open" && stamp.date === null) {
      this.#day = null;
      this.isLater = true;
    }
    if (isOpen && own && this.#day && dayNumber(own) !== dayNumber(this.#day)) {
      this.#day = null;
      return { ...stamp, dayWord: { kind: "open" } };
    }
    if (own === null)
      return isAlone && (this.#isLost || this.isLater) ? { ...stamp, dayWord: { kind: "open" } } : stamp;
    this.#tell(own, stamp);
    // Later sentences continue from there, and don't return to the earlier day.
    if (!this.#day || dayNumber(own) > dayNumber(this.#day)) this.#day = own;
    const isOfWeekday = own.year === null && isAlone && own.month === this.#day.month && own.day === this.#day.day;
    return onDay(isOfWeekday ? { ...stamp, weekday: this.#weekday } : stamp, own);
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
    this.#above = minutesOf(from.clock);
  }

  /** A new part of the story, below a heading. The parts above may have told the whole. */
  startPart(): void {
    this.#whole = this.#told;
  }

  #tell(day: FoundDate["day"], { clock, end }: Stamp): void {
    if (clock === null) return;
    const from = { day, minutes: minutesOf(clock) };
    const to = end?.clock && end.date === null ? { day, minutes: minutesOf(end.clock) } : from;
    this.#told = { from: this.#told?.from ?? from, to: minutesBetween(from, to) > 0 ? to : from };
  }

  /** A first time that would be after the whole, as it was told above, is on an earlier day if it is within it there. */
  #startInWhole(minutes: number): void {
    if (!this.#whole || !this.#day) return;
    const { from, to } = this.#whole;
    if (minutesBetween(to, { day: this.#day, minutes }) <= 0) return;
    const isWithin = (day: FoundDate["day"]) =>
      minutesBetween(from, { day, minutes }) >= 0 && minutesBetween({ day, minutes }, to) >= 0;
    const day = [from.day, shiftDay(from.day, 1)].find(isWithin);
    if (day) this.#day = day;
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

/** The start of what tells why in a sentence: "At 09:48 we found it: a rule had changed the evening before". */
const REASON = new RegExp(
  String.raw`[:;(–—]|(?<!\p{L})${oneOf`
    because | since | as | weil | da | denn | car | parce que | puisque | porque | pois | perché | poiché | omdat | want | eftersom | fordi
    ponieważ | bo | protože | потому что | так как
  `}(?!\p{L})`,
  "iu",
);

const HAD =
  /(?<!\p{L})(?:had|hatten?|waren?|avait|avaient|había|habían|havia|haviam|tinha|tinham|aveva|avevano|hadden)(?!\p{L})/iu;

/** A sentence without its reason, if that tells no more times and names a day before: "…, since it broke on Friday". */
function withoutReason(sentence: string, stamps: readonly Stamp[]): string {
  const last = stamps.at(-1);
  const at = last ? sentence.lastIndexOf(last.statedText) + last.statedText.length : 0;
  const reason = REASON.exec(sentence.slice(at));
  if (!reason || (!last && !HAD.test(sentence.slice(reason.index)))) return sentence;
  const behind = sentence.slice(at + reason.index);
  return findDates(behind).length === 0 &&
    (DAY_BEFORE.test(behind) || ON_WEEKDAY.test(behind)) &&
    !NEXT_DAY.test(behind)
    ? sentence.slice(0, at + reason.index)
    : sentence;
}

interface Moment {
  day: FoundDate["day"];
  minutes: number;
}
interface Span {
  from: Moment;
  to: Moment;
}
const minutesBetween = (from: Moment, to: Moment): number =>
  (dayNumber(to.day) - dayNumber(from.day)) * 2 * HALF_DAY_MINUTES + to.minutes - from.minutes;

const TODAY = /(?<!\p{L})(?:today|heute|aujourd['’]hui|hoy|hoje|oggi|vandaag)(?!\p{L})/iu;
const HALF_MONTH = 15;
/** Past perfect isn't used for times this much later on the same day. */
const LONG = 8 * 60;
const LONG_AGO_DAYS = 3;
/** "Last year, on 29 November": a day so long before one without a time belongs to another story. */
const ANOTHER_STORY_DAYS = 100;
