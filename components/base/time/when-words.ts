import { instantWords } from "#lib/base/time/instant-words.ts";
import type { WhenReading } from "./parse-when.ts";

/** Returns the meaning of a typed moment, for the line next to its field. */
export function readingWords(reading: WhenReading): string {
  if (!reading.ok) return reading.reason;
  if (reading.precision === "day") return `${instantWords(reading.at, reading.zone).split(",")[0]}, no time of day`;
  const words = instantWords(reading.at, reading.zone, reading.precision === "exact");
  return reading.precision === "approx" ? `about ${words}` : words;
}
