import { clockIn } from "#lib/base/time/zoned-clock.ts";

const DAYS = ["Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"] as const;
const MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"] as const;

/** "Tue 31 Jan 2017": the day of an instant on the clocks of a zone. */
export function dayWords(at: string, zone: string): string {
  const date = new Date(`${clockIn(at, zone).day}T00:00:00Z`);
  return `${DAYS[date.getUTCDay()]} ${date.getUTCDate()} ${MONTHS[date.getUTCMonth()]} ${date.getUTCFullYear()}`;
}

/** "Tue 31 Jan 2017, 23:27:10 UTC": an instant on the clocks of a zone. */
export function instantWords(at: string, zone: string, withSeconds = false): string {
  const { time } = clockIn(at, zone);
  return `${dayWords(at, zone)}, ${withSeconds ? time : time.slice(0, 5)} ${zone}`;
}

/** A moment as it can be typed again: "31 Jan 2017 23:27:10" on the clocks of a zone. */
export function typedWords(at: string, zone: string, withSeconds: boolean): string {
  const { day, time } = clockIn(at, zone);
  const date = `${Number(day.slice(8))} ${MONTHS[Number(day.slice(5, 7)) - 1]} ${day.slice(0, 4)}`;
  return `${date} ${withSeconds ? time : time.slice(0, 5)}`;
}
