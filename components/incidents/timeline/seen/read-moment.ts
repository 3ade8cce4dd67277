import { noonOf } from "#components/base/time/noon-of.ts";
import { parseWhen, type WhenReading } from "#components/base/time/parse-when.ts";
import { addDays, daysBetween } from "#lib/base/time/local-date.ts";

interface StoryDays {
  zone: string;
  /** Local days of the first and the last event in that time zone. Null while nothing has a time. */
  firstDay: string | null;
  lastDay: string | null;
  /** Local time of the first event: "21:31:10". */
  firstTime: string;
  nowMs: number;
}

const BARE = /^(\d{1,2}:\d{2}(?::\d{2})?)(?:\s*\+(\d))?$/;

/**
 * Reads the moment of a reading. A time alone is on the first of the story's days on which it is after the first event.
 * "+1" means the next day.
 */
export function readMoment(text: string, days: StoryDays): WhenReading | null {
  const { zone, firstDay, lastDay, firstTime, nowMs } = days;
  const bare = BARE.exec(text.trim());
  if (!bare || firstDay === null) return parseWhen(text, { nowMs, zone, nearAt: noonOf(firstDay) });
  const typed = bare[1] ?? "";
  const time = typed.indexOf(":") === 1 ? `0${typed}` : typed;
  const isBefore = time.padEnd(8, ":00") < firstTime;
  const hasNext = lastDay !== null && daysBetween(firstDay, lastDay) > 0;
  const plus = bare[2] === undefined ? (isBefore && hasNext ? 1 : 0) : Number(bare[2]);
  const day = addDays(firstDay, plus);
  return parseWhen(`${day} ${time}`, { nowMs, zone });
}
