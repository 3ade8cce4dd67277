import { DAY_MS } from "#lib/base/time/spans.ts";
import { clockIn } from "#lib/base/time/zoned-clock.ts";
import { instantOf, localMs } from "#lib/base/time/zones.ts";
import type { Preview } from "#lib/contract/import.ts";

const NEAR_MS = 180_000;
/** More marks would be impossible to distinguish in a strip. */
const MOST_DRAWN = 200;

/** The times of a file read in one time zone, against events with known times. All in milliseconds. */
export interface ZoneFit {
  times: number[];
  /** Known events near some of the times, in any time zone. */
  known: number[];
  /** How many times have a known event within 3 minutes. */
  met: number;
  from: number;
  to: number;
}

/** A time that states its own time zone, which no answer moves. */
const OWN_ZONE = /\b(?:UTC|GMT|Z|[A-Z]{1,3}[SD]T|CET|CEST)\b|[+-]\d{2}:?\d{2}$/;

/** Returns the local times of a preview that wait for a time zone, or were read in the chosen one. */
export function localTimes({ rows }: Pick<Preview, "rows">, answered: string | null): number[] {
  return rows.flatMap(({ choices, at, statedText }) => {
    const inUtc = choices.find(({ label }) => label.endsWith(" UTC"))?.at ?? null;
    const read = answered !== null && at !== null && !OWN_ZONE.test(statedText ?? "") ? clockIn(at, answered) : null;
    const local = inUtc !== null ? localMs(inUtc.slice(0, 19)) : read ? localMs(`${read.day}T${read.time}`) : null;
    return local === null ? [] : [local];
  });
}

/** Returns how those times would fall in each time zone. Null if nothing known is near enough to compare with. */
export function zoneFits(
  locals: readonly number[],
  known: readonly number[],
  zones: readonly string[],
): Map<string, ZoneFit> | null {
  const inZone = zones.map((zone) => ({
    zone,
    times: locals.flatMap((local) => {
      const result = instantOf(local, zone);
      return result.kind === "ok" ? [Date.parse(result.instant)] : [];
    }),
  }));
  const all = inZone.flatMap(({ times }) => times);
  if (all.length === 0) return null;
  const [first, last] = [Math.min(...all), Math.max(...all)];
  const near = known.filter((at) => at > first - DAY_MS / 2 && at < last + DAY_MS / 2).slice(0, MOST_DRAWN);
  if (near.length === 0) return null;
  const span = { from: Math.min(first, ...near), to: Math.max(last, ...near) };
  const isMet = (time: number) => near.some((at) => Math.abs(at - time) <= NEAR_MS);
  return new Map(
    inZone.map(({ zone, times }) => [zone, { times, known: near, met: times.filter(isMet).length, ...span }]),
  );
}
