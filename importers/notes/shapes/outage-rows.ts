import { readStamp } from "#importers/lex/stamp.ts";
import type { Line } from "../lines/lines.ts";
import type { TrailingEntry } from "./trailing.ts";

const LEAST = 3;
const LONGEST = 4000;
const MOMENT = String.raw`(?:\d{4}[-/.]\d{1,2}[-/.]\d{1,2}|\d{1,2}[-/.]\d{1,2}[-/.]\d{2,4}),?[ \tT]{1,2}\d{1,2}:\d{2}(?::\d{2})?(?![\d:])`;
/** "db1 20/7/2024 12:50 20/7/2024 16:07 Disk full": what was down, from when to when, and why. */
const ROW = new RegExp(
  String.raw`^(\p{L}[^|:]{0,79}?)[ \t]{1,8}(${MOMENT})([ \t]{1,8}|[ \t]?(?:[-–—]|to|until)[ \t]?)(${MOMENT})[ \t]{1,8}(\p{L}.{3,})$`,
  "u",
);

/**
 * Returns the rows of a list of outages without marks between its columns. Empty unless at least half of the lines have
 * this form.
 */
export function readOutageRows(lines: readonly Line[]): TrailingEntry[] {
  const found: TrailingEntry[] = [];
  let told = 0;
  for (const [index, { raw, role }] of lines.entries()) {
    if (role === "blank") continue;
    told += 1;
    const row = raw.length <= LONGEST ? ROW.exec(raw.trim()) : null;
    const [, name = "", from = "", between = "", to = "", words = ""] = row ?? [];
    const stamp = row ? readStamp(`${from} - ${to}`) : null;
    if (!stamp?.date || !stamp.clock || !stamp.end?.date || stamp.problem !== null) continue;
    const text = [`${name.trim()}: ${words.trim()}`];
    found.push({ at: index, words: [], stamp: { ...stamp, statedText: from + between + to }, text, actor: null });
  }
  return found.length >= LEAST && found.length * 2 >= told ? found : [];
}
