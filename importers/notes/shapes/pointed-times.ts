import { isDutch } from "#importers/lex/clock.ts";
import { oneOf } from "#lib/base/text/phrases.ts";
import { LEADS, LEADS_TO_SPANISH } from "./time-leads.ts";

/** "Kl. 13.05": words before which a number with a point is a time. */
const LEADS_TO_DOTTED = new RegExp(
  String.raw`^(?:(?:\p{L}+ ){0,2}(?:kl\.?|klokk[ae]n?|klockan|klo|kello|pukul|jam)|saat(?:ler)?|${LEADS.it}|(?:o|około|ok\.|po|od|do|przed) godz\S*|godz\.)\s`,
  "iu",
);
/** Behind a number, these count: "um 12.50 Prozent", "до 12.50 ГБ". */
const COUNTED = String.raw`(?![\d%]|\.\d|\s?(?:[€$%]|[kmgt]i?b(?!\p{L})|[кмгт]б(?!\p{L})|${oneOf`
  euros? | eur | zł | tys | usd | prozent | percent | procent | proc\. | punkte? | sekund | second | millisek | секунд | милл?и | млн | тыс
  раза?(?!\p{L}) | верси | wersj | versi | milj | mili | mlj | gånger | grad | jaar | dagen | dag(?!\p{L}) | keer | minuten | минут | градус | процент | промил
`}))`;
const POINTED = String.raw`^([01]?\d|2[0-3])\.([0-5]\d)(?:-?tiden)?`;
const HOURS_BEHIND = String.raw`(?:\s?(?:horas|h)(?!\p{L}))?`;
const DOTTED = new RegExp(String.raw`${POINTED}(?![\d%]|\.\d)${HOURS_BEHIND}`, "u");
/** Words before which it is a time unless something is counted. */
const LEADS_TO_EITHER = /^(?:um|om|vi?d|в|около)\s/iu;
const DOTTED_ALONE = new RegExp(POINTED + COUNTED + HOURS_BEHIND, "iu");
/** In Polish, a point is between the hours and minutes of any time. */
const POLISH = /[ąęłńśźż]/iu;
const LEADS_TO_POLISH = /^(?:o|około|ok\.|po)\s/iu;
const LEADS_TO_TWO_POLISH = /^(?:od|do)\s/iu;
/** Words before which only two digits can be an hour: "с 2.50" is a number. */
const LEADS_TO_TWO = new RegExp(
  `^${oneOf`
    с | до | к | (?:strax|kort|lige|like|rett|lidt|litt|straks|snart) (?:efter|etter|före|innan|før|inden)
    (?:kort|vlak|net|iets|even) (?:voor|na) | (?:krátce|těsně) (?:po|před) | (?:tuż|krótko) (?:po|przed) | w okolicach
  `}\\s`,
  "iu",
);
/** In Czech too. */
const CZECH = /[ěřů]/iu;
const LEADS_TO_CZECH = /^(?:v|ve|kolem|od|do|po)\s/iu;
const TWO_DOTTED = new RegExp(String.raw`^([01]\d|2[0-3])\.([0-5]\d)${COUNTED}`, "iu");
const LEADS_TO_COMMA = /^(?:d?alle\s)?ore\s/i;
const COMMA = /^([01]?\d|2[0-3]),([0-5]\d)(?![\d%]|[.,]\d)/;
const OF_VERSION = /(?:верси\p{L}*|versi\p{L}*)\s(?:\p{L}+\s(?:[\d.]+\s)?)?$/iu;

/** "At 09.15": in English, only two digits are hours, and only where nothing is measured. */
const LEADS_TO_ENGLISH = /^(?:at|around|about|approximately|by|until|from)\s/i;
const ENGLISH =
  /^([01]\d|2[0-3])\.([0-5]\d)(?=[.,;)]?(?:\s|$))(?!\s?(?:%|dollars|euros|pounds|percent|seconds?|milli|ms\b|[kmgt]i?b\b|points?|million|billion))/i;
const OF_MEASURE = new RegExp(
  String.raw`\b${oneOf`
    (?:was|is|are|were|be|stood|peaked|fell|rose|settled|averag\w+)(?= at| around| about) | load | rate | ratio | price | score | cost | latency | usage | mean | median
    versions? | releases? | up(?:grad|dat)\w* | downgrad\w* | ubuntu | macos | ios | android | windows | chrome | firefox | python | php | node(?:\.js)? | fixed | patch\w*
  `}\b`,
  "i",
);

/** The time of "kl. 13.05" or "ore 9,40", which is a number behind other words. */
export function pointedBehind(text: string, lead: string, before: string): RegExpExecArray | null {
  if (LEADS_TO_ENGLISH.test(lead)) return OF_MEASURE.test(before + lead) ? null : ENGLISH.exec(text);
  if (LEADS_TO_DOTTED.test(lead)) return DOTTED.exec(text) ?? (LEADS_TO_COMMA.test(lead) ? COMMA.exec(text) : null);
  if (OF_VERSION.test(before) || (/^om\s/i.test(lead) && !isDutch(before + text))) return null;
  const isPolish = POLISH.test(before + text);
  if (isPolish && LEADS_TO_TWO_POLISH.test(lead)) return TWO_DOTTED.exec(text);
  if (LEADS_TO_EITHER.test(lead) || LEADS_TO_SPANISH.test(lead) || (isPolish && LEADS_TO_POLISH.test(lead)))
    return DOTTED_ALONE.exec(text);
  const isCzech = LEADS_TO_CZECH.test(lead) && CZECH.test(before + text);
  return isCzech || LEADS_TO_TWO.test(lead) ? TWO_DOTTED.exec(text) : null;
}
