import { expect, it } from "vitest";
import { sinceWords } from "./condition-since.tsx";

const ACTION = { key: "ACT-1", createdAt: "2017-01-20T12:00:00Z" };
const fixes = (...keys: string[]) => keys.map((key) => ({ key }));
const words = (lastAt: string | null, ...keys: string[]) =>
  sinceWords({ name: "Old flags", lastAt, fixes: fixes(...keys) }, ACTION, (instant) => instant.slice(0, 10));

it.each([
  ["2017-01-19T12:00:00Z", ["ACT-1", "ACT-2", "ACT-3"], "“Old flags”: no incident. 2 other actions address it."],
  ["2017-02-01T12:00:00Z", ["ACT-1", "ACT-2"], "“Old flags”: again, last on 2017-02-01. 1 other action addresses it."],
  [null, ["ACT-1"], "“Old flags”: no incident. No other action addresses it."],
])("says whether a condition came back, and what else addresses it: last %s", (lastAt, keys, expected) =>
  expect(words(lastAt, ...keys)).toBe(expected),
);

it("leaves out a condition of the incident that the action doesn't address", () => {
  expect(words("2017-02-01T12:00:00Z", "ACT-2")).toBeNull();
  expect(words(null)).toBeNull();
});
