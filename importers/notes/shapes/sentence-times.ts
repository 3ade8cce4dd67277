import { type SlashOrder, slashOrder } from "#importers/lex/day-number.ts";
import type { FoundDate } from "#importers/lex/find-dates.ts";
import { findDates } from "#importers/lex/find-dates.ts";
import { plainText } from "#importers/lex/markdown.ts";
import { orderByLanguage } from "#importers/lex/order-by-language.ts";
import { dayStamp } from "#importers/lex/stamp.ts";
import type { Stamp } from "#importers/lex/stamp-type.ts";
import { oneOf } from "#lib/base/text/phrases.ts";
import { dayNumber } from "#lib/base/time/calendar-day.ts";
import { minutesOf } from "#lib/base/time/clock.ts";
import { dayOfDateline, isDateline } from "../days/dateline.ts";
import { isOfDayBefore } from "../days/neighbour-days.ts";
import { isAllusion, saidDates, tellsPlan } from "../days/said-dates.ts";
import { RESPONSE, TROUBLE } from "../days/trouble.ts";
import type { Line } from "../lines/lines.ts";
import { findMailHead, type MailHead } from "../lines/mail-head.ts";
import type { Section } from "../lines/sections.ts";
import { isElsewhereTitle, isSectionLabel } from "../lines/titles.ts";
import { isBareDay, isDatedByline } from "../lines/written-on.ts";
import {
  dayAbove,
  dayBeforeWhich,
  dayCounted,
  dayOfTitle,
  dayOfWriting,
  fromWriting,
  tellsWriting,
} from "./days-of-writing.ts";
import { isPageHead, isStateAlone } from "./posted-updates.ts";
import { NOT_YET, stampsIn } from "./said-times.ts";
import { sentencesOf } from "./sentences.ts";
import { StoryDays } from "./story-days.ts";
import type { TrailingEntry } from "./trailing.ts";

const LIMIT = 8000;
const LEAST = 3;
const LEAST_OF_INCIDENT = 2;
/**
 * Returns the times within the sentences of a text that tells its story only in paragraphs. Empty unless it contains at
 * least three times, or fewer in the report of an incident. Without a day they are asked for. Each sentence is the text of
 * each of its times. A time that occurs twice counts once, unless the next sentence tells what else happened then. Next to a timeline, one time is enough, and in a
 * whole text (`isWhole`) whose title names trouble.
 */
export function readSentenceTimes(
  lines: readonly Line[],
  sections: readonly Section[],
  { isAlone = true, isWhole = false } = {},
): TrailingEntry[] {
  const found: TrailingEntry[] = [];
  const told = new Set<string>();
  let lastKey = "";
  let isTrouble = false;
  const texts = lines.map(({ content }) => content);
  const order = slashOrder(texts.flatMap((text) => text.match(SLASHED) ?? [])) ?? orderByLanguage(texts);
  const mail = findMailHead(lines);
  const first = firstDay(lines, sections, order, mail.lines) ?? dayOfMail(mail, lines);
  // If only front matter, the file's name or a person knows the day, the times of an incident wait for it.
  const isOfTrouble = lines.some(({ content }) => TROUBLE.test(content));
  const isOfIncident = isOfTrouble || lines.some(({ content }) => RESPONSE.test(content));
  const isOpen = first === null && (isOfIncident || !isAlone);
  const written = dayOfWriting(texts) ?? mail.sent?.day ?? dayOfDateline(texts, order) ?? dayBeforeWhich(texts);
  const titled = dayOfTitle(texts) ?? dayAbove(texts);
  const days = new StoryDays(first, order);
  const dayAlone: DayAlone[] = [];
  for (const { at, text, isHeading } of paragraphsOf(lines, sections, mail.lines)) {
    if (isHeading || (text.length <= LONGEST_HEADING && HEADING.test(text))) days.startPart();
    if (isHeading) days.see(text, [], true);
    if (isHeading || LISTED.test(text)) continue;
    for (const sentence of sentencesOf(text)) {
      const isNone =
        NOT_YET.test(sentence.replace(OF_HABIT, ",")) ||
        tellsPlan(sentence) ||
        tellsWriting(sentence) ||
        OF_REVIEW.test(sentence) ||
        OF_PAGE.test(sentence);
      const isMixed = new Set(sentence.match(SLASHED)).size > 1;
      const said = isNone ? [] : stampsIn(sentence.replace(OF_HABIT, ","));
      const stamps = said.map((stamp) =>
        isMixed && stamp.date === null
          ? { ...stamp, dayWord: { kind: "open" as const } }
          : fromWriting(stamp, sentence, { written, titled }),
      );
      if (!tellsWriting(sentence) && !OF_REVIEW.test(sentence)) days.see(sentence, stamps);
      // "Yesterday at 10:15" is where the story starts, not on the day of writing.
      const [start] = stamps;
      const opens = found.length === 0 && said[0]?.date === null && start?.date?.kind === "day" ? start.date.day : null;
      const counted = opens ?? (written && stamps.length === 0 ? dayCounted(sentence, written) : null);
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
        const last = key === lastKey ? found.at(-1) : undefined;
        const isOther = last?.at === at && last.text[0] !== sentence && !isVague(last);
        if (told.has(key) && !(isOther && !WHOLE.test(sentence))) continue;
        lastKey = key;
        told.add(key);
        found.push({ at, words: [], stamp: { ...dated, prose: true }, text: [sentence], actor: null });
      }
    }
  }
  const isTitled = TROUBLE.test(texts.find((text) => text.trim() !== "") ?? "");
  const isTold = isTitled && (written !== null || (isWhole && first !== null && found.length > 0));
  const least = isTold || (isWhole && isOfTrouble && found.length > 0) ? 1 : isOfIncident ? LEAST_OF_INCIDENT : LEAST;
  const moments =
    found.length === 0 && isOfIncident ? dayAlone : found.flatMap((one) => (one.stamp.end?.date ? [one, one] : one));
  const isStory = moments.length >= least || isTrouble || !isAlone;
  const partOf = ({ at }: TrailingEntry) => sections[at]?.id;
  const timed = new Set(found.map(partOf));
  const ofStory = timed.size === 0 ? dayAlone : dayAlone.filter((one) => timed.has(partOf(one)));
  return isStory ? withDays(found.filter(isNoRepeat), ofStory) : [];
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

/** "The backup, which normally ends at 02:30, was still running": a habit in a clause of its own. */
const OF_HABIT = /, (?:which|that|who) (?:normally|usually|typically|always)\b[^,;.]{2,80},/gi;

/** Sentences about the write-up itself. */
const OF_REVIEW = new RegExp(
  String.raw`\b${oneOf`
    meeting | (?:post-?mortem|post-?incident|incident) review | retro(?:spective)? | debrief
  `}(?: (?:was|is))? (?:held|scheduled|planned|took place|on)\b|^(?:last |page |document )?${oneOf`
    updated | modified | edited | revised | published | created | drafted | printed | generated | downloaded | exported(?: from \p{L}+)?
  `}(?: on| at|:)? |\b(?:written|posted|published|authored) by `,
  "iu",
);

/** "(2020年9月9日 19:00更新)": when the page was changed. */
const OF_PAGE = /\d\s?(?:更新|現在|時点|掲載|公開|作成|追記|发布|發布|업데이트|기준)[)）】\]\s]*$/u;

/** "At its peak (16:20 to 16:27)" tells how bad it was, and not what happened at 16:20. */
const PEAK = /\b(?:peak(?:ed|s)?|worst|heaviest|highest|maximum|most severe|at the height)\b/i;

/** "The outage started at 10:02. At 10:02, a relay fell": the whole, before or after its parts. */
const WHOLE = new RegExp(
  String.raw`^${oneOf`
    it | this | that | the (?:whole )?(?:outage | incident | problem | issue | trouble | downtime | fault | disruption)
  `.replaceAll(
    " | ",
    "|",
  )}\s(?:all )?${oneOf`began | started | happened | occurred | took place | lasted | was over | ended`}\b`,
  "i",
);

/** "It took until 15:00. At 15:00, the last one was back": the first tells no act of that minute. */
const isVague = ({ stamp: { approx, statedText, end }, text: [sentence = ""] }: TrailingEntry): boolean =>
  approx || end !== null || WHOLE.test(sentence) || UNTIL_THEN.test(sentence.slice(0, sentence.indexOf(statedText)));
const UNTIL_THEN = new RegExp(
  String.raw`(?<!\p{L})${oneOf`until | till | to | bis | tot | hasta | até | jusqu['’]à | fino alle | do | до`}\s(?:\p{L}+\s)?$`,
  "iu",
);

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
function paragraphsOf(lines: readonly Line[], sections: readonly Section[], head: ReadonlySet<number>): Paragraph[] {
  const paragraphs: Paragraph[] = [];
  for (const [index, { role, content }] of lines.entries()) {
    if (role === "heading") paragraphs.push({ at: index, text: content, isHeading: true });
    if ((role !== "text" && role !== "item") || isElsewhereTitle(sections[index]?.title ?? "")) continue;
    const above = lines[index - 1];
    if ((isDateline(content) && !isCut(above)) || isOfWriting(content) || head.has(index)) continue;
    const last = paragraphs.at(-1);
    const goesOn =
      above?.role === "item" ||
      (above?.role === "text" &&
        (!isDateline(above.content) || isCut(lines[index - 2])) &&
        !head.has(index - 1) &&
        !isBareDay(above.content) &&
        !isOfWriting(above.content) &&
        !BOLD_LABEL.test(content) &&
        !isSectionLabel(above.content.trim()) &&
        !isBareHeading(lines, index - 1) &&
        ![above, { content }].some((one) => isPageHead(one) || isStateAlone(one)));
    if (last && role === "text" && goesOn) last.text += last.text.length < LIMIT ? ` ${content}` : "";
    else paragraphs.push({ at: index, text: content, isHeading: false });
  }
  return paragraphs.map((one) => ({ ...one, text: plainText(one.text.slice(0, LIMIT)) }));
}

/** "**Last update:** 2025-10-07", below another such field. */
const BOLD_LABEL = /^(?:\*\*|__)[^*_:]{2,40}(?::(?:\*\*|__)|(?:\*\*|__)\s?:)/;

/** "Mara · 6 March 2024", "更新时间:2025-02-21 作者:…": a line that tells only when the text was written. */
const isOfWriting = (content: string): boolean =>
  isDatedByline(content) ||
  (content.length <= LONGEST_OF_WRITING && STARTS_WITH_LABEL.test(content) && tellsWriting(content));
const LONGEST_OF_WRITING = 60;
const STARTS_WITH_LABEL = /^[\p{L}\s]{2,30}\s?[:：]/u;

/** "What happened today", alone on a short line between a sentence that ends and a long line that starts one. */
function isBareHeading(lines: readonly Line[], index: number): boolean {
  const [above, { content = "" } = {}, below] = [lines[index - 1], lines[index], lines[index + 1]];
  return (
    content.length <= LONGEST_HEADING &&
    /^\p{Lu}/u.test(content) &&
    !/\d|\p{P}$|\s(?:the|an?|our|its|this|and|or|de[rmsn]|die|das|eine[rmns]?|les?|la|une?|los|las|una?|het|een|os?|il|gli)$/iu.test(
      content,
    ) &&
    !isCut(lines[index]) &&
    (above === undefined || above.role === "blank" || /[.!?。]["”')\]]?$/.test(above.content)) &&
    below?.role === "text" &&
    below.content.length >= LEAST_BELOW_HEADING &&
    /^\p{Lu}/u.test(below.content)
  );
}
const LONGEST_HEADING = 40;
/** "Details", alone in its paragraph. */
const HEADING = /^[\p{Lu}\p{Lo}][^\d.!?。:,;]*[:：]?$/u;
const LEAST_BELOW_HEADING = 90;

/** "… booted from the new drive on": the day and time below it is the end of the sentence. */
const isCut = (above?: Line): boolean =>
  above?.role === "text" &&
  /\s(?:on|at|by|until|till|since|from|to|of|around|am|um|ab|bis|seit|vom|le|du|el|del|il|op|van|den|em|dia|do|o|в|с|до)$/i.test(
    above.content.slice(-12),
  );

/** The first full date that isn't the day of something else. */
function firstDay(
  lines: readonly Line[],
  sections: readonly Section[],
  order: SlashOrder,
  head: ReadonlySet<number>,
): FoundDate | null {
  for (const [index, { role, content }] of lines.entries()) {
    if (
      head.has(index) ||
      !TELLS.has(role) ||
      sections[index]?.elsewhere ||
      isDateline(content) ||
      isDatedByline(content) ||
      tellsWriting(content)
    )
      continue;
    const full = saidDates(content, role === "heading", order).find(({ day }) => day.year !== null);
    if (full) return full;
  }
  return null;
}

/** A mail tells its own day, if nothing in it is later than the mail. Otherwise the day is asked for. */
function dayOfMail({ sent, lines: head }: MailHead, lines: readonly Line[]): FoundDate | null {
  if (sent === null) return null;
  const told = lines.flatMap(({ role, content }, index) =>
    TELLS.has(role) && !head.has(index) ? stampsIn(plainText(content.slice(0, LIMIT))) : [],
  );
  const isBefore = ({ clock, end }: Stamp) =>
    [clock, end?.clock].every((one) => !one || minutesOf(one) <= minutesOf(sent.clock));
  return told.every(isBefore) ? { day: sent.day, index: 0, end: 0, nearClock: true } : null;
}

const TELLS: ReadonlySet<string> = new Set(["text", "heading", "item", "row"]);
/** Events from before the story. */
const HAD_BEEN =
  /\bhad\s(?:(?:already|been|just|first|originally|previously)\s)*(?:begun|started|\w+ed|gone|been|made|run|taken|put|set)\b/i;
/** "From … to …", with which a report tells the whole before its parts. */
const SPAN = /\b(?:from|between|starting|started|beginning|began)\b.*\b(?:to|until|till|and|through|ending|ended)\b/i;
