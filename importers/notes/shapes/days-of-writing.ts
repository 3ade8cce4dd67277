import { NATIONAL_WEEKDAYS } from "#importers/lex/day-words.ts";
import { type FoundDate, findDates } from "#importers/lex/find-dates.ts";
import type { Stamp } from "#importers/lex/stamp-type.ts";
import { oneOf } from "#lib/base/text/phrases.ts";
import { dayNumber, isoDay, shiftDay } from "#lib/base/time/calendar-day.ts";
import { weekdayOf } from "#lib/base/time/local-date.ts";
import { DATE_LABEL } from "../days/day-labels.ts";
import { isBareDay } from "../lines/written-on.ts";
import { onDay } from "./said-times.ts";

/** "Pressemeldung Nr. 10/2010 vom": the number of a release. */
const NUMBER = String.raw`(?:(?:n[or°º]?|n[uú]m)?\.? ?[\d/.-]{1,12} )?`;
/** Words that mark a date as the one of the writing. */
const WRITTEN = new RegExp(
  String.raw`(?<!\p{L})${oneOf`
    (?:posted|published|written) on | stand:?(?: vom)?(?= \d) | en date du | (?:publié|posté|écrit|rédigé)e? le
    (?:veröffentlicht|geschrieben|verfasst) am | (?:publicado|escrito) (?:el|em) | (?:pubblicato|scritto) il
    comunicato (?:stampa )?${NUMBER}del | communiqué (?:de presse )?${NUMBER}du | comunicado (?:de prensa |de imprensa )?${NUMBER}del?
    (?:presse)?(?:mitteilung|meldung|information) ${NUMBER}vom | persbericht ${NUMBER}van | press release ${NUMBER}of
    (?:gepubliceerd|geschreven) op | opublikowano | napisano
    (?:data? (?:di |de |da )?|fecha de |date de |data )?(?:publicatie|publicación|publicação|publication|pubblicazione|publikacji)(?=\s?:)
    (?:published|posted|publié|veröffentlicht|erstellt|gepubliceerd|publicado|pubblicato|publicerad|publisert|opublikowano|опубликовано)(?=\s?:)
  `}(?!\p{L})|^(?:発表日|掲載日|公開日|発行日|(?:发布|更新|发表)(?:时间|日期)|發佈日期|最后更新|最終更新|更新日|게시일|작성일)(?=\s?[:：])`,
  "iu",
);

/** Words for a day that is counted back from the day of the writing, by how many days. */
const AGO: readonly (readonly [words: string, days: number])[] = [
  ["today|this (?:morning|afternoon|evening)", 0],
  ["(?:[nd]?esta) (?:manhã|tarde|noite|madrugada|mañana|noche)|diesen (?:morgen|vormittag|nachmittag|abend)", 0],
  ["yesterday", 1],
  ["aujourd'hui|ce matin|ce midi|cet après-midi|ce soir", 0],
  ["heute|hoy|esta mañana|esta tarde|hoje|esta manhã|oggi|stamattina|questa mattina", 0],
  ["vandaag|vanochtend|vanmiddag|dzisiaj|dziś", 0],
  ["hier (?:à|vers|matin|soir|après-midi)|gestern|ayer|ontem|ieri|gisteren|wczoraj", 1],
];

const whole = (words: string): RegExp => new RegExp(`(?<![\\p{L}'])(?:${words})(?![\\p{L}'-])`, "giu");
/** "Ce vendredi", "nesta segunda-feira": on a Friday, "this Friday" is that day. */
const THIS = oneOf`
  this | ce(?:t|tte)? | [nd]?est[ae] | diese[nmrs]? | quest[ao] | deze | (?:w )?(?:ten|tę) | в эт(?:от|у)
`;
/** Each word with the days back from a weekday to the day that it names; null if that can't be told. */
const WORDS: readonly (readonly [RegExp, (weekday: number) => number | null])[] = [
  ...AGO.map(([words, days]) => [whole(words), () => days] as const),
  // On a Monday, "on Monday" is today or a week ago.
  ...NATIONAL_WEEKDAYS.map(
    (words, named) => [whole(words), (today: number) => (today - named + 7) % 7 || null] as const,
  ),
  ...NATIONAL_WEEKDAYS.map(
    (words, named) => [whole(`${THIS} (?:${words})`), (today: number) => (today - named + 7) % 7] as const,
  ),
];

/** Whether a text tells only when it was written. */
export const tellsWriting = (text: string): boolean => WRITTEN.test(text) && findDates(text).length > 0;

/** The full date that a text names as that of its writing. */
export function dayOfWriting(texts: readonly string[]): FoundDate["day"] | null {
  for (const text of texts) {
    const lead = WRITTEN.exec(text);
    const date = lead && findDates(text).find(({ day, index }) => day.year !== null && index >= lead.index);
    if (date) return date.day;
  }
  return null;
}

const LONGEST_TITLE = 120;
const OTHER_DAY = /\b(?:yesterday|tomorrow|last night|day before)\b/i;

/** The full date in the first line of a text that names no other day: what "today" means in it. */
export function dayOfTitle(texts: readonly string[]): FoundDate["day"] | null {
  const [title = "", ...rest] = texts.filter((text) => text.trim() !== "");
  const [only, second] = findDates(title);
  const isOnly = only !== undefined && only.day.year !== null && second === undefined && title.length <= LONGEST_TITLE;
  return isOnly && rest.every((text) => findDates(text).length === 0 && !OTHER_DAY.test(text)) ? only.day : null;
}

const MOST_ABOVE = 3;

/** The full date alone on one of the first lines, and nowhere else: what "today" means below it. */
export function dayAbove(texts: readonly string[]): FoundDate["day"] | null {
  const told = texts.filter((text) => text.trim() !== "");
  const [only, other] = told.filter(isBareDay);
  if (only === undefined || other !== undefined || told.indexOf(only) >= MOST_ABOVE) return null;
  const day = findDates(only)[0]?.day;
  return day?.year == null ? null : day;
}

const MOST_OPENING = 6;

/** The full date alone or of a field above a story that opens with "yesterday": that of its writing. Null for others. */
export function dayBeforeWhich(texts: readonly string[]): FoundDate["day"] | null {
  const opening = texts.filter((text) => text.trim() !== "").slice(0, MOST_OPENING);
  const labelled = opening.filter((text) => DATE_LABEL.test(text)).flatMap((text) => findDates(text));
  const above = dayAbove(texts) ?? labelled.find(({ day }) => day.year !== null)?.day ?? null;
  const isDayAfter = (text: string) => {
    const counted = above && dayCounted(text.split(/[.!?]\s/, 1)[0] ?? "", above);
    return above !== null && counted !== null && dayNumber(counted) === dayNumber(above) - 1;
  };
  return opening.some(isDayAfter) ? above : null;
}

/**
 * Returns a time on the day that it or the words before it count from the day of the writing, "samedi vers 9h00".
 * Where that day isn't known, the day is asked. `titled` is what "today" means if not. A time without such words
 * returns unchanged.
 */
export function fromWriting(
  stamp: Stamp,
  sentence: string,
  { written, titled }: { written: FoundDate["day"] | null; titled: FoundDate["day"] | null },
): Stamp {
  if (stamp.date !== null) return stamp;
  const end = sentence.indexOf(stamp.statedText) + stamp.statedText.length;
  const last = countedBehind(sentence.slice(end)) ?? lastCounted(sentence.slice(0, end));
  if (!last) return stamp;
  const isToday = last.back(0) === 0 && last.back(1) === 0;
  const from = written ?? (isToday ? titled : null);
  const day = from && countedBack(from, last.back);
  return day ? onDay(stamp, day) : { ...stamp, dayWord: { kind: "open" } };
}

/** Whether a text has words for a day that count from that of the writing: "yesterday", "lundi". */
export const countsDays = (text: string): boolean => lastCounted(text) !== null;

/** The day that the words of a sentence without a time count from that of the writing. Null if it has none. */
export function dayCounted(sentence: string, written: FoundDate["day"]): FoundDate["day"] | null {
  const last = lastCounted(sentence);
  return last && countedBack(written, last.back);
}

/** "At 10:05 yesterday", "a las 12:00 de ayer": right behind the time. */
function countedBehind(behind: string): { back: DaysBack } | null {
  const near = behind.slice(0, LONGEST_WORDS).replaceAll("’", "'");
  const at = WORDS.flatMap(([word, back]) => [...near.matchAll(word)].map(({ index }) => ({ index, back })))
    .sort((a, b) => a.index - b.index)
    .find(({ index }) => /^,?\s(?:de\s|do\s|on\s|am\s)?$/i.test(near.slice(0, index)));
  return at && !findDates(near).some(({ index }) => index > at.index) ? at : null;
}
const LONGEST_WORDS = 60;

type DaysBack = (weekday: number) => number | null;

/** The last words of a text that count days back, unless a date behind them tells the day itself. */
function lastCounted(text: string): { index: number; back: DaysBack } | null {
  const plain = text.replaceAll("’", "'");
  const named = WORDS.flatMap(([word, back]) =>
    [...plain.matchAll(word)].map(({ index, 0: said }) => ({ index, end: index + said.length, back })),
  );
  // "Ce vendredi" is longer than the name within it.
  const [last] = named.sort((a, b) => b.end - a.end || a.index - b.index);
  // "Am Dienstag, 5. März" names its day itself.
  return last && !findDates(plain).some(({ index }) => index > last.index) ? last : null;
}

function countedBack(from: FoundDate["day"], back: DaysBack): FoundDate["day"] | null {
  const days = back(weekdayOf(isoDay(dayNumber(from))));
  return days === null ? null : shiftDay(from, -days);
}
