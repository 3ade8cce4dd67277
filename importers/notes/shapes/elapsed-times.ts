import type { Clock } from "#importers/lex/clock.ts";
import { minutesOf } from "#lib/base/time/clock.ts";
import type { Entry } from "../lines/entry.ts";
import type { Prose } from "../lines/prose.ts";

/** Words that mean that times count from a start. */
const ELAPSED =
  /\b(?:elapsed|relative (?:times?|to)|(?:minutes|seconds|hours|times?) (?:since|after|into)|(?:since|after|from) (?:the )?(?:start|beginning|first|incident|outage|alert|t0|zero)|t\+)|\bmm:ss\b/i;
const OF_TIMES = /\btime(?:s|stamps)? (?:are|is|count)\b/i;
const MINUTES = /\b(?:mm:ss|minutes and seconds)\b/i;
const HOURS = /\b(?:hh?:mm|hours and minutes)\b/i;

/**
 * Finds times from 00:00 that count from a start, if a title or the text above the list says so. They are offsets from
 * T0 if the text names it, otherwise their hour is asked for.
 */
export function readElapsed(entries: readonly Entry[], prose: readonly Prose[]): void {
  const [first] = entries;
  const isBare = ({ stamp }: Entry) =>
    stamp.clock?.meridiem === null && stamp.date === null && stamp.zone === null && stamp.relativeSeconds === null;
  if (!first?.stamp.clock || minutesOf(first.stamp.clock) !== 0 || !entries.every(isBare)) return;
  const said = prose.find(
    ({ place, role, text }) =>
      (role === "heading" || place === "timeline" || place === "title" || OF_TIMES.test(text)) && ELAPSED.test(text),
  );
  if (!said) return;
  for (const entry of entries) {
    const { clock } = entry.stamp;
    const relativeSeconds = clock && secondsOf(clock, said.text);
    const problem = relativeSeconds === null ? ({ kind: "open" } as const) : null;
    entry.stamp = { ...entry.stamp, clock: null, relativeSeconds, problem };
  }
}

/** Null if it's unclear whether `00:05` is minutes or seconds. */
function secondsOf(clock: Clock, said: string): number | null {
  if (clock.second !== null || HOURS.test(said)) return minutesOf(clock) * 60 + (clock.second ?? 0);
  return MINUTES.test(said) ? minutesOf(clock) : null;
}
