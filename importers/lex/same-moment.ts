import { MINUTE_MS } from "#lib/base/time/spans.ts";
import { instantOf } from "#lib/base/time/zones.ts";
import type { Clock } from "./clock.ts";
import type { ZoneToken } from "./zone-token.ts";

const DAY = 24 * 60;
/** A day in winter and one in summer, in either hemisphere. */
const SEASONS = [Date.UTC(2024, 0, 15, 12), Date.UTC(2024, 6, 15, 12)];

const minutesOf = ({ hour, minute }: Clock): number => hour * 60 + (minute ?? 0);

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
      const step = (minutesOf(one) - shift - minutesOf(other) + otherShift + 3 * DAY) % DAY;
      return Math.min(step, DAY - step);
    }),
  );
  return apart.length === 0 ? null : Math.min(...apart);
}
