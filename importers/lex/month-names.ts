import { MONTHS } from "#lib/base/time/local-date.ts";

const ENGLISH = MONTHS.map((short) => short.toLowerCase());
/**
 * Months in German, French, Spanish, Portuguese, Italian, Dutch, Scandinavian languages, Finnish, Polish, Czech, Russian,
 * Turkish and Indonesian, if they differ from English.
 */
const FOREIGN = [
  [
    "januar",
    "jänner",
    "janvier",
    "enero",
    "janeiro",
    "gennaio",
    "januari",
    "janv",
    "ene",
    "stycznia",
    "января",
    "ledna",
    "ocak",
    "tammikuuta",
  ],
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
    "února",
    "şubat",
    "pebruari",
    "helmikuuta",
  ],
  [
    "märz",
    "mars",
    "marzo",
    "março",
    "marco",
    "maart",
    "marts",
    "mrz",
    "mrt",
    "marca",
    "марта",
    "března",
    "mart",
    "maret",
    "maaliskuuta",
  ],
  ["avril", "avr", "abr", "abril", "aprile", "kwietnia", "апреля", "dubna", "nisan", "huhtikuuta"],
  ["mai", "mayo", "maio", "maggio", "mei", "maj", "maja", "мая", "května", "mayıs", "toukokuuta"],
  ["juni", "juin", "junio", "junho", "giugno", "giu", "czerwca", "июня", "června", "haziran", "kesäkuuta"],
  ["juli", "juillet", "juil", "julio", "julho", "luglio", "lipca", "июля", "července", "temmuz", "heinäkuuta"],
  ["août", "aout", "agosto", "augustus", "augusti", "sierpnia", "августа", "srpna", "ağustos", "agustus", "elokuuta"],
  [
    "septembre",
    "septiembre",
    "setiembre",
    "setembro",
    "settembre",
    "września",
    "сентября",
    "září",
    "eylül",
    "syyskuuta",
  ],
  [
    "oktober",
    "okt",
    "octobre",
    "octubre",
    "outubro",
    "ottobre",
    "ott",
    "października",
    "октября",
    "října",
    "ekim",
    "lokakuuta",
  ],
  ["novembre", "noviembre", "novembro", "listopada", "ноября", "listopadu", "kasım", "nopember", "marraskuuta"],
  [
    "dezember",
    "dez",
    "décembre",
    "déc",
    "decembre",
    "diciembre",
    "dic",
    "dezembro",
    "dicembre",
    "grudnia",
    "декабря",
    "prosince",
    "aralık",
    "desember",
    "joulukuuta",
  ],
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
