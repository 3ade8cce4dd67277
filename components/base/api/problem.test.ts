import { ORPCError } from "@orpc/client";
import { expect, it } from "vitest";
import { ERRORS, type ErrorCode } from "#lib/base/errors.ts";
import { isGone, mayPass, readWordsOf, shownData, wordsOf } from "./problem.ts";

const refusal = (code: ErrorCode) =>
  new ORPCError(code.toUpperCase(), { status: ERRORS[code].status, data: { code, title: ERRORS[code].title } });

it.each(["internal", "unavailable", "rate_limited"] as const)("a read that failed as %s is tried again", (code) => {
  expect([0, 1, 2, 3].map((count) => mayPass(count, refusal(code)))).toEqual([true, true, true, false]);
});

it("a read without a response is tried again", () => {
  expect(mayPass(0, new TypeError("Failed to fetch"))).toBe(true);
  expect(mayPass(3, new TypeError("Failed to fetch"))).toBe(false);
});

it.each(["invalid", "unauthenticated", "forbidden", "not_found", "conflict", "too_large", "rule"] as const)(
  "a read that was rejected as %s is not",
  (code) => {
    expect(mayPass(0, refusal(code))).toBe(false);
  },
);

it.each([
  ["not_found", true],
  ["invalid", true],
  ["internal", false],
  ["forbidden", false],
] as const)("a record whose read was rejected as %s doesn't exist for this person: %s", (code, isIt) => {
  expect(isGone(refusal(code))).toBe(isIt);
});

it("a record that is gone isn't shown from the cache, and one whose read failed is", () => {
  const data = { key: "ACT-1" };
  expect(shownData({ data, error: null })).toBe(data);
  expect(shownData({ data, error: refusal("internal") })).toBe(data);
  expect(shownData({ data, error: refusal("not_found") })).toBeUndefined();
});

it("a record may exist if there was no response", () => {
  expect(isGone(new TypeError("Failed to fetch"))).toBe(false);
});

it("a failed read names no change that wasn't saved", () => {
  expect(readWordsOf(new TypeError("Failed to fetch"))).toBe("No response from the server. Try again.");
  expect(readWordsOf(refusal("unauthenticated"))).toBe("You're signed out. Sign in again.");
  expect(readWordsOf(refusal("forbidden"))).toBe(ERRORS.forbidden.title);
});

it("a rejected field is named by its label", () => {
  const data = {
    code: "invalid",
    title: ERRORS.invalid.title,
    fields: [{ field: "dueOn", label: "due date", message: "can't be in the past" }],
  };
  expect(wordsOf(new ORPCError("INVALID", { status: 400, data }))).toBe("Due date: can't be in the past");
});
