import { describe, expect, it } from "vitest";
import { parseSource } from "#importers/open/parse-source.ts";
import { textInput } from "#importers/testing/fixtures.ts";

const read = (json: unknown) =>
  parseSource(textInput(JSON.stringify(json), "any.json"), { zone: "Europe/Berlin" }).events.map(
    ({ at, endAt, precision }) => [at, endAt, precision],
  );

const DAY = { year: 2024, month: 3, day: 1 };
const AT = "2024-03-01T11:05:09.000Z";

describe("a time in parts", () => {
  it.each<[string, unknown, string]>([
    ["an object of numbers", { ...DAY, hour: 12, minute: 5, second: 9 }, AT],
    [
      "an object of digits",
      { year: "2024", month: "03", day: "01", hour: "12", minute: "05", second: "09", millisecond: "" },
      AT,
    ],
    ["parts in any order", { minute: 5, hour: 12, second: 9, ...DAY }, AT],
    ["names in the plural", { ...DAY, hours: 12, minutes: 5, seconds: 9, nanos: 0 }, AT],
    [
      "the names of Java",
      { dayOfMonth: 1, dayOfWeek: "FRIDAY", month: "MARCH", monthValue: 3, year: 2024, hour: 12, minute: 5, second: 9 },
      AT,
    ],
    ["a date and a time", { date: DAY, time: { hour: 12, minute: 5, second: 9, nano: 0 } }, AT],
    ["an offset", { ...DAY, hour: 12, minute: 5, second: 9, offset: "+03:00" }, "2024-03-01T09:05:09.000Z"],
    ["UTC", { ...DAY, hour: 12, minute: 5, second: 9, utcOffset: "Z" }, "2024-03-01T12:05:09.000Z"],
    ["a list", [2024, 3, 1, 12, 5, 9], AT],
    ["a list with nanoseconds", [2024, 3, 1, 12, 5, 9, 123_000_000], AT],
  ])("is read from %s", (_what, time, at) => {
    expect(read({ title: "The disk is full", started_at: time })).toEqual([[at, null, "exact"]]);
  });

  it("is as precise as its parts", () => {
    expect(read({ title: "The disk is full", start_date: { ...DAY, hour: 12, minute: 5 } })).toEqual([
      ["2024-03-01T11:05:00.000Z", null, "minute"],
    ]);
    expect(read({ title: "The disk is full", start_date: DAY })[0]?.[2]).toBe("day");
    expect(read({ title: "The disk is full", created: [2024, 3, 1] })[0]?.[2]).toBe("day");
  });

  it("can be an end", () => {
    const end = { ...DAY, hour: 13, minute: 0 };
    expect(read({ text: "The disk is full", start_date: { ...DAY, hour: 12, minute: 5 }, end_date: end })).toEqual([
      ["2024-03-01T11:05:00.000Z", "2024-03-01T12:00:00.000Z", "minute"],
    ]);
  });

  it("is read in every record of a list below a title", () => {
    const events = [DAY, { ...DAY, day: 2 }].map((day, at) => ({
      start_date: { ...day, hour: 12, minute: at },
      text: { headline: "Assignee", text: `Assigned to person ${at}` },
    }));
    expect(read({ title: { text: { headline: "The outage of the shop" } }, events }).map(([at]) => at)).toEqual([
      "2024-03-01T11:00:00.000Z",
      "2024-03-02T11:01:00.000Z",
    ]);
  });

  it.each<[string, unknown]>([
    ["a month that doesn't exist", { year: 2024, month: 13, day: 1, hour: 12, minute: 5 }],
    ["a day that doesn't exist", [2024, 2, 31, 12, 5, 9]],
    ["a clock without a day", { hour: 12, minute: 5 }],
    ["a list of measurements", [2024, 3, 99]],
    ["a year alone", { year: 2024 }],
  ])("isn't read from %s", (_what, time) => {
    expect(read({ title: "The disk is full", started_at: time, at: "2024-03-01T08:00:00Z" })).toEqual([
      ["2024-03-01T08:00:00.000Z", null, "exact"],
    ]);
  });
});
