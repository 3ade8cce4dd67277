import { MONTHS } from "#lib/base/time/local-date.ts";

const ENGLISH = MONTHS.map((short) => short.toLowerCase());
/**
 * Months in German, Romance and Scandinavian languages, Dutch, Finnish, Polish, Czech, Russian, Ukrainian, Turkish and
 * Indonesian, if they differ from English. Slavic months behind a day, and alone as in headings.
 */
const FOREIGN = [
  `
    januar jänner janvier enero janeiro gennaio januari janv ene stycznia styczeń января январь ledna
    leden січня січень ocak tammikuuta ianuarie gener január ιανουαρίου
  `,
  `
    februar février fevrier febrero fevereiro febbraio februari févr fév fev lutego luty февраля февраль
    února únor лютого лютий şubat pebruari helmikuuta februarie febrer február φεβρουαρίου
  `,
  `
    märz mars marzo março marco maart marts mrz mrt marca marzec марта март března březen березня
    березень mart maret maaliskuuta martie març március μαρτίου
  `,
  `
    avril avr abr abril aprile kwietnia kwiecień апреля апрель dubna duben квітня квітень nisan
    huhtikuuta aprilie április απριλίου
  `,
  `
    mai mayo maio maggio mei maj maja мая май května květen травня травень mayıs toukokuuta maig május μαΐου
  `,
  `
    juni juin junio junho giugno giu czerwca czerwiec июня июнь června červen червня червень haziran
    kesäkuuta iunie juny június ιουνίου
  `,
  `
    juli juillet juil julio julho luglio lipca lipiec июля июль července červenec липня липень temmuz
    heinäkuuta iulie juliol július ιουλίου
  `,
  `
    août aout agosto augustus augusti sierpnia sierpień августа август srpna srpen серпня серпень
    ağustos agustus elokuuta agost augusztus αυγούστου
  `,
  `
    septembre septiembre setiembre setembro settembre września wrzesień сентября сентябрь září вересня
    вересень eylül syyskuuta septembrie setembre szeptember σεπτεμβρίου
  `,
  `
    oktober okt octobre octubre outubro ottobre ott października październik октября октябрь října říjen
    жовтня жовтень ekim lokakuuta octombrie október οκτωβρίου
  `,
  `
    novembre noviembre novembro listopada listopad ноября ноябрь listopadu листопада листопад kasım
    nopember marraskuuta noiembrie νοεμβρίου
  `,
  `
    dezember dez décembre déc decembre diciembre dic dezembro dicembre grudnia grudzień декабря декабрь
    prosince prosinec грудня грудень aralık desember joulukuuta decembrie δεκεμβρίου
  `,
].map((names) => names.trim().split(/\s+/));
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
