import { isFarOff, YEARS_WORDS } from "#lib/calendar/far-off.ts";
import type { NormalizedEvent, ParseResult } from "../importer.ts";

const isFar = (at: string | null): boolean => at !== null && isFarOff(at);

/** Events whose year no timeline can hold become rejects; an end of that kind is left out. */
export function refuseFarTimes({ events, rejects, context }: ParseResult): ParseResult {
  const far = events.filter(({ at }) => isFar(at));
  return {
    events: events.flatMap((event) =>
      isFar(event.at) ? [] : isFar(event.endAt) ? [{ ...event, endAt: null }] : [event],
    ),
    rejects: [...rejects, ...far.map(rejectOf)].sort((one, other) => one.line - other.line),
    context,
  };
}

const rejectOf = ({ line, statedText, at, title, body }: NormalizedEvent) => ({
  line,
  reason: `${statedText ?? at} is no time of an incident: give ${YEARS_WORDS}.`,
  text: [title, body].filter((part) => part !== "").join("\n"),
});
