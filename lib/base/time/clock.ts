export const DAY_MINUTES = 24 * 60;
export const HALF_DAY_MINUTES = DAY_MINUTES / 2;

/** A time of day as it was read. `minute` is null for "at 14h". */
export interface ClockParts {
  hour: number;
  minute: number | null;
}

/** Returns the minutes since midnight. An unread minute counts as 0, and so does a missing clock. */
export const minutesOf = (clock: ClockParts | null | undefined): number =>
  (clock?.hour ?? 0) * 60 + (clock?.minute ?? 0);

/** Returns a part of a clock or a date with two digits: 7 is "07". An unread part is "00". */
export const twoDigits = (value: number | null): string => String(value ?? 0).padStart(2, "0");

/** Returns the clock at so many minutes since midnight: 62 is "01:02". */
export const clockOfMinutes = (minutes: number): string =>
  `${twoDigits(Math.floor(minutes / 60))}:${twoDigits(minutes % 60)}`;
