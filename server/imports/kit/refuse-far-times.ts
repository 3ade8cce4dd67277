import { isFarOff, YEARS_WORDS } from "#lib/calendar/far-off.ts";
import type { NormalizedEvent, ParseResult } from "../importer.ts";

/** A year of four digits, none of them the year 0, needs no closer look. */
const PLAIN = /^(?!0000)\d{4}-\d{2}-\d{2}T[\d:.]+Z$/;

const isFar = (at: string | null): boolean => at !== null && !PLAIN.test(at) && isFarOff(at);

/** Events whose year no timeline can hold become rejects; an end of that kind is left out. */
export function refuseFarTimes({ events, rejects, context }: ParseResult): ParseResult {
  const far = events.filter(({ at }) => isFar(at));
  const isClean = far.length === 0 && !events.some(({ endAt }) => isFar(endAt));
  return {
    events: isClean ? events : events.flatMap(withoutFar),
    rejects: [...rejects, ...far.map(rejectOf)].sort((one, other) => one.line - other.line),
    context,
  };
}

const withoutFar = (event: NormalizedEvent): NormalizedEvent[] =>
  isFar(event.at) ? [] : isFar(event.endAt) ? [{ ...event, endAt: null }] : [event];

const rejectOf = ({ line, statedText, at, title, body }: NormalizedEvent) => ({
  line,
  reason: `${statedText ?? at} is no time of an incident: give ${YEARS_WORDS}.`,
  text: [title, body].filter((part) => part !== "").join("\n"),
});
