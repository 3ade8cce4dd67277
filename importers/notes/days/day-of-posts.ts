import type { Clock } from "#importers/lex/clock.ts";
import { resolveDay } from "#importers/lex/day-number.ts";
import type { Stamp } from "#importers/lex/stamp-type.ts";
import { DAY_MINUTES, minutesOf } from "#lib/base/time/clock.ts";
import type { Entry } from "../lines/entry.ts";
import { zonesApart } from "./day-turns.ts";

/** So many minutes before the first post, and after the last one, its story can start and end. */
const BEFORE = 180;
const AFTER = 180;

/**
 * Gives the times of a post-mortem without a day that of the posts above or below it, if those are all on one day, and
 * every time is near them then. Otherwise they are asked for.
 */
export function onDayOfPosts(entries: readonly Entry[]): void {
  const posts = entries.filter(({ isPost, stamp }) => isPost === true && stamp.date?.kind === "day" && stamp.clock);
  const open = entries.filter(({ isPost, stamp }) => !isPost && stamp.prose && stamp.clock !== null);
  const [first] = posts;
  const date = first?.stamp.date;
  const day = date?.kind === "day" && date.day.year !== null ? resolveDay(date.day, null) : null;
  const zone = first?.stamp.zone ?? null;
  if (!date || day === null || posts.length < 2 || open.length === 0 || !posts.every((post) => isOf(post, day, zone)))
    return;
  if (open.length + posts.length < entries.length || !open.every(hasNoDay)) return;
  const times = posts.flatMap(({ stamp: { clock } }) => (clock ? [minutesOf(clock)] : []));
  const [from, until] = [Math.min(...times) - BEFORE, Math.max(...times) + AFTER];
  const isNear = ({ stamp }: Entry) => {
    const at = (stamp.clock ? minutesOf(stamp.clock) : 0) - zonesApart(stamp.zone, zone, day);
    return at >= Math.max(0, from) && at <= Math.min(DAY_MINUTES - 1, until);
  };
  if (!open.every(isNear)) return;
  for (const entry of open) entry.stamp = { ...entry.stamp, date };
}

const isOf = ({ stamp }: Entry, day: number, zone: Entry["stamp"]["zone"]): boolean =>
  stamp.date?.kind === "day" && resolveDay(stamp.date.day, null) === day && zonesApart(stamp.zone, zone, day) === 0;

const hasNoDay = ({ stamp: { date, weekday, dayWord, end, clock } }: Entry): boolean =>
  date === null && weekday === null && dayWord === null && (end === null || endsLater(end, clock));

/** "19:00 to 20:00" is on one day, and "23:00 to 01:00" on two. */
const endsLater = (end: NonNullable<Stamp["end"]>, clock: Clock | null): boolean =>
  end.date === null && end.clock !== null && clock !== null && minutesOf(end.clock) >= minutesOf(clock);
