import { expect, it } from "vitest";
import type { ComparedValue } from "#lib/story/compare.ts";
import { differenceWords, lengthWords, placeWords } from "./compare-words.ts";

const value = (seconds: number | null, more: Partial<ComparedValue> = {}): ComparedValue => ({
  ...{ seconds, isApproximate: false, isNotApplicable: false, eventNumber: null },
  ...more,
});
const row = (one: ComparedValue, other: ComparedValue) => ({
  ...{ key: "detected", label: "Detected", one, other },
  differenceSeconds: one.seconds === null || other.seconds === null ? null : other.seconds - one.seconds,
});

it.each([
  [value(240), "+4 m", "4 m"],
  [value(-240, { isApproximate: true }), "~−4 m", "~0 s"],
  [value(null), "unknown", "unknown"],
  [value(null, { isNotApplicable: true }), "does not apply", "unknown"],
])("says %j", (one, place, length) => {
  expect(placeWords(one)).toBe(place);
  expect(lengthWords(one)).toBe(length);
});

it.each([
  [row(value(240), value(120)), "2 m earlier"],
  [row(value(120), value(240, { isApproximate: true })), "~2 m later"],
  [row(value(120), value(120)), "the same"],
  [row(value(120), value(null)), ""],
])("says the difference of %j", (one, words) => {
  expect(differenceWords(one, "earlier", "later")).toBe(words);
});
