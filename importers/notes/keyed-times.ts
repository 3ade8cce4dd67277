import { findDates } from "#importers/lex/find-dates.ts";
import { readStamp } from "#importers/lex/stamp.ts";
import { words } from "#lib/base/text/phrases.ts";
import type { Assembly } from "./assemble.ts";
import type { Line } from "./lines/lines.ts";
import type { Section } from "./lines/sections.ts";
import { stampsIn } from "./shapes/said-times.ts";
import type { TrailingEntry } from "./shapes/trailing.ts";

const LONGEST = 400;
const LONGEST_KEY = 80;
const LEAST = 2;

/** Gives entries with only a time the text of the key above them: `- **Resolved**`, ` - 2024-03-05 15:02`. */
export function nameByKeys(assembly: Assembly, lines: readonly Line[]): void {
  const first = lines[0]?.number ?? 1;
  const taken = new Set<Line>();
  for (const entry of assembly.entries) {
    if (entry.form === "row" || entry.text.some((text) => text.trim() !== "")) continue;
    const key = keyAbove(lines, entry.line - first);
    if (!key) continue;
    entry.text = [wordsOf(key.content)];
    taken.add(key);
  }
  if (taken.size > 0) assembly.context = assembly.context.filter((line) => !taken.has(line));
}

/**
 * Returns lines that end in a full day and time, `Queue drained 2024-03-05 15:02`, or contain only that below a key.
 */
export function readDatedEnds(lines: readonly Line[], sections: readonly Section[]): TrailingEntry[] {
  const found: TrailingEntry[] = [];
  for (const [index, { role, content }] of lines.entries()) {
    if ((role !== "item" && role !== "text") || content.length > LONGEST || sections[index]?.elsewhere) continue;
    // Which of its two days `05/03/2024` is may be asked, and not whether something happened.
    const at = findDates(content).findLast(({ day }) => day.year !== null)?.index ?? content.search(OPEN_DAY);
    const stamp = at < 0 ? null : readStamp(content.slice(at));
    const behind = stamp ? content.slice(at + stamp.textStart).trim() : "";
    if (
      !stamp?.date ||
      !stamp.clock ||
      stamp.problem !== null ||
      (behind !== "" && !(role === "item" && isRemark(behind)))
    )
      continue;
    if (stampsIn(content.slice(0, at)).length > 0) continue;
    const before = wordsOf(content.slice(0, at));
    const key = keyAbove(lines, index);
    const told = [key && wordsOf(key.content), before].filter((part) => part).join(": ");
    const text = told === "" || behind === "" ? told : `${told} ${behind}`;
    if (text !== "") found.push({ at: index, words: [], stamp, text: [text], actor: null });
  }
  return found.length >= LEAST ? found : [];
}

const OPEN_DAY = /(?<![\w/.-])\d{1,2}([/-])\d{1,2}\1\d{4},?\s/;

/** "(they knew earlier that day)" behind the time of an item, without another time or date. */
const REMARK = /^\([^()\d]{1,160}\)[.;,]?$/;
/** "(planned)" and "(local time)" tell of the time itself, that nothing happened then or that it isn't exact. */
const OF_TIME = words`
  planned | scheduled | expected | postponed | cancell?ed | about | approx(?:\.|imately)? | estimated? | times? | timezone
  zones? | local
`;
const isRemark = (text: string): boolean => REMARK.test(text) && !OF_TIME.test(text);
const KEY = /^(?:\*\*|__).{1,80}(?:\*\*|__):?$|:(?:\*\*|__)?$/;

/** Returns the key above a line: an item or a less indented line that is bold or ends in a colon. */
function keyAbove(lines: readonly Line[], index: number): Line | null {
  const own = lines[index];
  for (let at = index - 1; own && at >= 0 && at >= index - LONGEST_KEY; at -= 1) {
    const line = lines[at];
    if (!line || line.role === "heading") return null;
    const isAbove = line.role === "text" || (line.role === "item" && line.indent < own.indent);
    if (isAbove) return line.content.length <= LONGEST_KEY && KEY.test(line.content.trim()) ? line : null;
  }
  return null;
}

const wordsOf = (text: string): string =>
  text
    .replace(/[*_`]{1,3}/g, "")
    .replace(/^\s+|[\s([|@:,–—-]{1,9}(?:at |on )?$/g, "")
    .trim();
