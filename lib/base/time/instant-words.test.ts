import { expect, it } from "vitest";
import { dayWords, instantWords, localClock, typedWords, whenWords } from "./instant-words.ts";

const AT = "2017-01-31T23:27:20Z";

it.each([
  ["exact", "at 23:27:20 UTC"],
  ["minute", "at 23:27 UTC"],
  ["approx", "at about 23:27 UTC"],
  ["day", "on Tue 31 Jan 2017, hour not known"],
] as const)("%s reads %s", (precision, words) => {
  expect(whenWords(AT, precision, "Tue 31 Jan 2017")).toBe(words);
});

it("names the day only if it is another one", () => {
  expect(whenWords("2017-02-01T18:00:00Z", "exact", dayWords(AT))).toBe("at 18:00 UTC on Wed 1 Feb 2017");
  expect(whenWords("2017-01-31T23:00:00Z", "hour", dayWords(AT))).toBe("between 23:00 and 00:00 UTC");
});

it.each([
  ["Europe/Dublin", "2025-07-01T23:27:00Z", "00:27"],
  ["Europe/Dublin", "2025-01-01T23:27:00Z", null],
  ["UTC", AT, null],
  ["Nowhere/Land", AT, null],
])("clock of %s at %s is %s", (zone, at, clock) => expect(localClock(at, zone)).toBe(clock));

it.each([
  ["UTC", false, "Tue 31 Jan 2017, 23:27 UTC", "31 Jan 2017 23:27"],
  ["UTC", true, "Tue 31 Jan 2017, 23:27:20 UTC", "31 Jan 2017 23:27:20"],
  ["Europe/Berlin", false, "Wed 1 Feb 2017, 00:27 Europe/Berlin", "1 Feb 2017 00:27"],
])("in %s, with seconds: %s, it reads %s and can be typed as %s", (zone, withSeconds, words, typed) => {
  expect(instantWords(AT, zone, withSeconds)).toBe(words);
  expect(typedWords(AT, zone, withSeconds)).toBe(typed);
});

it("leaves out seconds unless they are asked for", () => {
  expect(instantWords(AT, "UTC")).toBe("Tue 31 Jan 2017, 23:27 UTC");
});
