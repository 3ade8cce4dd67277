import type { Clock } from "#importers/lex/clock.ts";
import { EASTERN_PARTS, halfBefore } from "#importers/lex/day-parts.ts";
import { matchWeekday, NATIONAL_WEEKDAYS } from "#importers/lex/day-words.ts";
import { type FoundDate, findDates } from "#importers/lex/find-dates.ts";
import { type SpelledClock, spelledClocks } from "#importers/lex/spelled-clock.ts";
import { readStamp } from "#importers/lex/stamp.ts";
import { FROM } from "#importers/lex/stamp-patterns.ts";
import type { Stamp } from "#importers/lex/stamp-type.ts";
import { oneOf } from "#lib/base/text/phrases.ts";
import { LONG_WEEKDAY } from "#lib/base/time/local-date.ts";
import { isAllusion } from "../days/said-dates.ts";
import { pointedBehind } from "./pointed-times.ts";
import { ENDING, FIRST_CLOCK, LEADS, LEADS_TO_SPANISH } from "./time-leads.ts";

const BEFORE = new RegExp(
  String.raw`(?<![\p{L}\d:.-])(?:${Object.values(LEADS).join("|")})\s+(?:(?:exactly|precisely)\s+)?(?=(?:(?:about|around|roughly|approximately|approx\.?|circa)\s+|~\s?)?[*_${"`"}]{0,3}(?:(?:UTC|GMT) )?\d)`,
  "giu",
);
/** "Seit gestern 17:30": days right before a time that count from another one. */
const DAY_WORDS = oneOf`
  yesterday | today | gestern | heute | hier | ayer | hoy | ontem | hoje | ieri | oggi | gisteren | vandaag | wczoraj
  dzisiaj | včera | dnes | вчера | сегодня | i går | igår | i dag | idag
  le lendemain | lendemain | al día siguiente | no dia seguinte | il giorno dopo | de volgende dag | následující den
`;
/** "13h", "9h30" and "14 heures" are times behind these words, and lengths elsewhere. */
const LEADS_TO_HOURS = new RegExp(
  `^(?:at|${LEADS.fr.replace("|depuis|environ|", "|")}|${LEADS.es}|${LEADS.pt}|${LEADS.it}|${LEADS.vi}|в|${DAY_WORDS}),?\\s`,
  "iu",
);
/** The minutes are behind a blank in French: "11 h 50", "9 heures 12". A count has words behind it that no time has. */
const HOURS =
  /^(\d{1,2})\s?(?:heures?|horas?|ore|часа?|часов|giờ|[hH]|g(?=\d{2}))(?:\s?(?:[ey]\s)?([0-5]\d)(?:\s?(?:min(?:\.|ut[aeio]s?|utos)?|m|минут[аы]?))?)?(?![\p{L}\d:%])(?!\s(?:in|into|of|di)\b|(?<=heures?) de\b(?! l['’]))/u;
/** "Depuis 9 h 12" is a time, and "depuis 2 h 15" or "depuis 20 heures" can be a duration. */
const SINCE_HOURS = /^depuis\s/i;
const LATE_HOURS = /^(?:(?:[7-9]|1\d|2[0-3])\s?h\s?[0-5]\d|(?:1[3-9]|2[0-3])\s?h(?!\s?\d))/;
/** `0938 hours` is a time, and `1138 hours` only behind these words: it is a length elsewhere. */
const LEADS_TO_DIGITS = /^(?:at|from|since|until)\s/i;
const DIGITS = /^([01]\d|2[0-3])([0-5]\d) hours\b(?! (?:of|per|to|in|into|longer|later)\b)/i;
/** "A las 12 y 33 de la mañana" */
const SPANISH = /^([01]?\d|2[0-3]) y ([0-5]\d)(?=[,.;]|\s(?:de|del|horas|la|el|los|las|se|un|una)\b|$)/;
/** "La panne est limitée à 3 h 20", "respondemos a las 24 horas": a length. */
const LENGTH_TOLD = new RegExp(
  String.raw`(?<!\p{L})${oneOf`
    limitée? | estimée? | portée? | s['’]élève | (?:durée|délai|temps)(?: \p{L}+)? est passée?(?: de [\p{L}\d ]{1,20})?
    superó | supera | respondemos | responden | limitad[oa] | estimad[oa] | limitat[oa] | stimat[oa]
  `}(?: (?:cerca|total|ya))?\s$`,
  "iu",
);
/** "A las 3 horas de duración", "à 2 h 30 de traitement". */
const LENGTH_OF =
  /^\d{1,2}\s?(?:h|heures?|horas?|ore)(?:\s?\d{2})?\s(?:de (?:duración|espera|retraso|demora|traitement|retard|attente|calcul|suite|route|duração|atraso)|di (?:attesa|ritardo))(?!\p{L})/iu;
const CLOCK = /^\d{1,2}:\d{2}/;
/** "De 1h30 à 2h": from one length to another. */
const LENGTH_ABOVE = /\d\s?(?:h|heures?|horas?|ore)\d{0,2}\s$/u;

/** A time in a plan, a habit or an example, at which nothing happened. */
export const NOT_YET = new RegExp(
  String.raw`\b${oneOf`
    every (?:day|night|week|month|hour|morning) | usually | typically | tentative(?:ly)?
    (?<!\b(?:went|go(?:es)?|proceed|start|end|operat|work|function|runn?|behav|perform|process|flow|respond|serv|return|load|open|deliver|accept|sync|render|build|log)\w{0,6} (?:\w{1,12} )?)normally
    (?<!\b(?:the|this|that|our|its|their|first|second|next|last|full)\s)(?:daily|nightly|weekly|hourly)
    (?:runs|is run|are run|starts|takes place) (?:at|from) | will | for example
    (?<!\bas (?:it|they|everything) )should(?! have (?:returned|reverted|recovered|resumed|been (?:restored|resolved)))
    (?:is|are|was|were) (?:planned|scheduled|expected)
    (?:review|retro(?:spective)?|debrief|meeting) (?:is|takes place) | (?:nach|lage)?besprechung (?:ist|findet) | (?:revue|réunion) (?:est|aura)
    opens? from | opens at | closes at | (?:office|business|opening) hours
    expect(?:s|ing)? (?:[^\s.]{1,20} ){0,6}(?:by|at|around|before) | eta | estimated time | next (?:status )?(?:update|review|meeting|check|call)(?! (?:was|came|followed)) | (?:aim|hope|intend)(?:s|ing)? to
    (?<=(?:^|[,;(])\s{0,2})please [^.!?]{1,80}\b(?:if|since|after|before) | if (?:you|they|users?|customers?|anyone|folks) (?:have|has)(?:n['’]t| not)? (?:\w+ ){0,3}(?:since|after|before)
    (?:wird|werden) (?:es|wir|heute|morgen|am) | il y aura | nous allons | habrá | haverá | ci sarà | (?:zal|zullen) (?:er|we|wij)
    (?<=(?:è|sono|era|está|están|é|estão|is|staat) )(?:previst[oaie]s?|programmat[oaie]|programad[oa]s?|planificad[oa]s?|agendad[oa]s?|pianificat[oaie]|gepland)
    zaplanowan\p{L}+ | planowan[eyai] | je naplánován\p{L}* | är planera[dt] | planeras | skulle (?:ske|pågå|utföras|genomföras|skje|foregå) | er planlagt | planlandı | planlanıyor
    had(?:den)? [^!?]{1,60} moeten (?:zijn|worden) | hätten? [^!?]{1,60} (?:sollen|müssen) | aura(?:it|ient) dû | (?:debía|debería|deveria|avrebbe dovuto)
    (?<!\b(?:as|wie|comme|como|come|zoals)(?: on| an| tous les)? )(?:every|each|chaque|jede[nr]?|cada|tod[oa]s? (?:os|as|los)?|ogni|elke|varje|hver) (?:${LONG_WEEKDAY}|${NATIONAL_WEEKDAYS.join("|")})
    täglich | jede (?:Nacht|Woche) | jeden (?:Tag|Morgen|Abend|Montag) | werktags | chaque (?:nuit|jour|semaine|matin) | tous les jours
    (?:est|était|sont) (?:prévue?s?|ouverte? de) | cada (?:noche|día|semana|mañana) | todos los días | todos os dias
    toda(?:s as|) noites? | ogni (?:notte|giorno|mattina) | elke (?:nacht|dag|ochtend) | codziennie | każdej nocy | hver (?:natt|dag)
  `}(?!\p{L})|\((?:e\.g\.|for instance|such as)|毎[日晩朝週]|每[天晚周]|매[일주]|ежедневно|каждый день|каждую ночь`,
  "iu",
);

/** A time in brackets, or one with a time zone, am or pm. */
const MARKED = /[([~](?=\d{1,2}:\d{2}(?!\d))|(?<![\w:.-])(?=\d{1,2}:\d{2}\s?(?:UTC|GMT|Z|[ap]\.?m)\b)/gi;

/** The first time in a sentence that is in brackets or has a time zone, without an introducing word. */
export function markedStampIn(sentence: string): Stamp | null {
  for (const mark of sentence.matchAll(MARKED)) {
    const stamp = readStamp(sentence.slice(mark.index + mark[0].length));
    if (stamp?.clock?.minute != null && stamp.problem === null) return stamp;
  }
  return null;
}

/**
 * The times within a sentence, each with the day right before it. If the sentence contains several days, with the
 * nearest one before it.
 */
export function stampsIn(sentence: string): Stamp[] {
  const stamps: Stamp[] = [];
  const dates = findDates(sentence);
  const year = dates.find(({ day }) => day.year !== null)?.day.year ?? null;
  const isSeveral = new Set(dates.map(({ day }) => `${day.month}-${day.day}`)).size > 1;
  let after = 0;
  const full = dates
    .filter(
      (one) =>
        (one.day.year !== null || isLedToClock(sentence, one) || isEasternMoment(sentence, one)) &&
        !isAllusion(sentence, one),
    )
    .map(({ index }) => ({ lead: BETWEEN.exec(sentence.slice(0, index))?.[0] ?? "", start: index }));
  const led = [BEFORE, FROM_CLOCK, DAY_CLOCK, AND_CLOCK].flatMap((announced) =>
    [...sentence.matchAll(announced)].map(({ 0: lead, index }) => ({ lead, start: index + lead.length })),
  );
  const onWeekday = [...sentence.matchAll(WEEKDAY_CLOCK)].map(({ index }) => ({ lead: "", start: index }));
  const eastern = [EAST_ASIAN, WITHIN_HAN, BEHIND_HAN]
    .flatMap((told) => [...sentence.matchAll(told)])
    .map(({ index }) => ({ lead: "", start: index }));
  const enclosed = [...sentence.matchAll(ENCLOSED)].map(({ index }) => ({ lead: "", start: index + 1 }));
  const spans = [...sentence.matchAll(SPANS)].map(({ index }) => ({ lead: "", start: index }));
  const ended = [...sentence.matchAll(ENDING)].map(({ index }) => ({ lead: "", start: index }));
  const first = [...sentence.matchAll(FIRST_CLOCK)].map(({ index }) => ({ lead: "", start: index }));
  const spelled = spelledClocks(sentence).map((clock) => ({ lead: "", start: clock.start, clock }));
  const places: { lead: string; start: number; clock?: SpelledClock }[] = [
    ...led,
    ...full,
    ...onWeekday,
    ...eastern,
    ...enclosed,
    ...first,
    ...ended,
    ...(spans.length > 1 ? spans : []),
  ];
  for (const { lead, start, clock } of [...places, ...spelled].sort((a, b) => a.start - b.start)) {
    if (start < after) continue;
    const { stamp, until } = clock ? stampOfWords(sentence, clock) : stampBehind(sentence, lead, start);
    const isAsked = clock?.plain === null;
    if (!stamp || (!isAsked && (!stamp.clock || stamp.problem !== null || stamp.clock.minute === null))) continue;
    // "Killed after 00:05:00" is a duration.
    if (/^after/i.test(lead) && stamp.clock?.second != null && !stamp.zone) continue;
    const before = dates.findLast(({ end }) => end <= start - lead.length);
    const isBeside = before !== undefined && /^[\s,]{0,3}$/.test(sentence.slice(before.end, start - lead.length));
    const isOwn = before !== undefined && (isBeside || (isSeveral && !isAllusion(sentence, before)));
    const weekday =
      stamp.weekday ?? weekdayBefore(sentence.slice(Math.max(after, before?.end ?? 0), start - lead.length));
    const namesDay = stamp.date !== null || weekday !== null || stamp.dayWord !== null;
    const told = { ...inHalfBefore(stamp, sentence.slice(after, start - lead.length)), weekday };
    const last = stamps.at(-1);
    if (last && isSpanElsewhere(told, last) && /^\s?[(/]\s?$/.test(sentence.slice(after, start))) {
      after = until;
      continue;
    }
    const gap = last && after > 0 ? sentence.slice(after, start) : "";
    if (last && UNTIL.test(gap) && isEndOf(told, last))
      stamps[stamps.length - 1] = { ...last, end: { date: null, clock: told.clock }, zone: last.zone ?? told.zone };
    else if (stamp.date === null && !isBeside && SHORT_DAY.test(sentence.slice(0, start - lead.length)))
      stamps.push({ ...told, date: shortDayBefore(sentence.slice(0, start - lead.length)) });
    else stamps.push(isOwn && !namesDay ? onDay(told, { ...before.day, year: before.day.year ?? year }) : told);
    after = until;
  }
  return stamps;
}

/** "No dia anterior (08/10) às 07:55", "el 8/10 a las 7:55": a day without a year right before its time. */
const SHORT_DAY = /(?<![\d/])(?<=[(]|(?<!\p{L})(?:em|no|dia|el|día|le|du|am|on|il|op) )\d{1,2}\/\d{1,2}\)?,?\s*$/iu;

function shortDayBefore(before: string): Stamp["date"] {
  const [first = 0, second = 0] = (SHORT_DAY.exec(before)?.[0].match(/\d+/g) ?? []).map(Number);
  return { kind: "slashed", first, second, year: null, end: 0, written: `${first}/${second}` };
}

/** "Started at 20:30:18 and ended at 20:34:21", "um 20:38 Uhr, der bis 20:43 Uhr andauerte": what is between one thing's times. */
const UNTIL = new RegExp(
  String.raw`^[\s,]{0,3}(?:(?:uhr|uur|h|hrs?|hours|horas|heures|ore|hod\.?)[\s,]{1,3})?(?:${oneOf`
    (?:(?:and|which|that) )?(?:(?:then )?(?:lasted|lasting|continued|continuing|went on|ran|running) )?(?:until|till|through|to)
    (?:and|which|that) (?:was )?(?:ended|ending|finished|over|stopped)(?: at| by)?
    (?:(?:und|der|die|das) )?(?:dauerte )?bis(?: gegen| etwa| ca\.)? | und (?:endete|dauerte bis)(?: um| gegen)?
    (?:et |qui )?(?:(?:a|s'est) (?:duré|prolongée?|poursuivie?) )?jusqu['’]à | et s'est (?:terminée?|achevée?)(?: à| vers)?
    (?:y )?(?:duró |se prolongó )?hasta(?: las)? | y (?:terminó|finalizó)(?: a las)? | (?:e )?(?:durou )?até(?: às| as)? | e terminou às
    (?:e )?(?:è durato )?fino alle(?: ore)? | ed è (?:terminato|finito) alle | (?:en |die )?(?:duurde )?tot(?: ongeveer)? | en eindigde om
    (?:i )?(?:trwała? )?do(?: godz\.?| godziny)? | (?:и )?(?:продлил\p{L}{1,3} )?до
  `})\s$`,
  "iu",
);
/** An end is later on its day, and tells no other day or zone. */
const isEndOf = ({ date, clock, end, weekday, dayWord, zone }: Stamp, start: Stamp): boolean =>
  (date === null || isSameDay(date, start.date)) &&
  (weekday === null || weekday === start.weekday) &&
  dayWord === null &&
  end === null &&
  start.end === null &&
  (zone === null || zone.written === start.zone?.written || start.zone === null) &&
  clock !== null &&
  start.clock !== null &&
  clock.meridiem === start.clock.meridiem &&
  secondsOf(clock) > secondsOf(start.clock);
const isSameDay = (one: Stamp["date"], other: Stamp["date"]): boolean =>
  one?.kind === "day" && other?.kind === "day" && one.day.month === other.day.month && one.day.day === other.day.day;
/** "07:40 - 08:10 PDT (14:40 - 15:10 UTC)": one span for people elsewhere. */
const isSpanElsewhere = (one: Stamp, { clock, end, zone }: Stamp): boolean => {
  if (!one.clock || !one.end?.clock || !clock || !end?.clock || !one.zone || !zone) return false;
  const length = (secondsOf(end.clock) - secondsOf(clock) + DAY_SECONDS) % DAY_SECONDS;
  const other = (secondsOf(one.end.clock) - secondsOf(one.clock) + DAY_SECONDS) % DAY_SECONDS;
  return one.zone.written !== zone.written && length === other && one.date === null;
};
const DAY_SECONDS = 86_400;
const secondsOf = ({ hour, minute, second }: Clock): number => hour * 3600 + (minute ?? 0) * 60 + (second ?? 0);

/** "In the evening, at 8:15": the half of the day that the words before a time name. */
function inHalfBefore(stamp: Stamp, before: string): Stamp {
  const { clock } = stamp;
  const half = clock && clock.meridiem === null && !clock.is24 && clock.hour > 0 ? halfBefore(before) : null;
  if (!clock || half === null) return stamp;
  return { ...stamp, clock: { ...clock, hour: (clock.hour % 12) + (half === "pm" ? 12 : 0), meridiem: half } };
}

/** "on Sept 30, 22:16": a day without a year after an introducing word, and its time right after it. */
const isLedToClock = (sentence: string, { index, end }: FoundDate): boolean =>
  LEADS_TO_DAY.test(sentence.slice(0, index)) &&
  /^\s?[,@]?\s(?:at\s|@\s?|à\s)?\d{1,2}(?::\d{2}|\s?[ap]m\b|\s?h\s?\d{2}(?!\d))/.test(sentence.slice(end));
/** "1月31日12:10頃より": an East Asian day without a year, right before its time. */
const isEasternMoment = (sentence: string, { index, end }: FoundDate): boolean =>
  /[日日일](?:\s?[(（]?\S{1,3}[)）])?$/u.test(sentence.slice(index, end)) && EASTERN_CLOCK.test(sentence.slice(end));
const EASTERN_CLOCK = new RegExp(
  String.raw`^[\s、,，]?の?(?:(?:${EASTERN_PARTS})\s?の?)?\d{1,2}\s?(?:[:：]\d{2}|[時时點点시](?![間间]))`,
  "u",
);
const LEADS_TO_DAY = new RegExp(
  String.raw`(?:\b(?:on|at|from|since|until|by|between|and|to|before|after)\s(?:the\s)?|[\p{L}]:\s|(?<!\p{L})(?:${NATIONAL_WEEKDAYS.join("|")}),?\s(?:le\s|el\s|dia\s)?)$`,
  "iu",
);

/** "… ended Friday at": the day of the week right before a time. 0 is Sunday. */
function weekdayBefore(text: string): number | null {
  const name = new RegExp(String.raw`\b(${LONG_WEEKDAY})(?:\s(?:the\s)?\d{1,2}(?:st|nd|rd|th))?,?\s*$`, "i").exec(
    text,
  )?.[1];
  return name === undefined ? null : (matchWeekday(name, 0)?.weekday ?? null);
}

/** `8時51分` and `午後8時`, which no word has to announce. */
const EAST_ASIAN = new RegExp(
  String.raw`(?=(?:${EASTERN_PARTS})\s?の?\d{1,2}\s?[:：時时點点시])|(?<!\d|(?:${EASTERN_PARTS})\s?の?)(?=\d{1,2}\s?[時时點点시](?:\s?\d{1,2}\s?[分분](?![間间钟])|[半반]?(?:に|頃|ごろ|から|まで|より|過ぎ|すぎ|ちょうど|現在|左右|起|整|에|경|쯤|부터|까지)))`,
  "g",
);

/** "中断(9:28-9:40一次,9:47一次)", "从13:30起恢复": a time with Chinese words around it that announce one. */
const WITHIN_HAN =
  /(?<=[(（][^()（）]{0,40}|[从從自至到])(?<![\d:.-])(?=\d{1,2}:\d{2}(?:\s?[-–—~〜～至到]\s?\d{1,2}:\d{2})?[\u3040-\u30ff\u4e00-\u9fff])|(?<=[\u4e00-\u9fff])(?=\d{1,2}:\d{2}起)/gu;
/** "于 10:02", "约 10:02", "その後、10:02に": East Asian words and marks before a time. */
const BEHIND_HAN =
  /(?<=(?:[于於在約约从從自の、，。약]|[\u4e00-\u9fff],|[至到]|[同当當前次翌][日天]|당일|[随隨][后後])\s?)(?<![\d:.-])(?=\d{1,2}:\d{2}(?![\d:]))/gu;

const DOTTED_ENDING = /^\d{1,2}\.\d{2}['’]/;

/** "Another ten minutes (17:50)": a time alone in brackets. */
const ENCLOSED = new RegExp(
  String.raw`[([（](?=~?${oneOf`
    \d{1,2}:\d{2}(?:\s?(?:[A-Z]{2,4}|[ap]\.?m\.?|horas|hs?|uhr(?: [A-Z]{3,4})?))?
    \d{1,2}\.\d{2}\s?(?:uhr|h|hs)
    (?:[01]\d|2[0-3])\s?h\s?[0-5]\d(?:min)?
    [012]\d[0-5]\d\s(?:UTC|GMT)
    (?:1[0-2]|\d)\s?[ap]\.?m\b\.?(?:\s[A-Z]{2,4})?
  `}(?:\s?(?:[-–—]|to|until)\s?\d{1,2}:\d{2}(?:\s?[ap]\.?m\.?)?(?:\s?[A-Z]{3,4})?)?[)\]）])`,
  "gi",
);

/** "0:07 a.m. to 1:13 a.m., 1:31 a.m. to 1:38 a.m.": one span of several in a sentence. */
const SPANS =
  /(?<![\w:.-])(?=\d{1,2}:\d{2}(?:\s?[ap]\.?m\.?)?\s?(?:[-–—]|to|until|through|bis|à)\s?\d{1,2}:\d{2}(?!:\d))/gi;

/** "Until Saturday 09:00": a day of the week right before its time. */
const WEEKDAY_CLOCK = new RegExp(String.raw`\b${LONG_WEEKDAY},?\s(?=\d{1,2}(?::\d{2}|\s?[ap]m)\b)`, "gi");

/** The time that the words before it announce: `between` means a range, and `around` that it isn't exact. */
function stampBehind(sentence: string, lead: string, start: number): { stamp: Stamp | null; until: number } {
  const [before, behind] = [sentence.slice(0, start - lead.length), sentence.slice(start)];
  const isHours = LEADS_TO_HOURS.test(lead) || SINCE_HOURS.test(lead);
  const isLength =
    isHours && !CLOCK.test(behind) && (LENGTH_ABOVE.test(before) || LENGTH_TOLD.test(before) || LENGTH_OF.test(behind));
  const read = isLength ? null : readStamp(behind);
  // "Klokken 13.08." at the end of a sentence looks like a day.
  const stamp = read?.clock ? read : isLength ? null : (hoursBehind(sentence, lead, start) ?? read);
  const range = stamp && !stamp.end && OPENS_RANGE.test(lead) ? readStamp(sentence.slice(start - lead.length)) : null;
  if (stamp?.clock && range?.end?.clock)
    return {
      stamp: { ...stamp, clock: range.clock ?? stamp.clock, end: range.end, zone: stamp.zone ?? range.zone },
      until: start - lead.length + range.statedText.length,
    };
  if (stamp && ONLY_RANGE.test(lead) && !stamp.end) return { stamp: null, until: start };
  const until = start + (stamp?.statedText.length ?? 0);
  return { stamp: stamp && NOT_EXACT.test(lead) ? { ...stamp, approx: true } : stamp, until };
}

/** The time of "at half past two in the afternoon (UTC)", or an open one for "at half past two". */
function stampOfWords(sentence: string, { start, end, plain }: SpelledClock): { stamp: Stamp | null; until: number } {
  const stamp = readStamp((plain ?? "12:00") + sentence.slice(end));
  if (!stamp) return { stamp, until: end };
  const statedText = sentence.slice(start, end) + stamp.statedText.slice((plain ?? "12:00").length);
  const told = plain === null ? { clock: null, problem: { kind: "open" } as const } : {};
  return { stamp: { ...stamp, ...told, statedText }, until: start + statedText.length };
}

const HOUR_UNIT = "(?:\\s?(?:h|heures?|horas?|ore|uhr|uur)\\b)";
const HOUR = String.raw`(\d{1,2})(?:\s?h\s?(\d{2})(?:\s?min)?(?!\d)|[:.](\d{2})${HOUR_UNIT}?|${HOUR_UNIT})`;
/** "De 9h10 à 10h45", "das 8h às 10h", "zwischen 9 und 11 Uhr": times from one to another. */
const HOURS_TO = new RegExp(
  String.raw`^(?:${HOUR}|(\d{1,2}))\s(?:(?:jusqu['’])?à|al?(?:\slas)?|(?:e\s)?[àa]s|et|[ey](?:\slas)?|hasta\slas|até\s[àa]s|bis|und|tot|en)\s${HOUR}(?![\p{L}\d])`,
  "iu",
);
/** Before lengths too: "de 1h30 à 2h", "entre 2h et 3h". */
const BEFORE_LENGTHS = /^(?:de|entre|van|von)\s/i;
const SHORTEST = 5;

/** The time of "vers 13h", "às 9h30" or "at 0938 hours", as if it were written with a colon. */
function hoursBehind(sentence: string, lead: string, start: number): Stamp | null {
  const text = sentence.slice(start);
  const range = OPENS_RANGE.test(lead) ? rangeOfHours(text, lead, sentence.slice(0, start - lead.length)) : null;
  if (range) return range;
  const digits = text.startsWith("0") || LEADS_TO_DIGITS.test(lead) ? DIGITS.exec(text) : null;
  const dotted = pointedBehind(
    text,
    lead === "" && DOTTED_ENDING.test(text) ? "saat " : lead,
    sentence.slice(0, start - lead.length),
  );
  const spanish = LEADS_TO_SPANISH.test(lead) ? SPANISH.exec(text) : null;
  const isHour = LEADS_TO_HOURS.test(lead) || (SINCE_HOURS.test(lead) && LATE_HOURS.test(text));
  const said = digits ?? dotted ?? spanish ?? (isHour ? HOURS.exec(text) : null);
  if (!said) return null;
  const [written, hour = "", minute] = said;
  const plain = `${hour.padStart(2, "0")}:${minute ?? "00"}`;
  const stamp = readStamp(plain + sentence.slice(start + written.length));
  if (!stamp?.clock || !stamp.statedText.startsWith(plain)) return null;
  const clock = { ...stamp.clock, hourOnly: minute === undefined };
  return { ...stamp, clock, statedText: written + stamp.statedText.slice(plain.length) };
}

/** "Cette nuit, entre 3h20 et 5h20": times in the small hours, not durations. */
const AT_NIGHT = /(?<!\p{L})(?:nuit|matin|madrugada|noche|notte|mattina|manhã|noite|nacht)(?!\p{L})/iu;

function rangeOfHours(text: string, lead: string, before: string): Stamp | null {
  const [whole, one, a, b, bare, until = "", c, d] = HOURS_TO.exec(text) ?? [];
  const from = one ?? bare ?? "";
  const [minute, last] = [a ?? b, c ?? d];
  const isAtNight = minute !== undefined && last !== undefined && AT_NIGHT.test(before);
  if (whole === undefined || (BEFORE_LENGTHS.test(lead) && Number(from) < SHORTEST && !isAtNight)) return null;
  const plain = `${from.padStart(2, "0")}:${minute ?? "00"} - ${until.padStart(2, "0")}:${last ?? "00"}`;
  const stamp = readStamp(plain + text.slice(whole.length));
  if (!stamp?.clock || !stamp.end?.clock || !stamp.statedText.startsWith(plain)) return null;
  const clock = { ...stamp.clock, hourOnly: minute === undefined };
  return { ...stamp, clock, statedText: whole + stamp.statedText.slice(plain.length) };
}

/** "Von 8:15 bis 9:40": the first of two times. */
const FROM_CLOCK = new RegExp(
  String.raw`(?<![\p{L}\d])${FROM}\s+(?:(?:etwa|ungefähr|ca\.?|circa|environ|around|about|ongeveer)\s)?(?=\d)`,
  "giu",
);
const OPENS_RANGE = new RegExp(String.raw`^(?:between|${FROM})\s`, "i");
/** Words that announce no time without an end, because they mean "of" too. */
const ONLY_RANGE = /^(?:von|van|d[aei]s?|de las|tra|mezi)\s/i;
const DAY_CLOCK = new RegExp(
  String.raw`(?<![\p{L}'])${DAY_WORDS},?\s(?=\d{1,2}(?:[:.h]\d{2}|\s?uhr|\s?[ap]\.?m)\b)`,
  "giu",
);

/** "Until 8:57 am PST and 9:14 am PST": one more time. */
const AND_CLOCK =
  /(?<=\d:\d{2}(?:\s?[AaPp]\.?[Mm]\.?)?(?:\s[A-Z]{3,4})?,?\s)(?:and|und|et|e|y|en|и)\s(?:(?:um|à|às|a las|alle|om|в)\s)?(?=\d{1,2}:\d{2}(?!\d))/gu;
const BETWEEN = new RegExp(
  String.raw`\b(?:between|from)\s+(?:(?:about|around|approximately)\s+)?(?:(?:on\s)?${LONG_WEEKDAY},?\s)?$`,
  "i",
);
const NOT_EXACT = new RegExp(
  String.raw`^${oneOf`
    after | (?:shortly|just)\sbefore | around | about | roughly | circa | approximately
    gegen | etwa | ungefähr | kurz (?:vor|nach) | vers | environ | aux \p{L}+ de | peu (?:avant|après)
    hacia las | sobre las | alrededor de las | a eso de las | cerca d[ae]s?(?: las)? | por volta das
    verso le | intorno alle | circa alle | (?:poco )?dopo le | rond | omstreeks | ongeveer | (?:iets|kort) (?:voor|na)
    około | okolo | kolem | около | cirka | omkring | rund?t
  `}\s`,
  "iu",
);

/** A time of day on a day. */
export const onDay = (stamp: Stamp, day: FoundDate["day"]): Stamp => ({
  ...stamp,
  date: { kind: "day", day, end: 0, written: "" },
});
