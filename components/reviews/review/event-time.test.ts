import { describe, expect, it } from "vitest";
import { certaintyOf, clockOf, dayMark } from "./event-time.ts";

describe("an event's time in a review", () => {
  it.each([
    [{ at: "2017-01-31T23:27:00.000Z", precision: "minute" }, "23:27"],
    [{ at: "2017-01-31T23:27:08.000Z", precision: "exact" }, "23:27:08"],
    [{ at: "2017-01-31T17:20:00.000Z", precision: "approx" }, "±17:20"],
    [{ at: "2017-01-31T00:00:00.000Z", precision: "day" }, "all day"],
    [{ at: null, precision: "unknown" }, ""],
  ] as const)("%o reads %s", (event, words) => {
    expect(clockOf(event)).toBe(words);
  });

  it("marks the days after the first", () => {
    expect(dayMark("2017-02-01T17:00:00Z", "2017-01-31T17:20:00Z")).toBe("+1");
    expect(dayMark("2017-01-31T17:20:00Z", "2017-01-31T17:20:00Z")).toBe("");
    expect(dayMark(null, "2017-01-31T17:20:00Z")).toBe("");
  });

  it("is drawn hollow if approximate, dashed if unknown", () => {
    expect(certaintyOf({ at: "2017-01-31T17:20:00Z", precision: "approx" })).toBe("approx");
    expect(certaintyOf({ at: null, precision: "unknown" })).toBe("untimed");
  });
});
