import { readStamp } from "#importers/lex/stamp.ts";
import type { Stamp } from "#importers/lex/stamp-type.ts";
import { MINUTE_MS } from "#lib/base/time/spans.ts";
import { formatOffset } from "#lib/base/time/zones.ts";
import type { Line } from "../lines/lines.ts";
import type { TrailingEntry } from "./trailing.ts";

const DATE = /(?:^|[\s<,;])date=["']?(\d{1,4}[-/.]\d{1,2}[-/.]\d{1,4})["']?(?=[\s,;>]|$)/i;
const TIME =
  /(?:^|[\s<>,;])time=["']?(\d{1,2}:\d{2}:\d{2}(?:[.,]\d{1,9})?)(Z|[+-]\d{1,4}(?::\d{2})?)?["']?(?=[\s,;>]|$)/i;
/** `<![LOG[the words]LOG]!><time="19:33:19.766-330" date="11-28-2014" …>` of CMTrace: the month is first. */
const CM_TRACE = /^<!\[LOG\[(.*)\]LOG\]!>/;
const MONTH_FIRST = /^(\d{1,2})-(\d{1,2})-(\d{4})$/;
const LONGEST = 4000;
/** So many lines can be above the first of such a log. */
const MOST_HEAD = 20;

/**
 * Returns the lines of a log that tell their day and their time in two fields, `date=2024-03-01 time=10:02:09`, in
 * either order. Lines between belong to the one above. Empty unless at least half of the lines do.
 */
export function readFieldStamps(lines: readonly Line[]): TrailingEntry[] {
  const found: TrailingEntry[] = [];
  let told = 0;
  for (const [index, { raw, role }] of lines.entries()) {
    if (role === "blank") continue;
    told += 1;
    const stamp = raw.length <= LONGEST && raw.includes("date=") ? stampOf(raw) : null;
    const open = found.at(-1);
    if (!open && !stamp && told > MOST_HEAD) return [];
    if (stamp) found.push({ at: index, words: [], stamp, text: [wordsOf(raw)], actor: null });
    else if (open) {
      open.words.push(index);
      open.text.push(raw.trimEnd());
    }
  }
  return found.length * 2 >= told ? found : [];
}

function stampOf(raw: string): Stamp | null {
  const [, date] = DATE.exec(raw) ?? [];
  const [, time, zone = ""] = TIME.exec(raw) ?? [];
  if (!date || !time) return null;
  const isTrace = CM_TRACE.test(raw);
  const day = isTrace ? date.replace(MONTH_FIRST, "$3-$1-$2") : date;
  const stamp = readStamp(`${day} ${time.replace(",", ".")}${isTrace ? fromBias(zone) : zone}`);
  return stamp?.date && stamp.clock && stamp.problem === null
    ? { ...stamp, statedText: `${date} ${time}${zone}` }
    : null;
}

/** The minutes from the local time to UTC, `-330`, as an offset, `+05:30`. */
function fromBias(written: string): string {
  if (!/^[+-]\d{1,3}$/.test(written)) return "";
  return formatOffset(-Number(written) * MINUTE_MS);
}

const wordsOf = (raw: string): string =>
  (CM_TRACE.exec(raw)?.[1] ?? raw.replace(DATE, " ").replace(TIME, " "))
    .replace(/\s+/g, " ")
    .replace(/^[ ,;]+/, "")
    .trim();
