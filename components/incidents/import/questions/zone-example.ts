import { clockOfMinutes, DAY_MINUTES } from "#lib/base/time/clock.ts";
import { MINUTE_MS } from "#lib/base/time/spans.ts";
import { clockIn } from "#lib/base/time/zoned-clock.ts";

const CLOCK = /\b(\d{1,2}):(\d{2})\b/;

/** "13:58 becomes 12:58 UTC": a stated time read in a time zone, near a moment. Null without one. */
export function zoneExample(stated: string | null, zone: string, aroundAt: string): string | null {
  const match = CLOCK.exec(stated ?? "");
  if (!match) return null;
  const { day, time } = clockIn(aroundAt, zone);
  const offset = Math.round(
    (Date.parse(`${day}T${time}Z`) - Math.floor(Date.parse(aroundAt) / 1000) * 1000) / MINUTE_MS,
  );
  const local = Number(match[1]) * 60 + Number(match[2]);
  const utc = (((local - offset) % DAY_MINUTES) + DAY_MINUTES) % DAY_MINUTES;
  const said = `${clockOfMinutes(local)}`;
  const read = clockOfMinutes(utc);
  return said === read ? `${said} stays ${said} UTC` : `${said} becomes ${read} UTC`;
}
