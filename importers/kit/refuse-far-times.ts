import type { NormalizedEvent, ParseResult, Reject } from "#importers/base/importer.ts";
import { isFarOff, YEARS_WORDS } from "#lib/base/time/far-off.ts";

/** An instant with a year of four digits, none of them the year 0, needs no closer look. */
const isPlain = (at: string): boolean => at.length === 24 && at.charAt(4) === "-" && !at.startsWith("0000");

const isFar = (at: string | null): boolean => at !== null && !isPlain(at) && isFarOff(at);

/** Events whose year no timeline can hold become rejects; an end of that kind is left out. */
export function refuseFarTimes({ events, rejects, context }: ParseResult): ParseResult {
  if (!events.some(({ at, endAt }) => isFar(at) || isFar(endAt))) return { events, rejects: sorted(rejects), context };
  const far = events.filter(({ at }) => isFar(at));
  return {
    events: events.flatMap(withoutFar),
    rejects: sorted([...rejects, ...far.map(rejectOf)]),
    context,
  };
}

const sorted = (rejects: readonly Reject[]): Reject[] => rejects.toSorted((one, other) => one.line - other.line);

const withoutFar = (event: NormalizedEvent): NormalizedEvent[] =>
  isFar(event.at) ? [] : isFar(event.endAt) ? [{ ...event, endAt: null }] : [event];

const rejectOf = ({ line, statedText, at, title, body }: NormalizedEvent) => ({
  line,
  reason: `${statedText ?? at} is no time of an incident: give ${YEARS_WORDS}.`,
  text: [title, body].filter((part) => part !== "").join("\n"),
});
