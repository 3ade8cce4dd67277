import { clockIn } from "#lib/base/time/zoned-clock.ts";

const CLOCK = /\b(\d{1,2}):(\d{2})\b/;
const DAY_MINUTES = 1440;

/** "13:58 becomes 12:58 UTC": a stated time read in a time zone, near a moment. Null without one. */
export function zoneExample(stated: string | null, zone: string, aroundAt: string): string | null {
  const match = CLOCK.exec(stated ?? "");
  if (!match) return null;
  const { day, time } = clockIn(aroundAt, zone);
  const offset = Math.round((Date.parse(`${day}T${time}Z`) - Math.floor(Date.parse(aroundAt) / 1000) * 1000) / 60_000);
  const local = Number(match[1]) * 60 + Number(match[2]);
  const utc = (((local - offset) % DAY_MINUTES) + DAY_MINUTES) % DAY_MINUTES;
  const two = (value: number) => String(value).padStart(2, "0");
  const said = `${match[1]?.padStart(2, "0")}:${match[2]}`;
  const read = `${two(Math.floor(utc / 60))}:${two(utc % 60)}`;
  return said === read ? `${said} stays ${said} UTC` : `${said} becomes ${read} UTC`;
}
