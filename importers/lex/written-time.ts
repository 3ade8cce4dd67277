import { dayOfYear, isoDay } from "#lib/base/time/calendar-day.ts";
import { twoDigits } from "#lib/base/time/clock.ts";
import { toInstant } from "#lib/base/time/zones.ts";
import { resolveDay } from "./day-number.ts";
import { readStamp } from "./stamp.ts";

/** "Wed May 13 07:57:11 UTC 2020", "Wed May 13 07:57:11 2020 +0200": the year is after the time. */
const YEAR_LAST =
  /^(?:[A-Z][a-z]{2},? )?([A-Z][a-z]{2}) {1,2}(\d{1,2}) (\d{1,2}:\d{2}:\d{2}(?:\.\d{1,9})?) (?:([A-Z]{2,5}|[+-]\d{4}) )?(\d{4})(?: ([A-Z]{2,5}|[+-]\d{4}))?$/;
/** Matches text that programs write after an offset: "+0000 UTC m=+0.01", "Z[UTC]". */
const BESIDE_OFFSET = /(?<=[+-]\d{2}:?\d{2}) [A-Z]{2,5}(?: m=[+\-\d.]{1,30})?$|\[[A-Za-z_/]{2,40}\]$/;
const DOTNET = /^\/Date\((-?\d{9,17})(?:[+-]\d{4})?\)\/$/;
const COMPACT = /^(\d{4})(\d{2})(\d{2})T(\d{2})(\d{2})(\d{2}(?:[.,]\d{1,9})?)(Z?|[+-]\d{2}:?\d{2})$/;
/** Days by their number in the year, `2026-064T14:02:11`, `2026.064 14:02:11`. */
const OF_YEAR = /^(\d{4})[-.](\d{3})(?=[T ]|$)/;
const LIKELY = /\d[:./-]\d|\d \d/;
const LONGEST = 60;
const MINUTE = "yyyy-mm-ddThh:mm".length;

/** A time as people and programs write it ("9/30/2018 7:04 PM", "2020-07-20 14:55 (UTC)"), as ISO 8601. */
export type WrittenTime = { kind: "iso"; iso: string } | { kind: "order_unknown" };

/** Reads a time that fills the whole text. Null for other text, or without a year. */
export function readWrittenTime(stated: string): WrittenTime | null {
  const epoch = DOTNET.exec(stated);
  if (epoch) return { kind: "iso", iso: new Date(Number(epoch[1])).toISOString() };
  if (COMPACT.test(stated)) return { kind: "iso", iso: stated.replace(COMPACT, "$1-$2-$3T$4:$5:$6$7") };
  const counted = countedDay(stated);
  if (counted !== null) return { kind: "iso", iso: counted };
  if (stated.length > LONGEST || !LIKELY.test(stated)) return null;
  const [, month, dayOfMonth, time, within, year, behind] = YEAR_LAST.exec(stated) ?? [];
  const text = year
    ? `${dayOfMonth} ${month} ${year} ${time} ${within ?? behind ?? ""}`.trim()
    : stated.replace(BESIDE_OFFSET, "");
  const stamp = readStamp(text);
  if (!stamp?.date || stamp.textStart < text.length || stamp.end || stamp.problem || stamp.prose) return null;
  if (stamp.date.kind === "slashed") return stamp.date.year === null ? null : { kind: "order_unknown" };
  if (stamp.date.kind !== "day" || stamp.date.day.year === null) return null;
  const { clock, zone } = stamp;
  const day = isoDay(resolveDay(stamp.date.day, null) ?? 0);
  if (clock === null) return { kind: "iso", iso: day };
  const seconds = clock.second === null ? "" : `:${twoDigits(clock.second)}${clock.fraction && `.${clock.fraction}`}`;
  const local = `${day}T${twoDigits(clock.hour)}:${twoDigits(clock.minute)}${seconds}`;
  if (zone?.kind !== "zone") return { kind: "iso", iso: local };
  const instant = toInstant(clock.second === null ? `${local}:00` : local, zone.zone);
  if (instant.kind !== "ok") return null;
  // A time to the minute is no more exact in UTC.
  return { kind: "iso", iso: clock.second === null ? `${instant.instant.slice(0, MINUTE)}Z` : instant.instant };
}

/** Converts a day of the year to a day of a month. Null for other text. */
function countedDay(stated: string): string | null {
  const [whole = "", year, days = ""] = OF_YEAR.exec(stated) ?? [];
  const day = whole === "" ? null : dayOfYear(Number(year), Number(days));
  return day === null ? null : `${day}${stated.slice(whole.length)}`;
}
