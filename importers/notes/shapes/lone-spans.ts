import { findDates } from "#importers/lex/find-dates.ts";
import { plainText } from "#importers/lex/markdown.ts";
import { readStamp } from "#importers/lex/stamp.ts";
import { oneOf } from "#lib/base/text/phrases.ts";
import type { Candidate } from "../lines/entry.ts";
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

const LONGEST_FIELD = 40;

/**
 * Returns the only time of a text if it is a period alone on a line, right below the name of its field, and the title
 * tells of trouble: "■発生日時" and below it "2026年3月18日 09:58～15:10". Empty for any other text.
 */
export function readSpanBelow(
  lines: readonly Line[],
  candidates: ReadonlyMap<number, Candidate>,
  line: Line | undefined,
): TrailingEntry[] {
  const timed = [...candidates.values()].filter(({ stamp }) => stamp.clock !== null);
  const [only] = timed;
  const title = plainText(line?.content ?? "");
  if (!only || timed.length > 1 || !tellsOfTrouble(title)) return [];
  const { stamp, rest, index } = only;
  const above = lines[index - 1]?.role === "blank" ? index - 2 : index - 1;
  const field = lines[above];
  const isField =
    field !== undefined &&
    field !== line &&
    /^(?:text|heading|item)$/.test(field.role) &&
    field.content.length <= LONGEST_FIELD &&
    !/\d|[.!?。]$/.test(field.content);
  if (!isField || !stamp.date || !stamp.end?.clock || stamp.problem !== null || !NOTHING_MORE.test(rest)) return [];
  return [{ at: index, words: [above], stamp, text: [title], actor: null, kind: "impact_started" }];
}
