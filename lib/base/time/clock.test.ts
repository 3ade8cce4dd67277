import { expect, it } from "vitest";
import { clockOfMinutes, HALF_DAY_MINUTES, minutesOf, twoDigits } from "./clock.ts";

it.each([
  [{ hour: 0, minute: 0 }, 0],
  [{ hour: 10, minute: 30 }, 630],
  [{ hour: 12, minute: 0 }, HALF_DAY_MINUTES],
  [{ hour: 14, minute: null }, 840],
  [null, 0],
  [undefined, 0],
])("counts the minutes of %j since midnight", (clock, minutes) => {
  expect(minutesOf(clock)).toBe(minutes);
});

it.each([
  [0, "00:00"],
  [62, "01:02"],
  [119, "01:59"],
  [1439, "23:59"],
])("%i minutes after midnight it is %s", (minutes, clock) => {
  expect(clockOfMinutes(minutes)).toBe(clock);
});

it("writes two digits, and zeros for parts that were not read", () => {
  expect([7, 12, null].map(twoDigits)).toEqual(["07", "12", "00"]);
});
