import { oneOf } from "#lib/base/text/phrases.ts";
import { at } from "./match-at.ts";

const MORNING = oneOf`
  (?:early |late )?in the (?:early |late )?morning | in the early hours | morgens | früh | vormittags | am (?:frühen )?(?:morgen|vormittag)
  du matin | de la (?:mañana|madrugada) | da (?:manhã|madrugada) | d[ie]l? mattin[ao] | 's (?:ochtends|morgens) | rano
  утра | ráno | på morgonen | om morgenen
`;
const LATER = oneOf`
  (?:early |late )?in the (?:early |late )?(?:afternoon|evening) | mittags | nachmittags | abends
  am (?:frühen |späten )?(?:nachmittag|abend) | de l['’]après-midi | du soir | de la (?:tarde|noche) | da (?:tarde|noite)
  d[ie]l? (?:pomeriggio|sera) | 's (?:middags|avonds) | po południu | wieczorem | дня | вечера | odpoledne | večer
  på (?:eftermiddagen|kvällen) | om (?:ettermiddagen|eftermiddagen|kvelden|aftenen)
`;
const NIGHT = oneOf`at night | nachts | in der nacht | de la nuit | di notte | 's nachts | в ночи | ночи`;
const BEHIND = new RegExp(String.raw`,?\s(?:(${MORNING})|(${LATER})|(${NIGHT}))(?!\p{L})`, "iuy");
/** A day can be between: "on the evening of 7 February, at 8:15". */
const BEFORE = new RegExp(
  String.raw`(?<!\p{L})(?:((?:this|on the|that) morning|${MORNING})|((?:this|on the|that) (?:afternoon|evening)|tonight|${LATER}))(?: of [^.;:()]{3,30}?|[^.;:()\d]{0,24})$`,
  "iu",
);
/** Up to this hour, "at night" is after midnight. */
const SMALL_HOURS = 5;
/** East Asian words right before an hour for the half of the day. */
const EASTERN_MORNING = "午前|上午|早上|早晨|早朝|清晨|凌晨|未明|明け方|今朝|朝|早|오전|새벽|아침";
const EASTERN_LATER = "午後|下午|中午|晚上|傍晚|夕方|昼|晚|晩|오후|저녁|낮";
const EASTERN_NIGHT = "深夜|夜中|夜間|半夜|夜里|夜裡|夜|심야|밤";
export const EASTERN_PARTS = `${EASTERN_MORNING}|${EASTERN_LATER}|${EASTERN_NIGHT}`;
const [IS_MORNING, IS_LATER] = [EASTERN_MORNING, EASTERN_LATER].map((parts) => new RegExp(`^(?:${parts})$`, "u"));

/** Returns the half of the day of an hour behind one of these words. */
export function halfOfPart(part: string, hour: number): "am" | "pm" {
  if (IS_MORNING?.test(part) || IS_LATER?.test(part)) return IS_MORNING?.test(part) ? "am" : "pm";
  return hour <= SMALL_HOURS || hour === 12 ? "am" : "pm";
}

/** Returns the half of the day that the words right behind an hour name, and their end. */
export function halfBehind(text: string, pos: number, hour: number): { half: "am" | "pm"; end: number } | null {
  const found = at(BEHIND, text, pos);
  if (!found) return null;
  const [written, morning, later] = found;
  const isMorning = morning !== undefined || (later === undefined && (hour <= SMALL_HOURS || hour === 12));
  return { half: isMorning ? "am" : "pm", end: pos + written.length };
}

/** Returns the half of the day that the words before an hour name: "in the evening at 8:15". */
export function halfBefore(text: string): "am" | "pm" | null {
  const found = BEFORE.exec(text);
  return found ? (found[1] === undefined ? "pm" : "am") : null;
}
