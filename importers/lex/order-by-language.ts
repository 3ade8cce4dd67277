import { oneOf } from "#lib/base/text/phrases.ts";
import type { SlashOrder } from "./day-number.ts";

const REACH = 8000;
const LEAST = 3;
const wordsOf = (table: string): RegExp => new RegExp(String.raw`(?<![\p{L}'’-])${table}(?![\p{L}'’-])`, "giu");
/** Frequent words of languages that write the day first. */
const FOREIGN = wordsOf(oneOf`
  de | der | die | das | und | wurde | wurden | war | mit | nicht | für | von | auf | le | la | les | des | du | est | été | une | pour
  avec | dans | el | los | las | del | fue | por | con | para | una | se | o | os | da | do | dos | uma | foi | não | com | no | na
  em | il | lo | gli | di | che | stato | alle | per | het | een | van | niet | werd | om | og | och | det | som | ble | blev | på | av
  nie | się | na | w | z | do | było | został[oa]? | byl[oay]? | jsme | и | в | на | не | был[оаи]? | мы | của | và | không | được | trong | ngày | lúc
`);
/** Words of reports in languages that write the day first. */
const OF_REPORTS = wordsOf(oneOf`
  bericht | störung | ausfall | uhrzeit | ereignis | rapport | incident du | chronologie | heure | événement | panne
  informe | incidencia | incidente | fecha | hora | relatório | horários? | rapporto | disservizio | orari | ora | evento
  verslag | storing | tijd | gebeurtenis | raport | awaria | zpráva | výpadek | отчёт | отчет | сбой | время
`);
/** Frequent words of languages in which "mar 15" is a Tuesday. */
const ROMANCE = wordsOf(oneOf`
  el | los | las | del | fue | por | con | para | una | se | que | y | le | les | des | du | est | été | une | pour | avec | dans | et
  il | gli | di | che | stato | alle | per | della | și | nu | din | cu | a fost
`);
/** Such words of English, and not of those languages. */
const ENGLISH = wordsOf(oneOf`the | and | of | was | were | with | to | that | this | for | our | we | been | by`);

/** "EST" and "OS" aren't words of those languages. */
/** "(dd/mm/yyyy)" */
const STATED = /\b(?:dd?[/.-]mm?|mm?[/.-]dd?)[/.-]yy(?:yy)?\b/i;

const countOf = (text: string, words: RegExp): number =>
  [...text.matchAll(words)].filter(([word]) => !CAPITALS.test(word)).length;
const CAPITALS = /^(?:\p{Lu}{2,}|Z)$/u;

const SLASHED = /(?<![\d/])(\d{1,2})\/(\d{1,2})\/(?:20)?\d{2}(?![\d/])/g;

/** The order in which all such dates of a text are days, if some have only one. */
function orderOfDates(text: string): SlashOrder {
  const dates = [...text.matchAll(SLASHED)].map(([, first, second]) => [Number(first), Number(second)] as const);
  const isDayFirst = dates.some(([first]) => first > 12);
  const isMonthFirst = dates.some(([, second]) => second > 12);
  return isDayFirst === isMonthFirst ? null : isDayFirst ? "day_first" : "month_first";
}

/**
 * Returns the order of `03/04/2024` in the language of a text. Null for English, which writes both, and if there are
 * too few words to tell.
 */
export function orderByLanguage(texts: readonly string[]): SlashOrder {
  const text = texts.join("\n").slice(0, REACH);
  const [stated] = STATED.exec(text) ?? [];
  if (stated) return /^d/i.test(stated) ? "day_first" : "month_first";
  const foreign = countOf(text, FOREIGN) + countOf(text, OF_REPORTS);
  return foreign >= LEAST && foreign > 3 * countOf(text, ENGLISH) ? "day_first" : orderOfDates(text);
}

/** Returns whether "Mar 15" in a text can be a Tuesday: it is in Spanish, French, Italian or Romanian. */
export function hasTuesdayMar(texts: readonly string[]): boolean {
  const text = texts.join("\n").slice(0, REACH);
  const romance = countOf(text, ROMANCE);
  return romance >= LEAST && romance > 3 * countOf(text, ENGLISH);
}
