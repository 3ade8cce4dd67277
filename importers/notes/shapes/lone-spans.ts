import { findDates } from "#importers/lex/find-dates.ts";
import { plainText } from "#importers/lex/markdown.ts";
import { readStamp } from "#importers/lex/stamp.ts";
import { oneOf } from "#lib/base/text/phrases.ts";
import type { Line } from "../lines/lines.ts";
import { titleLine } from "../lines/prose.ts";
import { tellsOfTrouble } from "./led-windows.ts";
import type { TrailingEntry } from "./trailing.ts";

const LONGEST = 200;
/** The name of a field for when it was: "Störungszeitraum:", "Période de l'incident :". */
const PERIOD = new RegExp(
  String.raw`(?<!\p{L})${oneOf`
    (?:störungs | ausfall)(?:zeitraum | zeit | dauer) | (?:zeitraum | dauer) de[rs] (?:störung | ausfalls?)
    (?:période | durée) (?:de l['’](?:incident | interruption) | de la (?:panne | coupure))
    (?:período | periodo | duración | duração) d(?:e la | el? | [ao]) (?:incidente | interrupción | interrupção | caída | falha)
    (?:periodo | durata) del(?:l['’] | la )?\s?(?:incidente | interruzione | disservizio | guasto)
    storingsperiode | (?:periode | duur) van de storing | (?:czas | okres) (?:trwania )?awarii | время (?:сбоя | аварии)
  `.replaceAll(" | ", "|")}(?!\p{L})`,
  "iu",
);
/** A label ends in a mark. A title needs none. */
const MARK = /[:：|]\s{0,4}(?:(?:du|vom|del?|da[ls]?|desde|van|od|с|from)\s)?$/iu;
/** Prepositions and marks between the words and a day. */
const LEADS = /(?:(?<=\s)(?:on|from|of|am|vom|du|le|el|em|del?|op|van|z|с)\s|[\s,([{–—-])+$/iu;
const NOTHING_MORE = /^[\s*_|.)\]。]{0,20}$/;

/**
 * Returns the only times of a text if they are the day, start and end behind its title or behind a label: "API outage
 * November 30 06:35 – 14:43 UTC". Empty if the words before them don't tell of trouble, or more follows.
 */
export function readLoneSpans(lines: readonly Line[]): TrailingEntry[] {
  const title = titleLine(lines);
  return lines.flatMap(({ role, content }, at) => {
    const isTitle = at === title;
    if (content.length > LONGEST || !(isTitle || role === "text" || role === "item")) return [];
    const start = findDates(content)[0]?.index;
    const before = content.slice(0, start);
    if (start === undefined || !/\p{L}{3}/u.test(before) || !(isTitle || MARK.test(before))) return [];
    const words = plainText(before.replace(MARK, "").replace(LEADS, "")).trim();
    const stamp = PERIOD.test(words) || tellsOfTrouble(words) ? readStamp(content.slice(start)) : null;
    if (!stamp?.date || !stamp.clock || !stamp.end?.clock || stamp.problem !== null) return [];
    if (!NOTHING_MORE.test(content.slice(start + stamp.textStart))) return [];
    return [{ at, words: [], stamp, text: [words], actor: null, kind: "impact_started" as const }];
  });
}
