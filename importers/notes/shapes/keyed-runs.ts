import { readStamp } from "#importers/lex/stamp.ts";
import type { Stamp } from "#importers/lex/stamp-type.ts";
import type { Line } from "../lines/lines.ts";
import type { TrailingEntry } from "./trailing.ts";

const KEY = /^([\p{L}][\p{L} _-]{1,30}?)\s?[:=]\s+(?=\S)/u;
const START = /^(?:start|started|begin|began|beginn|inicio|début|inizio)(?:[ _-]?(?:date|time|at|on))?$/i;
const END = /^(?:end|ended|finish|finished|stop|stopped|completed|ende|fin|fine)(?:[ _-]?(?:date|time|at|on))?$/i;
/** Keys whose value is what was run, the most informative first. */
const TELLING = ["title", "summary", "subject", "name", "command", "commandline", "job", "task", "event", "action"];

interface Pair {
  key: string;
  value: string;
}

/**
 * Reads blocks of keys as logs of runs have them, `Start-Date: …` to `End-Date: …`: one entry each, with its end. Empty
 * unless a block contains both.
 */
export function readKeyedRuns(lines: readonly Line[]): TrailingEntry[] {
  const found: TrailingEntry[] = [];
  for (let from = 0; from < lines.length; from += 1) {
    if (lines[from]?.role !== "text") continue;
    let until = from;
    while (lines[until]?.role === "text") until += 1;
    const run = readRun(lines.slice(from, until), from);
    if (run) found.push(run);
    from = until;
  }
  return found;
}

function readRun(block: readonly Line[], from: number): TrailingEntry | null {
  const pairs = block.map(({ content }): Pair | null => {
    const key = KEY.exec(content);
    return key ? { key: key[1] ?? "", value: content.slice(key[0].length) } : null;
  });
  const start = pairs.findIndex((pair) => pair !== null && START.test(pair.key));
  const end = pairs.findIndex((pair) => pair !== null && END.test(pair.key));
  const [begun, ended] = [wholeStamp(pairs[start]), wholeStamp(pairs[end])];
  if (!begun || !ended || begun.end) return null;
  const rest = block.flatMap(({ content }, at) => (at === start || at === end ? [] : [{ content, pair: pairs[at] }]));
  const rank = ({ pair }: (typeof rest)[number]) =>
    TELLING.indexOf(pair?.key.toLowerCase().replace(/[ _-]/g, "") ?? "");
  const titled = rest.filter((one) => rank(one) >= 0).sort((a, b) => rank(a) - rank(b))[0] ?? rest[0];
  if (!titled) return null;
  const others = rest.filter((one) => one !== titled).map(({ content }) => content);
  const title = rank(titled) < 0 ? titled.content : (titled.pair?.value ?? titled.content);
  const words = block.flatMap((_, at) => (at === start ? [] : [from + at]));
  const stamp = { ...begun, end: { date: ended.date, clock: ended.clock } };
  return { at: from + start, words, stamp, text: [title, ...(others.length > 0 ? ["", ...others] : [])], actor: null };
}

/** Returns the day and time of a value that is nothing else. */
function wholeStamp(pair: Pair | null | undefined): Stamp | null {
  const stamp = pair ? readStamp(pair.value) : null;
  return stamp?.date && stamp.clock && stamp.problem === null && stamp.textStart >= (pair?.value.length ?? 0)
    ? stamp
    : null;
}
