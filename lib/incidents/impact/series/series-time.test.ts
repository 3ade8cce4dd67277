import { describe, expect, it } from "vitest";
import { readSeriesTime } from "./series-time.ts";

const AT = "2026-03-04T09:00:00.000Z";

describe("a time of a series", () => {
  it.each([
    ["1772614800", AT],
    ["1772614800.25", "2026-03-04T09:00:00.250Z"],
    ["1772614800000", AT],
    ["1772614800000000", AT],
    ["1772614800000000000", AT],
    ["99999999999", "5138-11-16T09:46:39.000Z"],
    ["100000000000", "1973-03-03T09:46:40.000Z"],
    ["99999999999999", "5138-11-16T09:46:39.999Z"],
    ["100000000000000", "1973-03-03T09:46:40.000Z"],
    ["100000000", "1973-03-03T09:46:40.000Z"],
    [" 2026-03-04T09:00:00Z ", AT],
    ["2026/03/04 09:00 utc", AT],
    ["2026-03-04T10:00:00+01:00", AT],
    ["2026-03-04T10:00:00 +0100", AT],
    ["2026-03-04T04:00-05", AT],
    ["2026-03-04 09:00:00.5Z", "2026-03-04T09:00:00.500Z"],
    ["2026-03-04 09:00:00,1239Z", "2026-03-04T09:00:00.123Z"],
  ])("is read from %j", (text, at) => expect(readSeriesTime(text)).toEqual({ at }));

  it("counts in the zone that is given, unless it states its own", () => {
    expect(readSeriesTime("2026-03-04 10:00", "Europe/Paris")).toEqual({ at: AT });
    expect(readSeriesTime("2026-03-04 09:00Z", "Europe/Paris")).toEqual({ at: AT });
    expect(readSeriesTime("2026-03-04 10:00")).toEqual({ needsZone: true });
  });

  it.each(["2026-10-25 02:30", "2026-03-29 02:30"])("has no single instant when clocks change: %s", (text) => {
    expect(readSeriesTime(text, "Europe/Paris")).toEqual({ unreal: true });
  });

  it.each(["", "soon", "12345678", "2026-02-30 10:00Z", "2026-03-04", "2026-03-04 10:00+25:00", "2026-03-04 25:00Z"])(
    "isn't read from %j",
    (text) => expect(readSeriesTime(text)).toBeNull(),
  );

  it("has a year of four digits", () => {
    expect(readSeriesTime("253402300799")).toEqual({ at: "1978-01-11T21:31:40.799Z" });
    expect(readSeriesTime("9999999999999999999")).toEqual({ at: "2286-11-20T17:46:40.000Z" });
  });
});
