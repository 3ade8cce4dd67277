import { DAY_MS } from "#lib/base/time/spans.ts";
import type { Line } from "../lines/lines.ts";
import { stampedLine } from "./log-stamps.ts";
import type { TrailingEntry } from "./trailing.ts";

const COUNTED = /(?<![\w.:/-])1\d{9}(?![\w.:/-])/g;
const DAY = /(?<![\w.:/-])(?:19|20)\d\d([./-]?)\d\d\1\d\d(?![\w.:/-])/g;
const LONGEST = 4000;
const LEAST = 2;

/** Returns the lines of a log that all contain seconds since 1970 as a field, and the day of those seconds as another. */
export function readCountedFields(lines: readonly Line[]): TrailingEntry[] {
  const found: TrailingEntry[] = [];
  for (const [index, { raw, role }] of lines.entries()) {
    if (role === "blank") continue;
    const entry = raw.length <= LONGEST ? countedField(index, raw) : null;
    if (!entry) return [];
    found.push(entry);
  }
  return found.length >= LEAST ? found : [];
}

function countedField(at: number, raw: string): TrailingEntry | null {
  const [seconds, ...more] = raw.match(COUNTED) ?? [];
  if (seconds === undefined || more.length > 0) return null;
  const time = Number(seconds) * 1000;
  const day = raw.match(DAY)?.find((written) => {
    const digits = written.replace(/\D/g, "");
    const start = Date.UTC(Number(digits.slice(0, 4)), Number(digits.slice(4, 6)) - 1, Number(digits.slice(6)));
    return time >= start - DAY_MS && time < start + 2 * DAY_MS;
  });
  if (day === undefined) return null;
  const text = raw
    .replace(seconds, "")
    .replace(day, "")
    .replaceAll("<;>", "; ")
    .replace(/^[\s|;,-]+/, "");
  return stampedLine(at, new Date(time).toISOString(), seconds, text);
}
