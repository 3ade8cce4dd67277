import type { Clock } from "#importers/lex/clock.ts";
import type { DateMatch } from "#importers/lex/dates.ts";
import { resolveDay } from "#importers/lex/day-number.ts";
import { minutesApart } from "#importers/lex/same-moment.ts";
import type { ZoneToken } from "#importers/lex/zone-token.ts";
import { DAY_MINUTES, HALF_DAY_MINUTES } from "#lib/base/time/clock.ts";
import { MINUTE_MS } from "#lib/base/time/spans.ts";
import { instantOf } from "#lib/base/time/zones.ts";

/** An entry that goes back by less is out of order. */
const ROLL = 4 * 60;
/** An entry that goes back by this much is on the next day. Between the two it's unclear. */
const ROLL_AFTER_BREAK = HALF_DAY_MINUTES;

/**
 * Returns by how many days the day advances if the clock moves by `step` minutes, `again` if a new list restarts the
 * day, or `ask` if the time can be out of order or on another day.
 */
export function turnOf(step: number, isNewList: boolean, hasTurned: boolean): -1 | 0 | 1 | "again" | "ask" {
  if (step < -ROLL_AFTER_BREAK || (step === -ROLL_AFTER_BREAK && !isNewList)) return 1;
  if (step < -ROLL) return isNewList ? "again" : "ask";
  // A list that starts long after one that passed midnight can be of either day.
  if (step > ROLL && isNewList && hasTurned) return "ask";
  return step > DAY_MINUTES - ROLL && hasTurned ? -1 : 0;
}

/**
 * Returns the minutes by which one time zone is ahead of another on a day. 0 if one isn't stated or has several
 * meanings.
 */
export function zonesApart(one: ZoneToken | null, other: ZoneToken | null, day: number): number {
  if (one?.kind !== "zone" || other?.kind !== "zone" || one.zone === other.zone) return 0;
  const noon = (day * DAY_MINUTES + DAY_MINUTES / 2) * MINUTE_MS;
  const [at, otherAt] = [instantOf(noon, one.zone), instantOf(noon, other.zone)];
  return at.kind === "ok" && otherAt.kind === "ok"
    ? (Date.parse(otherAt.instant) - Date.parse(at.instant)) / MINUTE_MS
    : 0;
}

/** Returns whether two written zones are one on a day, or without a day could be: `PT` and `PDT`, `GMT` and `Z`. */
export function areSameZone(one: ZoneToken, other: ZoneToken | null, date: DateMatch | null): boolean {
  if (one.written === other?.written) return true;
  if (one.kind !== "zone" || other?.kind !== "zone") return false;
  const day = date?.kind === "day" ? resolveDay(date.day, null) : null;
  return day === null ? minutesApart(NOON, one, NOON, other) === 0 : zonesApart(one, other, day) === 0;
}
const NOON: Clock = { hour: 12, minute: 0, second: null, meridiem: null, is24: true, fraction: "", hourOnly: false };

const ENDS =
  /(?:^|[\s,(–-])(?:on\s)?(?:(?:the\s)?(?:next|following)\s(?:day|morning|afternoon|evening)|(?:the\s)?(?:day|morning)\safter)[\s.!)*_]*$/i;
const PLANS =
  /\b(?:will|would|should|shall|going to|to be|plan(?:s|ned)?|scheduled?|expect(?:s|ed)?|until|till|by|for|due)\b/i;

/** Returns whether the text of a time ends with words for the next day: "fixed next day". */
export const endsOnNextDay = (words: string): boolean => ENDS.test(words.slice(-60)) && !PLANS.test(words);
