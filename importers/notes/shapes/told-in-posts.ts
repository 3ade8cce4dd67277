import type { DateMatch } from "#importers/lex/dates.ts";
import { resolveDay } from "#importers/lex/day-number.ts";
import { NATIONAL_WEEKDAYS } from "#importers/lex/day-words.ts";
import { findDates } from "#importers/lex/find-dates.ts";
import { plainText } from "#importers/lex/markdown.ts";
import type { Stamp } from "#importers/lex/stamp-type.ts";
import { oneOf, words } from "#lib/base/text/phrases.ts";
import { isoDay, shiftDay } from "#lib/base/time/calendar-day.ts";
import { HALF_DAY_MINUTES, minutesOf } from "#lib/base/time/clock.ts";
import { isNameOf, LONG_WEEKDAY, weekdayOf } from "#lib/base/time/local-date.ts";
import { areSameZone, zonesApart } from "../days/day-turns.ts";
import { isAllusion, tellsAhead } from "../days/said-dates.ts";
import type { Entry } from "../lines/entry.ts";
import { fromWriting } from "./days-of-writing.ts";
import { NOT_YET, stampsIn } from "./said-times.ts";
import { sentencesOf } from "./sentences.ts";

/** A day that isn't that of the post, or one in the future. */
export const OTHER_DAY = words`
  yesterday | tomorrow | last night | overnight
  (?:next|following|previous|last) (?:day|morning|evening|night|week|\w+day) | ago | later | scheduled
  planned | expected | until further | maintenance window
`;
/** Words for a day on which the next sentences are, too. */
const LEAVES = /\b(?:yesterday|tomorrow|last night|(?:next|following|previous) (?:day|morning|evening|night))\b/i;
const SAME_DAY = /\b(?:the |that )?same (?:day|morning|afternoon|evening|night)\b/i;
const LONGEST = 6000;

/**
 * Returns the times in a post other than its own, as entries before it: on the day that its sentences name, otherwise
 * within the half day before the post. Otherwise there are none, and the text stays in the post. With `isOfDay`, all
 * posts were written on one day, while it happened.
 */
export function toldInPost(post: Entry, isOfDay: boolean): Entry[] {
  const { stamp } = post;
  if (stamp.date === null || stamp.clock === null || stamp.end !== null) return [];
  const told: Entry[] = [];
  const seen = [{ key: keyOf(stamp, stamp.date), zone: stamp.zone }];
  let named: DateMatch | null = null;
  let isElsewhere = false;
  let isWeekday = false;
  let lastCounted: DateMatch | null = null;
  let left: DateMatch | null = null;
  const sentences = sentencesOf(plainText(post.text.map(asSentence).join(" ").slice(0, LONGEST)));
  const isOvernight = runsPastMidnight(sentences, stamp);
  for (const sentence of sentences) {
    if (NOT_YET.test(sentence)) continue;
    const own = findDates(sentence).find((found) => !isAllusion(sentence, found));
    if (own) named = { kind: "day", day: own.day, end: 0, written: "" };
    // "On Friday at 8:15" below "on 5 December", a Thursday.
    else if (named && namesOther(sentence, { ...stamp, date: named, weekday: null })) named = null;
    isElsewhere = !own && (isElsewhere || LEAVES.test(sentence));
    if (isElsewhere) named = null;
    if (!isElsewhere) left = null;
    // "They were put in yesterday afternoon. By 18:30, we were back on power."
    else if (YESTERDAY.test(sentence)) left = dayBefore(stamp);
    else if (LEAVES.test(sentence) || namesOther(sentence, stamp)) left = null;
    // "The same morning" is that of the day told before it, which can be unknown.
    const isSame = !own && SAME_DAY.test(sentence);
    if (isSame && isWeekday && !named && !lastCounted) continue;
    const sameDay = isSame ? lastCounted : null;
    isWeekday = (isWeekday && !own) || namesWeekday(sentence);
    for (const said of stampsIn(sentence)) {
      const one = inHalfOfPost(said, stamp);
      if (isCounted(one, sentence, stamp)) continue;
      const isBefore =
        !named &&
        !isElsewhere &&
        !OTHER_DAY.test(sentence) &&
        !namesOther(sentence, stamp) &&
        isShortlyBefore(one, stamp, isOfDay);
      const isOpen = !named && !isElsewhere && !OTHER_DAY.test(sentence);
      const counted = isOpen || /\blater\b/i.test(sentence) ? weekdayBefore(sentence, stamp) : null;
      if (counted) lastCounted = counted;
      const date =
        one.date ??
        named ??
        sameDay ??
        (isElsewhere && !LEAVES.test(sentence) && isAfter({ ...one, date: stamp.date }, stamp) ? left : null) ??
        (isBefore ? stamp.date : (counted ?? (isOpen ? eveOf(one, sentence, stamp, isOvernight) : null)));
      if (date === null || isAfter({ ...one, date }, stamp)) continue;
      const [key, zone] = [keyOf(one, date), one.zone ?? stamp.zone];
      const isSeen = ({ key: other, zone: otherZone }: (typeof seen)[number]) =>
        key === other && (zone === null ? otherZone === null : areSameZone(zone, otherZone, date));
      if (seen.some(isSeen)) continue;
      seen.push({ key, zone });
      told.push({
        ...post,
        stamp: { ...one, date, zone, prose: true },
        text: [sentence],
        url: null,
      });
    }
  }
  return told;
}

/** Whether a time is later than the post that tells it. */
function isAfter(one: Stamp, post: Stamp): boolean {
  const dayOf = ({ date }: Stamp) =>
    date?.kind === "day" && date.day.year !== null ? resolveDay(date.day, null) : null;
  const [day, own] = [dayOf(one), dayOf(post)];
  if (day === null || own === null || !one.clock || !post.clock) return false;
  const minutes = (day - own) * 2 * HALF_DAY_MINUTES + minutesOf(one.clock) - minutesOf(post.clock);
  return minutes - (one.zone ? zonesApart(one.zone, post.zone, own) : 0) > SAME;
}
/** The clock of a page and that of its writer can be so many minutes apart. */
const SAME = 10;

const EVENING = 18;
const NIGHT = 6;

const YESTERDAY = /\byesterday\b/i;

function dayBefore({ date }: Stamp): DateMatch | null {
  return date?.kind === "day" && date.day.year !== null ? { ...date, day: shiftDay(date.day, -1) } : null;
}

/** Whether a post first tells a time in an evening that can't have come yet, and then one before the post. */
function runsPastMidnight(sentences: readonly string[], { clock }: Stamp): boolean {
  const told = sentences.filter((sentence) => !NOT_YET.test(sentence) && !tellsAhead(sentence)).flatMap(stampsIn);
  const [first, second] = told.map((one) => one.clock);
  if (!clock || !first || !second || told.some(({ date, weekday }) => date !== null || weekday !== null)) return false;
  return first.hour >= EVENING && minutesOf(first) > minutesOf(clock) && minutesOf(second) < minutesOf(clock);
}

/** The day before a post that was written at night, or tells of the night, if it tells of a time in the evening. Null for others. */
function eveOf(one: Stamp, sentence: string, { date, clock, zone }: Stamp, isOvernight: boolean): DateMatch | null {
  const isNight = isOvernight || (clock !== null && clock.hour < NIGHT && (clock.is24 || clock.meridiem !== null));
  if (date?.kind !== "day" || date.day.year === null || !isNight || tellsAhead(sentence)) return null;
  const isEvening = one.clock !== null && one.clock.hour >= EVENING && one.weekday === null && one.dayWord === null;
  const isOver = one.end?.clock ? one.end.clock.hour >= EVENING : !UNTIL.test(sentence);
  const isAlike = one.zone === null || areSameZone(one.zone, zone, date);
  return isEvening && isOver && isAlike ? { ...date, day: shiftDay(date.day, -1) } : null;
}
const UNTIL = /\b(?:until|till)\b/i;

/** Whether the words next to a time count to another day than that of the post: "gisteren om 14.30 uur". */
function isCounted(one: Stamp, sentence: string, { date }: Stamp): boolean {
  if (date?.kind !== "day" || date.day.year === null) return false;
  const counted = fromWriting(one, sentence, { written: date.day, titled: null });
  if (counted === one) return false;
  return counted.date?.kind !== "day" || resolveDay(counted.date.day, null) !== resolveDay(date.day, null);
}

/** A title in a post doesn't continue in the line below. */
export const asSentence = (line: string): string =>
  line.length < 40 && /[\p{L}\d]\s*$/u.test(line) ? `${line.trim()}.` : line;

const WEEKDAY = new RegExp(String.raw`\b(${LONG_WEEKDAY})\b`, "gi");
const WEEKDAYS = NATIONAL_WEEKDAYS.map((names) => new RegExp(`(?<!\\p{L})(?:${names})(?!\\p{L})`, "iu"));

const namesWeekday = (sentence: string): boolean => namesOther(sentence, { date: null, weekday: null });

/** Returns whether a sentence names a day of the week other than that of the post. */
function namesOther(sentence: string, { date, weekday }: Pick<Stamp, "date" | "weekday">): boolean {
  const day = date?.kind === "day" && date.day.year !== null ? resolveDay(date.day, null) : null;
  const own = weekday ?? (day === null ? -1 : weekdayOf(isoDay(day)));
  return (
    [...sentence.matchAll(WEEKDAY)].some(([, name = ""]) => !isNameOf(name, own)) ||
    WEEKDAYS.some((names, weekday) => weekday !== own && names.test(sentence))
  );
}

/** "Friday morning", "Freitagabend": a day that the part of it makes recent. */
const RECENT = new RegExp(
  String.raw`(?<!\p{L})(${LONG_WEEKDAY}|${NATIONAL_WEEKDAYS.join("|")})(?:\s(?:in the )?|\s?-?)${oneOf`
    morning | afternoon | evening | night | lunchtime | vormittag | mittag | nachmittag | morgen | abend | nacht | matin | après-midi | soir
    por la (?:mañana|tarde|noche) | de manhã | à (?:tarde|noite) | mattina | pomeriggio | sera | ochtend | middag | avond | förmiddag | eftermiddag | kväll
  `}(?!\p{L})`,
  "giu",
);
const AHEAD = /\b(?:next|following|upcoming|coming|until)\b/i;

/** The last Friday before a post that tells of "Friday morning". Null if it names no other day of the week, or several. */
function weekdayBefore(sentence: string, { date }: Stamp): DateMatch | null {
  const day = date?.kind === "day" && date.day.year !== null ? resolveDay(date.day, null) : null;
  if (date?.kind !== "day" || day === null || tellsAhead(sentence) || AHEAD.test(sentence)) return null;
  const own = weekdayOf(isoDay(day));
  const [name, ...others] = [...sentence.matchAll(RECENT)].map(([, written = ""]) => written);
  const weekday = WEEKDAYS.findIndex((names, at) => name !== undefined && (isNameOf(name, at) || names.test(name)));
  if (
    weekday < 0 ||
    others.length > 0 ||
    weekday === own ||
    namesOther(sentence.replace(RECENT, ""), { date, weekday: own })
  )
    return null;
  return { ...date, day: shiftDay(date.day, -((own - weekday + 7) % 7)) };
}

const NEAR_MINUTES = 180;
/** "At 5:40 EST", in a post of 6:20 PM: in the half of the day in which it is shortly before the post. */
export function inHalfOfPost(one: Stamp, { clock: post }: Stamp): Stamp {
  const { clock } = one;
  if (!clock || clock.is24 || clock.meridiem !== null || clock.hour < 1 || clock.hour > 12) return one;
  if (!post?.meridiem || one.date !== null || one.weekday !== null) return one;
  const morning = minutesOf({ ...clock, hour: clock.hour % 12 });
  const [half, ...others] = (["am", "pm"] as const).filter((name) => {
    const before = minutesOf(post) - morning - (name === "pm" ? HALF_DAY_MINUTES : 0);
    return before >= 0 && before <= NEAR_MINUTES;
  });
  if (!half || others.length > 0) return one;
  return { ...one, clock: { ...clock, hour: (clock.hour % 12) + (half === "pm" ? 12 : 0), meridiem: half } };
}

const keyOf = ({ clock }: Stamp, date: DateMatch): string =>
  JSON.stringify([date.kind === "day" ? date.day : date.written, clock?.hour, clock?.minute]);

/**
 * Returns whether a time is less than half a day before the post, and on its day. A time in another zone has to be
 * repeated in that of the post: "At 1037 EST, 1537 UTC".
 */
function isShortlyBefore(one: Stamp, post: Stamp, isOfDay: boolean): boolean {
  const day = post.date?.kind === "day" && post.date.day.year !== null ? resolveDay(post.date.day, null) : null;
  const isElsewhere = one.zone !== null && !areSameZone(one.zone, post.zone, post.date);
  const apart = isElsewhere && day !== null ? zonesApart(one.zone, post.zone, day) : 0;
  if (!one.clock || !post.clock || (isElsewhere && apart === 0)) return false;
  if (isElsewhere && !isOfDay && !one.statedText.includes(post.zone?.written ?? " ")) return false;
  const minutes = minutesOf(one.clock) - apart;
  const before = minutesOf(post.clock) - minutes;
  return minutes >= 0 && before > 0 && before <= HALF_DAY_MINUTES;
}
