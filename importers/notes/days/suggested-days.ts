import type { SuggestedDay } from "#importers/base/importer.ts";
import { oneLine } from "#importers/base/words.ts";
import { resolveDay } from "#importers/lex/day-number.ts";
import { findDates } from "#importers/lex/find-dates.ts";
import { plainText } from "#importers/lex/markdown.ts";
import { isoDay } from "#lib/base/time/calendar-day.ts";
import type { Prose } from "../lines/prose.ts";
import { fileDay } from "./file-day.ts";
import { sentenceAround } from "./said-dates.ts";

const MOST = 5;
const TEXT_LENGTH = 160;

/**
 * Returns the days that a text mentions anywhere, for a person who is asked for the day of its timeline: each once,
 * with its line.
 */
export function suggestDays(prose: readonly Prose[], filename: string, anchor: number | null): SuggestedDay[] {
  const named = fileDay(filename);
  const found: SuggestedDay[] = named === null ? [] : [{ date: isoDay(named), line: 0, text: filename }];
  for (const { line, text } of prose) {
    for (const one of findDates(text)) {
      const day = resolveDay(one.day, anchor);
      if (day === null || found.some(({ date }) => date === isoDay(day))) continue;
      found.push({ date: isoDay(day), line, text: oneLine(plainText(sentenceAround(text, one)), TEXT_LENGTH) });
      if (found.length === MOST) return found;
    }
  }
  return found;
}
