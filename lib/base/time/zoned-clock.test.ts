import { expect, it } from "vitest";
import { daysBetween } from "./local-date.ts";
import { clockIn, eventClock, zoneNameAt } from "./zoned-clock.ts";

const AT = "2017-01-31T23:27:10.000Z";

it.each([
  ["UTC", "2017-01-31", "23:27:10"],
  ["Europe/Berlin", "2017-02-01", "00:27:10"],
  ["+05:30", "2017-02-01", "04:57:10"],
  ["Nowhere/Land", "2017-01-31", "23:27:10"],
])("in %s it is %s %s", (zone, day, time) => expect(clockIn(AT, zone)).toEqual({ day, time }));

it.each([
  ["exact", null, "23:27:10", null],
  ["minute", null, "23:27", null],
  ["approx", null, "±23:27", null],
  ["hour", null, "23:27", "to 00:27:10"],
  ["day", null, "31 Jan", "hour unknown"],
  ["unknown", null, "", null],
  ["exact", "2017-01-31T23:40:00Z", "23:27:10", "to 23:40"],
] as const)("%s until %s reads %s", (precision, endAt, text, below) => {
  expect(eventClock({ at: AT, endAt, precision }, "UTC")).toEqual({ text, below });
});

it("leaves out seconds that are zero", () => {
  const event = { at: "2017-01-31T21:00:00Z", endAt: null, precision: "exact" as const };
  expect(eventClock(event, "UTC").text).toBe("21:00");
});

it("counts days across the end of a month", () => expect(daysBetween("2017-01-31", "2017-02-01")).toBe(1));

it("names the zone of this process at a moment", () => {
  expect(zoneNameAt(new Date(AT))).toMatch(/^(UTC|GMT|[A-Z]{2,5})([+-]\d{1,2}(:\d{2})?)?$/);
});
