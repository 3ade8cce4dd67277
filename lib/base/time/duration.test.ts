import { expect, it } from "vitest";
import { formatDuration, formatMetric, formatMinutes, formatWeighted, isMeasured } from "./duration.ts";

it.each([
  [0, "0 s"],
  [45, "45 s"],
  [60, "1 m"],
  [250, "4 m 10 s"],
  [3599, "59 m 59 s"],
  [3600, "1 h"],
  [3659, "1 h 1 m"],
  [66_600, "18 h 30 m"],
  [172_799, "48 h"],
  [172_800, "2 d"],
  [273_600, "3 d 4 h"],
])("%i s reads %s", (seconds, words) => expect(formatDuration(seconds)).toBe(words));

it.each([
  [0, "0 min"],
  [96, "1.6 min"],
  [2034, "33.9 min"],
  [66_600, "1,110.0 min"],
])("%i weighted seconds read %s", (seconds, words) => expect(formatWeighted(seconds)).toBe(words));

it("marks what is approximate and names what is unknown", () => {
  expect(formatMetric({ seconds: 300, approximate: true })).toBe("~5 m");
  expect(formatMetric({ seconds: 300, approximate: false })).toBe("5 m");
  expect(formatMetric({ seconds: null, approximate: false })).toBe("unknown");
});

it("shows a lead if the end came first, and either counts as a measure", () => {
  expect(formatMetric({ seconds: null, leadSeconds: 60, approximate: false })).toBe("1 m");
  expect(isMeasured({ seconds: 0 })).toBe(true);
  expect(isMeasured({ seconds: null, leadSeconds: 0 })).toBe(true);
  expect(isMeasured({ seconds: null, leadSeconds: null })).toBe(false);
  expect(isMeasured({ seconds: null })).toBe(false);
});

it.each([
  [1109.96, "1,110 min"],
  [0.2, "0 min"],
])("shows %s weighted minutes as %s", (minutes, words) => expect(formatMinutes(minutes)).toBe(words));
