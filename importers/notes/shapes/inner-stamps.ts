import { readStamp } from "#importers/lex/stamp.ts";
import { SHORT_MONTH } from "#lib/base/time/local-date.ts";
import type { Line } from "../lines/lines.ts";
import type { TrailingEntry } from "./trailing.ts";

const LEAST = 2;
/** A longer text stays in the context. */
const MOST_LINES = 1000;
/** The last possible start of a time in a line: after a level, a host or a process number. */
const REACH = 60;
const FULL_DATE = new RegExp(
  String.raw`(?<![\w./:-])(?=\d{4}[-/]\d{2}[-/]\d{2}[T ]\d{2}:|\d{1,2} ${SHORT_MONTH}[a-z]{0,6} \d{4} \d{2}:|(?<=\baudit\()1\d{9}\.\d{3}:\d)`,
  "i",
);
/** `msg=audit(1783478974.807:508):` of the Linux audit log: the time and the number of a record. */
const AUDIT = /\s?\bmsg=audit\($/;
const AUDIT_NUMBER = /^:\d{1,12}\):\s?/;

/**
 * Returns the lines of a log with short text before their day and time: `ERROR 2024-03-01 10:02:09 words`. Lines
 * between belong to the one above. Empty unless at least half of the lines have this form.
 */
export function readInnerStamps(lines: readonly Line[]): TrailingEntry[] {
  const found: TrailingEntry[] = [];
  let told = 0;
  for (const [index, { raw: whole, role, content }] of lines.entries()) {
    if (role === "blank") continue;
    const raw = role === "quote" ? content : whole;
    told += 1;
    const at = raw.slice(0, REACH).search(FULL_DATE);
    const isQuoted = role === "quote" && readStamp(raw)?.clock != null;
    const stamp = at > 0 && !isQuoted ? readStamp(raw.slice(at)) : null;
    const open = found.at(-1);
    if (stamp?.date && stamp.clock && stamp.problem === null) {
      const before = raw
        .slice(0, at)
        .replace(AUDIT, "")
        .replace(/[\s[(|,;:–—-]{1,9}$/, "");
      const words = `${before} ${raw.slice(at + stamp.textStart).replace(AUDIT_NUMBER, "")}`.trim();
      found.push({ at: index, words: [], stamp, text: [words], actor: null });
    } else if (open && open.words.length < MOST_LINES) {
      open.words.push(index);
      open.text.push(whole.trimEnd());
    }
  }
  return found.length >= LEAST && found.length * 2 >= told ? found : [];
}
