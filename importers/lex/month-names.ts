import { MONTHS } from "#lib/base/time/local-date.ts";

const ENGLISH = MONTHS.map((short) => short.toLowerCase());
/**
 * Months in German, French, Spanish, Portuguese, Italian, Dutch, Scandinavian languages, Polish and Russian, if they
 * differ from English.
 */
const FOREIGN = [
  ["januar", "jänner", "janvier", "enero", "janeiro", "gennaio", "januari", "janv", "ene", "stycznia", "января"],
  [
    "februar",
    "février",
    "fevrier",
    "febrero",
    "fevereiro",
    "febbraio",
    "februari",
    "févr",
    "fév",
    "fev",
    "lutego",
    "февраля",
  ],
  ["märz", "mars", "marzo", "março", "marco", "maart", "marts", "mrz", "mrt", "marca", "марта"],
  ["avril", "avr", "abr", "abril", "aprile", "kwietnia", "апреля"],
  ["mai", "mayo", "maio", "maggio", "mei", "maj", "maja", "мая"],
  ["juni", "juin", "junio", "junho", "giugno", "giu", "czerwca", "июня"],
  ["juli", "juillet", "juil", "julio", "julho", "luglio", "lipca", "июля"],
  ["août", "aout", "agosto", "augustus", "augusti", "sierpnia", "августа"],
  ["septembre", "septiembre", "setiembre", "setembro", "settembre", "września", "сентября"],
  ["oktober", "okt", "octobre", "octubre", "outubro", "ottobre", "ott", "października", "октября"],
  ["novembre", "noviembre", "novembro", "listopada", "ноября"],
  ["dezember", "dez", "décembre", "déc", "decembre", "diciembre", "dic", "dezembro", "dicembre", "grudnia", "декабря"],
];
const NUMBERS = new Map(FOREIGN.flatMap((names, index) => names.map((name) => [name, index + 1] as const)));

/** A pattern of every month's name, longer ones first. */
export const MONTH_NAMES = [
  ...[...NUMBERS.keys()].sort((a, b) => b.length - a.length),
  "jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?",
].join("|");

/** Returns 1 to 12 for a name that `MONTH_NAMES` matches. */
export function monthNumber(name: string): number {
  const lower = name.toLowerCase();
  return NUMBERS.get(lower) ?? ENGLISH.indexOf(lower.slice(0, 3)) + 1;
}
