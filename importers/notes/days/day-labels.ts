import { resolveDay } from "#importers/lex/day-number.ts";
import { type FoundDate, findDates, isOtherWeekday } from "#importers/lex/find-dates.ts";
import { oneOf } from "#lib/base/text/phrases.ts";
import { isoDay } from "#lib/base/time/calendar-day.ts";
import { twoDigits } from "#lib/base/time/clock.ts";
import type { Prose } from "../lines/prose.ts";
import { isBareDay } from "../lines/written-on.ts";
import { type SaidDate, saidDates } from "./said-dates.ts";

const LABELLED = String.raw`(?!\w)[\s*_]{0,4}[:|：]`;
const FOREIGN_DATES =
  "d[aá]tum|fecha|data|dată|dato|dag|jour|giorno|día|dia|p[aä]iv[aä]m[aä][aä]r[aä]|tanggal|tarikh|tarih|ngày|petsa|ημερομηνία|дата|日付|日時|日期|發生日期|发生日期|날짜|일자|일시";
const LABEL_START = String.raw`^[\s*_|-]{0,8}`;
/** "Incident date:", "Start:", "Occurred on |": the day of the incident according to its own write-up. */
export const INCIDENT_LABEL = new RegExp(
  `${LABEL_START}${oneOf`
    (?:incident|outage|event|issue)(?:'s)? (?:dates?|day|start(?:ed)?|began|time)(?: ?(?:at|(?:and|&|\/) ?time|time|date))?
    (?:start(?:ed|ing)?|began|begin)(?: (?:at|on|time|date))? | (?:occurred|happened)(?: (?:on|at))?
    (?:dates?|time) of (?:the )?(?:incident|outage) | impact start(?:ed)?
    (?:störungs|ausfall|vorfalls)(?:datum|tag) | (?:vorfall|störung|ausfall|ereignis) (?:am|vom) | aufgetreten(?: am)? | datum (?:des ausfalls|der störung|des vorfalls) | störungsbeginn
    date (?:de l['’]incident|de la panne|de l['’]interruption) | fecha (?:del incidente|de la incidencia|de la caída|del corte)
    data (?:do incidente|da falha|da queda|dell['’]incidente|del disservizio|del guasto|awarii|incydentu|zdarzenia)
    datum van (?:de storing|het incident|de uitval) | storingsdatum | dato for (?:hendelsen|hændelsen|nedetiden|nedbruddet)
    datum för (?:avbrottet|incidenten|störningen) | datum (?:výpadku|incidentu|odstávky) | дата (?:инцидента|аварии|сбоя|інциденту)
    (?:障害|事故)?の?発生(?:日時?|時刻) | (?:障害|事故)日時? | (?:故障|事故|事件)(?:发生|發生)?(?:日期|时间|時間)
    (?:장애|사고)?\s?발생\s?(?:일자?|일시|날짜|시각) | (?:장애|사고)\s?(?:일자?|일시|날짜)
  `}${LABELLED}`,
  "i",
);
/** "Date:" can also be the day of writing. */
export const DATE_LABEL = new RegExp(
  `${LABEL_START}(?:dates?(?: and time)?|day|when|detected(?: (?:at|on))?|${FOREIGN_DATES})${LABELLED}`,
  "i",
);
/** "Date/Time:", "Period:" right above the times of a part: their day. */
export const PART_LABEL = new RegExp(
  String.raw`^[\s*_]{0,4}(?:dates?(?: ?(?:and|&|\/) ?time)?|day|when|time(?:frame)?|period|duration|${FOREIGN_DATES})${LABELLED}`,
  "i",
);
/** "Report date:", "Last updated:": the day of writing. */
export const WRITING_LABEL = new RegExp(
  String.raw`^[\s*_|>-]{0,6}(?:(?:last|report|document|page|review|zuletzt) )?${oneOf`
    report(?:ed)? | updated? | publi\w+ | created | written | posted | modified | prepared | revised | due | raised | logged | closed
    reviewed | approved | signed | issued | shared | (?:rca|pir|post-?mortem|report|document) (?:shared|issued|completed|published|date)
    date of (?:the )?(?:report|review|meeting|publication) | meeting | review
    stand | erstellt | erfasst | gemeldet | freigegeben | veröffentlicht | verfasst | aktualisiert | geändert | bericht(?:sdatum)?
    datum des berichts | besprechung | rédigée? | publiée? | créée? | (?:mis|mise) à jour | publicado | creado | redactado | actualizado
    elaborado | criado | atualizado | redatto | pubblicato | creato | aggiornato | gepubliceerd | opgesteld | bijgewerkt
    公開日 | 掲載日 | 更新日 | 報告日 | 作成日 | 发布(?:日期|时间) | 报告日期 | 更新(?:日期|时间) | 작성일 | 게시일 | 보고일
  `}(?: (?:date|on|at|by|am|le|el|em|il|op))?[\s*_|]{0,4}[:：|]`,
  "i",
);
export const INCIDENT_FRONT =
  /^(?:incident_?date|(?:occurred|detected|started)(?:_?(?:at|on|date))?|start(?:_?(?:time|date|at))?|began)\s?:/i;
export const FRONT = /^(?:date|data|datum|fecha|timestamp|created|opened)(?:_?(?:at|on|date))?\s?[:=]/i;
const FRONT_PATH = /\b((?:19|20)\d{2})\/(\d{2})\/(\d{2})\b/;

const known = new WeakMap<Prose, SaidDate[]>();

/** The dates of a part that can be the day of its timeline. Cached, because several rules use it. */
export function datesOf(part: Prose): SaidDate[] {
  const isOfWriting = part.role === "text" && WRITING_LABEL.test(part.text.slice(0, 120));
  const dates = known.get(part) ?? (isOfWriting ? [] : saidDates(part.text, part.place === "title", part.order));
  known.set(part, dates);
  return dates;
}

export const isLabel = (text: string): boolean =>
  INCIDENT_LABEL.test(text.slice(0, 120)) || DATE_LABEL.test(text.slice(0, 120));

/** A title contains more than a day. A title with only a day may be the day of writing. */
export const isTitle = ({ place, text }: Prose): boolean => place === "title" && !isBareDay(text);

/** Returns the first day that a label in the text states, as a number of days. Null if there is none. */
export function labelDay(prose: readonly Prose[], label: RegExp, anchor: number | null): number | null {
  const labelled = prose
    .filter(({ place, text }) => place !== "elsewhere" && place !== "front" && label.test(text.slice(0, 120)))
    .flatMap(({ text, order }) => saidDates(text, false, order));
  return numberOf(labelled[0], anchor);
}

/** Returns the day that a field of the front matter states, as a number of days. Null if there is none. */
export function frontDay(prose: readonly Prose[], field: RegExp): number | null {
  const fronts = prose.filter(({ role }) => role === "front");
  const dated = fronts.find(({ text }) => field.test(text.trim()));
  const found = dated && findDates(dated.text).find(({ day }) => day.year !== null);
  if (found) return numberOf(found);
  if (field !== FRONT) return null;
  const path = fronts.map(({ text }) => FRONT_PATH.exec(text)).find((match) => match);
  return path ? numberOf(findDates(path[0])[0]) : null;
}

/** Returns the day if all are the same. Null if they differ, or one isn't known. */
export const agreed = (days: readonly (number | null)[]): number | null =>
  days.every((day) => day === days[0]) ? (days[0] ?? null) : null;

const isSameDate = ({ month, day }: FoundDate["day"], number: number | null): boolean =>
  number !== null && isoDay(number).slice(5) === `${twoDigits(month)}-${twoDigits(day)}`;

/** Returns a found date as a number of days. Null if its year is open. */
export function numberOf(found: FoundDate | undefined, anchor: number | null = null): number | null {
  const day = found ? resolveDay(found.day, anchor) : null;
  return found && isOtherWeekday(found, day) && !isSameDate(found.day, anchor) ? null : day;
}
