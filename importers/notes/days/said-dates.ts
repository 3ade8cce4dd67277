import type { SlashOrder } from "#importers/lex/day-number.ts";
import { type FoundDate, findDates } from "#importers/lex/find-dates.ts";
import { oneOf, words } from "#lib/base/text/phrases.ts";
import { LONG_WEEKDAY } from "#lib/base/time/local-date.ts";
import { TROUBLE } from "./trouble.ts";

/** The minutes of a meeting, but not how long it took: "for 10 minutes on". */
const MINUTES = String.raw`(?<!(?:\d|\b${oneOf`
  two | three | four | five | six | seven | eight | nine | ten | eleven | twelve | fifteen | twenty | thirty | forty | fifty | sixty
  ninety | few | several | some | many | couple of | dozen | of | these | those | within
`})(?:[ -]|:\d\d ))minutes|minutes(?= \(from )`;
/** "Last Thursday, 16 April" and "last week, on 7 October" are the days themselves. */
const LAST_DAY = new RegExp(String.raw`\blast (?:week(?:end)?|month|${LONG_WEEKDAY}),? (?:on )?(?:the )?$`, "i");
/** Words next to a date that make it the day of something else. */
const OTHER = words`
  reviews? | reviewed | retros? | retrospectives? | meetings? | met | held | ${MINUTES} | workshop | debrief
  published | posted | written | authored | updated | modified | edited | created | revised | drafts? | drafted
  compiled | prepared | reported on | signed
  version | revision | changelog | copyright | as of | accessed | retrieved | archived | generated | exported | feedback
  week (?:of|commencing|beginning|starting|ending) | w/[ce] | woche (?:vom|ab|bis) | semaine du | semana del? | semana de | settimana del | week van | kw
  due | deadline | until | expires? | expired | expiry | expiration | valid | renew | renewed | renewal | done by
  completed by | by
  plan | planned | plans | scheduled? | target | eta | will | would | expected | upcoming | next | proposed | estimated
  last | previous | previously | prior | earlier | past | same | similar | similarly | originally | former | history
  since | ago | follow[- ]?ups? | todo | action | owner
`;
/** "Prepared on 20 February for the incident of": its own day, whatever else the sentence tells. */
const OF_INCIDENT = new RegExp(
  String.raw`\b${oneOf`the | this | our | der | dem | den | des | die | de | l['’] | la | el | o | a | il | do | da | del | della`} ?${oneOf`
    (?:[\w-]{2,20} ){0,2}(?:incident | outage | disruption | interruption | downtime | degradation | failure | delay | problem | fault | loss)s?
    vorfalls? | störung | ausfalls? | panne | incidente | caída | queda | guasto
  `} (?:of|on|from|vom|am|du|del?|do|di) (?:the )?$`,
  "i",
);
const OTHER_INCIDENT =
  /\b(?:previous|earlier|similar|same|last|prior|like|other|another|since|after|before|unlike|seit|nach|vor|depuis|après|desde|after|dopo)\b/i;
/** Behind a date, they belong to the rest of the sentence. "12 May by Hanna" tells who wrote it. */
const OF_SENTENCE = /\b(?:until|since|[Bb]y(?= (?!\p{Lu})))\b/gu;
/** "In the release of 3 March", but not "On 3 March, a release was introduced that caused an outage". */
const OTHER_UNLESS_FIRST = words`released? | releases | introduced | merged | shipped | launched | again`;
/** "On 24 February a planned change caused an interruption": its day, and no plan. */
const PLANNED = /\b(?:a|an|the|our) (?:planned|scheduled|proposed) /gi;
const OPENS = /^(?:on|in|am|le|el|il|em|op|den)?\s?(?:the\s)?$/i;
/** "This document was finished on". */
const OF_DOCUMENT =
  /\b(?:document|report|article|post|write-?up|text|page|note|summary) (?:was|is|has been) (?:\w+ly )?(?:last )?(?:finished|completed|closed|compiled|issued|sent|shared|signed|approved|filed)\b/i;
/** The few of them that can be next to the incident's day in a title: a postmortem is about its incident. */
const OTHER_TITLE_DAY = words`
  week (?:of|commencing|beginning|starting|ending) | w/[ce] | woche (?:vom|ab|bis) | semaine du | semana del? | settimana del | week van
  published | posted | written | updated | modified | edited | created | drafted | draft | due(?! to\b) | meetings?
  held | ${MINUTES} | version | as of | revision | deadline | follow[- ]?ups? | previous | earlier | similar
  compared? | like | unlike | cf
`;
const SENTENCE_START = /[.!?;|]["”')\]]?\s+(?=\S)/g;
const BEHIND = 40;
/** Where what is said of a date ends: its sentence, its cell, or the label of the next line. */
const NEXT = /[.;|\n]|\*\*[^*:]{1,40}:?\*\*/;

/** Verbs that tell a plan, by language. A plan in the past ("would be") isn't one of them. */
const PLAN = oneOf`
  (?:aur|fer|pourr|viendr|reprendr|procéder|effectuer)(?:a|ons|ont) | ser(?:ons|ont) | sera(?= (?:de nouveau|disponible|\p{L}{3,}[éiu]e?s?(?!\p{L})))
  (?:estar|ser|habr|podr|volver|quedar|tendr|realizar|reemplazar|sustituir)(?:á|án|emos) | (?:estar|ser|haver|poder|voltar|ficar|ter)(?:á|ão|emos)
  (?:sar|potr|verr|torner|dovr|far)(?:à|anno|emo) | (?:zal|zullen) | będ(?:zie|ą|ziemy) | zostan(?:ie|ą) | bude(?:me)? | budou
  будет | будут | буде | будуть | запланирован\p{L}*
`;
const PLAN_EAST = "予定|将于|将在|预计|计划于|예정";
/** The same, but reports also tell past acts with them ("der Server wird neu gestartet"). */
const AHEAD = oneOf`
  (?:will|won['’]t|shall|['’]ll)(?! have (?:been|had)) | (?:is|are) (?:due|going|expected|planned|scheduled|set) (?:to|for)
  (?:wird|werden)(?= .*(?:sein|werden|\p{L}{3}en)[.!]?$) | soll(?:en)?(?= .*\p{L}{3}en[.!]?$) | devrai(?:t|ent)
  kommer att | (?:ska|skal|vil|blir)(?= )
`;
const whole = (verbs: string) => new RegExp(String.raw`(?<![\p{L}'’])${verbs}(?!\p{L})|${PLAN_EAST}`, "iu");
const [TELLS_PLAN, TELLS_AHEAD] = [whole(PLAN), whole(`(?:${PLAN}|${AHEAD})`)];
/** Whether a sentence tells a plan: "Server bude restartován v 10:00". Those in English have other words. */
export const tellsPlan = (sentence: string): boolean => TELLS_PLAN.test(sentence);
/** Whether a sentence is about the future: "It will be replaced on Tuesday 20 September". */
export const tellsAhead = (sentence: string): boolean => TELLS_AHEAD.test(sentence);

/** A date with its sentence. */
export interface SaidDate extends FoundDate {
  sentence: string;
}

/** The dates of a text whose sentences aren't about another day: a review, a deadline, an earlier incident. */
export function saidDates(text: string, isTitle = false, order: SlashOrder = null): SaidDate[] {
  return findDates(text, order)
    .map((found) => ({ ...found, sentence: sentenceAround(text, found) }))
    .filter(({ index, end, sentence }) => {
      const start = text.lastIndexOf(sentence, index);
      const before = text.slice(Math.max(start, 0), index).replace(LAST_DAY, "");
      const behind = text.slice(end, end + BEHIND).split(NEXT, 1)[0] ?? "";
      const beside = `${before} ${behind.replace(OF_SENTENCE, " ")}`;
      if (OF_INCIDENT.test(before) && !OTHER_INCIDENT.test(before.slice(-BEHIND))) return true;
      const isFirst = OPENS.test(text.slice(Math.max(start, 0), index)) && TROUBLE.test(sentence);
      const told = isFirst ? beside.replace(PLANNED, " ") : beside;
      if ((isTitle ? OTHER_TITLE_DAY : OTHER).test(told) || OF_DOCUMENT.test(told)) return false;
      return isTitle || isFirst || !OTHER_UNLESS_FIRST.test(beside);
    });
}

/** Words of comparison: the day after them belongs to something else. */
const COMPARES = new RegExp(
  String.raw`\b${oneOf`
    like | unlike | cf\.? | compared? | comparison | similar | similarly | the same | see(?: also)?
    as (?:it|we|they|he|she|in|on|happened|with|during|before) | had | previous | formerly
  `}\b[^.;:]{0,60}$`,
  "i",
);

/** "The same fault struck again on": the story continues there. */
const TELLS_AGAIN = new RegExp(
  String.raw`\b(?:the same|(?:a|another|one more) similar)(?: (?!that |which |as )[\p{L}-]+){0,3} ${oneOf`
    happened | occurred | struck | hit(?: us)? | recurred | repeated itself | came back | returned | took place
  `}(?: (?:again|anew|once more|a second time))?,? on (?:the )?$`,
  "iu",
);

/**
 * Returns whether a date next to a time in a story is only mentioned: in brackets or a link within text, or after words
 * of comparison.
 */
export function isAllusion(text: string, { index, end }: Pick<FoundDate, "index" | "end">): boolean {
  const before = text.slice(0, index);
  const open = Math.max(before.lastIndexOf("("), before.lastIndexOf("["));
  const close = Math.max(before.lastIndexOf(")"), before.lastIndexOf("]"));
  if (open > close) {
    const inside = before.slice(open + 1) + (/^[^()[\]]*/.exec(text.slice(end))?.[0] ?? "");
    return /\p{L}{3}/u.test(inside.replace(/\b(?:UTC|GMT|[A-Z]{3,4})\b/g, ""));
  }
  return COMPARES.test(before) && !TELLS_AGAIN.test(before);
}

/** Returns the sentence around a date. */
export function sentenceAround(text: string, { index, end }: Pick<FoundDate, "index" | "end">): string {
  let from = 0;
  let to = text.length;
  for (const stop of text.matchAll(SENTENCE_START)) {
    const at = stop.index + stop[0].length;
    if (at <= index) from = at;
    else if (stop.index >= end) {
      to = stop.index + 1;
      break;
    }
  }
  return text.slice(from, to).trim();
}
