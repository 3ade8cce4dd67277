import { DAY_MINUTES, HALF_DAY_MINUTES, minutesOf } from "#lib/base/time/clock.ts";
import { MINUTE_MS } from "#lib/base/time/spans.ts";
import { formatOffset, instantOf } from "#lib/base/time/zones.ts";
import type { Clock } from "./clock.ts";
import type { ZoneToken } from "./zone-token.ts";

/** A day in winter and one in summer, in either hemisphere. */
const SEASONS = [Date.UTC(2024, 0, 15, 12), Date.UTC(2024, 6, 15, 12)];

/** Offset of a time zone from UTC in minutes: one, or one for winter and one for summer. */
function shiftsOf(zone: string): number[] {
  return SEASONS.flatMap((noon) => {
    const at = instantOf(noon, zone);
    return at.kind === "ok" ? (noon - Date.parse(at.instant)) / MINUTE_MS : [];
  });
}

/**
 * Returns by how many minutes two times of day, each in its time zone, fail to be one moment, on any day and in any
 * season. 0 if they can be one, null if a time zone has several meanings.
 */
export function minutesApart(one: Clock, zone: ZoneToken, other: Clock, otherZone: ZoneToken): number | null {
  if (zone.kind !== "zone" || otherZone.kind !== "zone") return null;
  const shifts = shiftsOf(otherZone.zone);
  const apart = shiftsOf(zone.zone).flatMap((shift) =>
    shifts.map((otherShift) => {
      const step = (minutesOf(one) - shift - minutesOf(other) + otherShift + 3 * DAY_MINUTES) % DAY_MINUTES;
      return Math.min(step, DAY_MINUTES - step);
    }),
  );
  return apart.length === 0 ? null : Math.min(...apart);
}

/** Returns whether the offset of a time zone depends on the season. */
export const hasSeasons = ({ zone }: { zone: string }): boolean => new Set(shiftsOf(zone)).size > 1;

/** Offsets in minutes that aren't whole hours. */
const ODD_OFFSETS = new Set([-570, -210, -150, 210, 270, 330, 345, 390, 525, 570, 630]);
const FARTHEST = 11 * 60;

/** Returns the offset of a local time from the same moment in another time zone, `-08:00`. Null if it is ambiguous. */
export function offsetBeside(local: Clock, other: Clock, { zone }: { zone: string }): string | null {
  const [shift = 0, ...more] = new Set(shiftsOf(zone));
  if (more.length > 0) return null;
  const apart =
    ((minutesOf(local) - minutesOf(other) + shift + DAY_MINUTES + HALF_DAY_MINUTES) % DAY_MINUTES) - HALF_DAY_MINUTES;
  if (apart % 60 !== 0 && !ODD_OFFSETS.has(apart)) return null;
  if (Math.abs(apart) > FARTHEST) return null;
  return formatOffset(apart * MINUTE_MS);
}

/** Returns whether two clocks of one moment show the same day. */
export const areOnOneDay = (one: Clock, other: Clock): boolean =>
  Math.abs(minutesOf(one) - minutesOf(other)) <= FARTHEST;
