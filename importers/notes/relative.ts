import { readStamp } from "#importers/lex/stamp.ts";
import type { Entry } from "./entry.ts";
import type { Prose } from "./prose.ts";
import type { When } from "./when.ts";

const ZERO = /\bT\s?[=+-]?\s?0\b[\s:=(*_`]{0,8}(?:is |was |at |= ?)?/i;

/** "Start: 14:05 UTC", "Impact began | 14:05": what T0 is where the text does not say it by name. */
const START =
  /^[\s*_|>-]{0,8}(?:(?:incident|outage|impact|event)\s)?(?:start(?:ed)?(?:\s(?:time|at))?|began|begin)\b(?:\s?\([^()]{1,20}\))?[\s*_]{0,4}[:|][\s*_]{0,4}/i;

/**
 * The stamp that the text gives for T0 ("T0 = 14:05 UTC"), else the one that it labels as the start, as an entry of its
 * own line; null when it gives none.
 */
export function findZero(prose: Prose[], make: (line: number, text: string) => Entry | null): Entry | null {
  return findBehind(ZERO, prose, make) ?? findBehind(START, prose, make);
}

function findBehind(pattern: RegExp, prose: Prose[], make: (line: number, text: string) => Entry | null): Entry | null {
  for (const part of prose) {
    const match = pattern.exec(part.text);
    if (!match) continue;
    const rest = part.text.slice(match.index + match[0].length);
    const stamp = readStamp(rest);
    if (stamp?.clock) return make(part.line, rest);
  }
  return null;
}

/** The instant of an entry that only counts from T0 (`T+12m`). */
export function whenRelative(entry: Entry, zeroMs: number | null, zone: string | null): When {
  const open = { endAt: null, uncertaintySeconds: null, zone };
  if (zeroMs === null) {
    const question = `When was T0, from which ${entry.stamp.statedText} counts?`;
    return { ...open, at: null, precision: "unknown", ambiguity: { reason: "partial", question, local: null } };
  }
  const seconds = entry.stamp.relativeSeconds ?? 0;
  const precision = seconds % 60 === 0 ? "minute" : "exact";
  return { ...open, at: new Date(zeroMs + seconds * 1000).toISOString(), precision, ambiguity: null };
}
