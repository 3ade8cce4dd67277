import { readStamp } from "#importers/lex/stamp.ts";
import { oneOf } from "#lib/base/text/phrases.ts";
import type { Line } from "../lines/lines.ts";
import type { Section } from "../lines/sections.ts";
import type { TrailingEntry } from "./trailing.ts";

/** Matches the event on the day that follows: "Resolved on 4 May". */
const STATE = new RegExp(
  String.raw`^(?:\*\*|__)?(${oneOf`
    (?:outage |incident |impact )?(?:start(?:ed)?|beg(?:an|in)|end(?:ed)?) | first (?:seen|noticed|reported) | detected | discovered
    noticed | reported | identified | confirmed | contained | mitigated | fixed | repaired | restored | recovered | resolved | closed
    assigned | acknowledged | escalated | raised | logged | cause found | found | cleared | opened | disclosed | notified | patched | deployed | rolled back
    begonnen | entdeckt | gemeldet | behoben | gelöst | geschlossen | beginn | ende | détecté | signalé | résolu | rétabli | clos
    detectado | informado | resuelto | resolvido | cerrado | rilevato | segnalato | risolto | gedetecteerd | gemeld | opgelost
  `})(?:\*\*|__)?,?(?: (?:on|am|le|el|em|il|op|at|since))?(?:\*\*|__)?\s(?=\S)`,
  "iu",
);
const LONGEST = 600;
const LEAST = 2;
/** "Reported 09:12 Z 03 Mar 2026 by desk", with its time too, can also be a sentence of a report. */
const LEAST_UNMARKED = 3;
/** Behind the day: ": the words" or " – the words". */
const MARK = /(?::|\s[-–—])(?:\*\*|__)?\s$/;

/** "Resolved on 4 May 2024: the pump was replaced": lines that start with a state and its day. Empty unless there are two. */
export function readDatedLabels(lines: readonly Line[], sections: readonly Section[]): TrailingEntry[] {
  const unmarked = new Set<number>();
  const found = lines.flatMap(({ role, content }, at): TrailingEntry[] => {
    if ((role !== "text" && role !== "item") || content.length > LONGEST || sections[at]?.elsewhere) return [];
    const state = STATE.exec(content);
    const rest = content.slice(state?.[0].length ?? 0);
    const stamp = state ? readStamp(rest) : null;
    if (!state || !stamp?.date || stamp.problem !== null) return [];
    const words = rest.slice(stamp.textStart);
    const isMarked = words !== "" && MARK.test(rest.slice(0, stamp.textStart));
    if (!isMarked && stamp.clock === null) return [];
    if (!isMarked) unmarked.add(at);
    const text = words === "" ? (state[1] ?? "") : `${state[1]}${isMarked ? ":" : ""} ${words}`;
    return [{ at, words: [], stamp, text: [text], actor: null }];
  });
  return found.length >= (unmarked.size > 0 ? LEAST_UNMARKED : LEAST) ? found : [];
}
