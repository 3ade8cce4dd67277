import type { Stamp } from "#importers/lex/stamp-type.ts";
import { ABOUT } from "#importers/lex/time-lead.ts";
import { oneOf } from "#lib/base/text/phrases.ts";

/** Words for the day after the one that is told of. */
export const NEXT_DAY = new RegExp(
  String.raw`(?<!\p{L})${oneOf`
    (?:next|following)\s(?:day|morning|afternoon|evening) | (?:am|zum)\s(?:nächsten|folgenden)\s(?:tag|morgen|abend|vormittag|nachmittag)
    tags?\sdarauf | folge(?:tags?|abend|morgen) | lendemain | (?:día|mañana|tarde)\ssiguiente | (?:dia|manhã|tarde)\sseguinte
    (?:giorno|mattina|sera)\s(?:dopo|seguente|successiv[oa]) | (?:volgende|andere)\s(?:dag|ochtend|avond) | nästa\s(?:dag|morgon|kväll)
    neste\s(?:dag|morgen|kveld) | næste\s(?:dag|morgen|aften) | następnego\s(?:dnia|ranka) | (?:druhý|následující)\sden
    на\sследующ(?:ий\sдень|ее\sутро) | наутро
  `}(?!\p{L})|翌[日朝]|次の日|第二天|次日|다음\s?날|이튿날`,
  "iu",
);

const WORDS = String.raw`(?<!\p{L})${oneOf`
  (?:the )?(?:previous|prior|preceding) (?:day|evening|night|afternoon|morning)(?!['’]s)
  (?:the )?(?:day|evening|night|afternoon|morning) before
  am vor(?:abend|tag) | (?:am )?(?:tag|abend|morgen) (?:zuvor|davor) | in der nacht (?:zuvor|davor)
  la veille(?: au soir| au matin)? | (?:el )?día anterior | (?:la )?(?:noche|tarde|mañana) anterior
  (?:n?o )?dia anterior | (?:n?a )?(?:noite|tarde|manhã|véspera) anterior | na véspera | (?:il )?giorno (?:prima|precedente)
  (?:la )?(?:sera|notte|mattina) (?:prima|precedente) | de (?:dag|avond|ochtend|middag|nacht) (?:ervoor|daarvoor)
  de vorige (?:dag|avond|ochtend) | (?:dagen|kvällen|natten|morgonen) innan | (?:dagen|kvelden|aftenen|natten) før
  poprzedniego (?:dnia|wieczoru|wieczora|ranka) | (?:dzień|dnia) wcześniej | předchozí(?:ho)? (?:den|dne|večer|večera)
  накануне(?: вечером| утром)? | (?:за )?день до этого | предыдущим вечером
`}(?!\p{L})|前日の?夜?|前夜|前の晩|전날|前一[天晚]`;

/** Words for the day before the one that is told of. */
export const DAY_BEFORE = new RegExp(WORDS, "iu");
const DIRECTLY = new RegExp(
  String.raw`(?:${WORDS})[,，]?\s?(?:(?:at|um|à|a las|às|alle|ore|om|kl\.?|klo|v|ve|o|в)\s)?(?:(?:${ABOUT})\s|[~≈]\s?)?$`,
  "iu",
);
const LONGEST = 200;

/** Returns whether a time in a sentence directly follows such words: "the previous evening at 18:20". */
export function isOfDayBefore(sentence: string, { date, clock, weekday, dayWord, statedText }: Stamp): boolean {
  if (
    clock === null ||
    date !== null ||
    weekday !== null ||
    (dayWord !== null && dayWord.kind !== "open" && dayWord.kind !== "before")
  )
    return false;
  const end = sentence.indexOf(statedText);
  return end > 0 && DIRECTLY.test(sentence.slice(Math.max(0, end - LONGEST), end));
}
