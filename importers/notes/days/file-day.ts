import { matchDate } from "#importers/lex/dates.ts";
import { resolveDay } from "#importers/lex/day-number.ts";
import { SHORT_MONTH } from "#lib/base/time/local-date.ts";

/** Files named by the day on which they were created. */
const OTHER = /\b(?:meeting|minutes|export(?:ed)?|download(?:ed)?|backup|draft)\b/i;
const START = new RegExp(String.raw`(?<![\dA-Za-z])(?=\d|${SHORT_MONTH})|(?<=[A-Za-z])(?=(?:19|20)\d{6}(?!\d))`, "gi");

/** Returns the day in a file's name: `2020-06-11-outage.md`, `INC_20200611.txt`, `11-june-2020.md`. */
export function fileDay(filename: string): number | null {
  const name = filename
    .slice(filename.lastIndexOf("/") + 1)
    .replace(/\.[A-Za-z]{1,8}$/, "")
    .replaceAll("_", "-");
  if (OTHER.test(name)) return null;
  // "27Dec2014_Log" ends where its words do.
  return dayIn(name) ?? dayIn(name.replaceAll("-", " "));
}

function dayIn(name: string): number | null {
  for (const start of name.matchAll(START)) {
    const match = matchDate(name, start.index);
    if (match?.kind === "day" && match.day.year !== null) return resolveDay(match.day, null);
  }
  return null;
}
