import { resolveDay } from "#importers/lex/day-number.ts";
import { NATIONAL_WEEKDAYS } from "#importers/lex/day-words.ts";
import type { FoundDate } from "#importers/lex/find-dates.ts";
import { oneOf, only } from "#lib/base/text/phrases.ts";
import { LONG_WEEKDAY } from "#lib/base/time/local-date.ts";
import type { Prose } from "../lines/prose.ts";
import { isTimelineTitle } from "../lines/titles.ts";
import { isBareDay, isByline } from "../lines/written-on.ts";
import { datesOf, isLabel, numberOf, WRITING_LABEL } from "./day-labels.ts";
import { daySpan } from "./day-span.ts";
import { isAllusion, type SaidDate, tellsAhead } from "./said-dates.ts";
import { TROUBLE } from "./trouble.ts";

/** The most paragraphs in which a story says what it is about. */
const MOST = 6;
/** Words between the start of a sentence and its day: "On the morning of", "Am Vormittag des". */
const LEADING = only`
  on | in | at | it | was | during | over | between | from | and | to | the | of | early | late | shortly | around | about | last | week
  morning | afternoon | evening | night | midnight | noon | am | pm | utc | gmt | ce?s?t | jst
  an | um | uhr | gegen | zwischen | und | bis | der | dem | den | des | vom | von | früh(?:en)? | spät(?:en)? | morgen | vormittag
  mittag | nachmittag | abend | nacht
  le | la | les | l | du | de | des | d | dans | au | aux | à | entre | et | vers | matin | matinée | après-midi | soir | soirée
  nuit | journée | el | las | los | del | en | por | y | mañana | tarde | noche | madrugada
  o | a | os | as | na | no | nas | nos | da | do | das | em | e | às | manhã | noite | dia | día
  il | lo | gli | della | nel | nella | di | tra | mattina | mattinata | pomeriggio | sera | notte | giorno
  op | het | van | tussen | ochtend | middag | avond | w | dnia | dniu | nocy | z | på | kl | om | od | dne | ve | v
  в | во | ночь | ночью | утром | вечером | днём | днем | с | до
  \d{1,2}(?:[:.h]\d{2})?(?:h|[ap]m)? | ${LONG_WEEKDAY} | ${NATIONAL_WEEKDAYS.join("|")}
`;
const LONGEST_LEAD = 80;
const HAPPENED = new RegExp(
  String.raw`(?<!\p{L})${oneOf`
    occurred | happened | took place | began | started | struck | ereignete sich | begann | survenue? | s['’]est produite? | a commencé
    ocurrió | ocurrido | comenzó | ocorreu | ocorrido | começou | avvenut[oa] | iniziat[oa] | vond plaats | begon | wystąpił[ao]?
  `}(?!\p{L})(?!.{0,80}(?<!\p{L})(?:occurred|happened|began|started)(?!\p{L}))`,
  "iu",
);

/** Words for an unnamed day after the one that is told of. */
const LATER = new RegExp(
  String.raw`(?<!\p{L})${oneOf`
    (?:days?|nights?|weeks?|months?|while) (?:later|after(?:wards?)?) | (?:(?:the|in the) )?(?:next|following) (?:weeks?|months?|days) | later that (?:week|month) | the (?:week|month) after
    (?:tage?n?|wochen?|monate?n?) (?:später|danach|darauf) | (?:jours?|semaines?|mois) (?:plus tard|après) | (?:días?|semanas?|mes(?:es)?) (?:después|más tarde)
    (?:dias?|semanas?|m[eê]s(?:es)?) (?:depois|mais tarde) | (?:giorn[oi]|settiman[ae]|mes[ei]) (?:dopo|più tardi) | (?:dagen|weken|maanden) later
    (?:dni|tygodni[ea]?|miesięcy) później | (?:dny|dní|týdn[yů]) později | (?:dn[ейя]+|недел\p{L}+) спустя | (?:dagar|veckor|dager|uker|dage|uger) senare?
  `}(?!\p{L})|[日天]后|日後|週間後`,
  "iu",
);

const textsBelow = (parts: readonly Prose[], index: number): string[] => parts.slice(index + 1).map(({ text }) => text);
const REACH = 400;
const DATED = /^[\s,(]{0,3}(?:\p{L}{1,4}\s){0,2}\d/u;

/** Returns whether a day is that of an act after which the trouble came on an unnamed day: "It failed a week later". */
export function isBeforeTrouble(text: string, found: SaidDate, below: readonly string[]): boolean {
  const start = Math.max(text.lastIndexOf(found.sentence, found.index), 0);
  const rest = [text.slice(found.end), ...below].join(" ").slice(0, REACH);
  const later = LATER.exec(rest);
  if (!later || DATED.test(rest.slice(later.index + later[0].length))) return false;
  return !TROUBLE.test(text.slice(start, found.end) + rest.slice(0, later.index));
}

/**
 * Returns the days on which the opening of a story says that something happened, as numbers of days. `anchor` is the
 * year of those without one.
 */
export function openingDays(prose: readonly Prose[], anchor: number | null): (number | null)[] {
  const days = openingOf(prose).flatMap((part, index, all) =>
    datesOf(part)
      .filter((found) => tellsOfDay(part.text, found))
      .flatMap((found) =>
        isBeforeTrouble(part.text, found, textsBelow(all, index))
          ? null
          : (spanAround(found, anchor) ?? numberOf(found, anchor)),
      ),
  );
  return [...new Set(days)];
}

/** The paragraphs above the timeline. */
function openingOf(prose: readonly Prose[]): Prose[] {
  const end = prose.findIndex(({ role, text }) => role === "heading" && isTimelineTitle(text));
  return prose
    .slice(0, end < 0 ? prose.length : end)
    .filter(isTold)
    .slice(0, MOST);
}

/** So many days after an incident its story is published at most. */
export const LATEST = 100;
/** "Fault report - 30 November": a day that nothing ties to the words of its title. */
const APART = /(?:^|[-–—|,:(\]])\s?$/;

/** "Post-mortem - 12 March" can be the incident's own day, and a report is published later. */
const PUBLISHED = new RegExp(
  String.raw`(?<!\p{L})${oneOf`
    (?:\p{L}+ )?reports? | notices? | notifications? | updates? | statements? | bulletins? | announcements? | letters? | newsletters?
    \p{L}*bericht | \p{L}*meldung | \p{L}*mitteilung | rapport | communiqué | compte[- ]rendu | informe | comunicado | relatório | rapporto | comunicato | verslag
  `}(?!\p{L})`,
  "iu",
);

/** Whether the day of a title can be that of publication of what happened on another one. */
export const canBePublished = (title: string, found: FoundDate, day: number, titled: number): boolean =>
  APART.test(title.slice(0, found.index)) && PUBLISHED.test(title) && day < titled && day >= titled - LATEST;

/**
 * Returns the earlier day with which the story starts to tell what went wrong, if the day of its title can be that of
 * publication. Null if not.
 */
export function dayBeforeTitle(prose: readonly Prose[], titled: number, anchor: number | null): number | null {
  const titles = prose.filter(({ place }) => place === "title");
  const opening = openingOf(prose);
  const named = opening.flatMap((part) => datesOf(part).flatMap((found) => numberOf(found, anchor) ?? []));
  const told = opening.flatMap((part) =>
    datesOf(part).flatMap((found) => (startsWithTrouble(part.text, found) ? (numberOf(found, anchor) ?? []) : [])),
  );
  const [day] = told;
  if (day === undefined || named.some((one) => one !== day)) return null;
  const isPublished = titles.some((part) =>
    datesOf(part).some((found) => numberOf(found, anchor) === titled && canBePublished(part.text, found, day, titled)),
  );
  return isPublished ? day : null;
}

function startsWithTrouble(text: string, found: SaidDate): boolean {
  const start = Math.max(text.lastIndexOf(found.sentence, found.index), 0);
  return TROUBLE.test(found.sentence) && isLead(text.slice(start, found.index)) && !isAllusion(text, found);
}

const SHORTLY = 31;

/** Returns whether an opening names, not as that of something else, a day shortly before this one and not this one. */
export function namesEarlier(prose: readonly Prose[], day: number, anchor: number | null): boolean {
  const named = openingOf(prose).flatMap((part) => datesOf(part).flatMap((one) => numberOf(one, anchor) ?? []));
  return named.some((one) => one < day && one >= day - SHORTLY) && !named.includes(day);
}

/** "In the night of 14 to 15 April": both days, or an open one for more of them. */
function spanAround({ sentence }: SaidDate, anchor: number | null): (number | null)[] | null {
  const span = daySpan(sentence);
  const first = span && resolveDay(span.first, anchor);
  return span && (first !== null && span.days === 2 ? [first, first + 1] : [null]);
}

/** Whether a part is a paragraph of the story, and no label, byline or row of a table. */
const isTold = ({ role, place, text }: Prose): boolean =>
  role === "text" &&
  (place === "story" || place === "timeline") &&
  !/^\s*\|/.test(text) &&
  !isBareDay(text) &&
  !isByline(text) &&
  !isLabel(text) &&
  !WRITING_LABEL.test(text.slice(0, 120));

function tellsOfDay(text: string, found: SaidDate): boolean {
  const { sentence, index } = found;
  if (isAllusion(text, found) || tellsAhead(sentence)) return false;
  const start = Math.max(text.lastIndexOf(sentence, index), 0);
  const isFull = found.weekday !== undefined && found.day.year !== null;
  return isFull || TROUBLE.test(sentence) || isLead(text.slice(start, index));
}

function isLead(sentence: string): boolean {
  // "The loss of telemetry that occurred on"
  const verb = HAPPENED.exec(sentence);
  const before = sentence.slice(verb ? verb.index + verb[0].length : 0);
  const words = before.split(/[\s,.'’("„“«*_>]+/).filter((word) => word !== "");
  return before.length <= LONGEST_LEAD && words.every((word) => LEADING.test(word));
}
