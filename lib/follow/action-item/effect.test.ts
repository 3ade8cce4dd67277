import fc from "fast-check";
import { expect, it } from "vitest";
import { addDays } from "#lib/base/time/local-date.ts";
import { ACTION_STATUSES, EFFECT_ANSWERS } from "#lib/base/vocabulary/action-item.ts";
import { nextEffectDue, refusesEffect } from "./effect.ts";

it("records the effect of a verified action, by anyone but its implementer", () => {
  const rules = (actorId: string | null) =>
    ACTION_STATUSES.map((status) => refusesEffect({ status, implementedById: "builder" }, actorId)?.rule ?? null);
  const none = ACTION_STATUSES.map((status) => (status === "verified" ? null : "effect_not_asked"));
  expect(rules("owner")).toEqual(none);
  const refused = none.map((rule) => rule ?? "second_person_needed");
  expect(rules("builder")).toEqual(refused);
  expect(rules(null)).toEqual(refused);
});

it("asks again after the days of its policy, as long as nothing exercised it", () => {
  expect(nextEffectDue("not_exercised", "2026-10-01", 90)).toBe("2026-12-30");
  for (const answer of ["yes", "partly", "no"] as const) expect(nextEffectDue(answer, "2026-10-01", 90)).toBeNull();
});

it.each([
  ["not_exercised", "2026-12-31", 1, "2027-01-01"],
  ["not_exercised", "2028-02-28", 1, "2028-02-29"],
  ["not_exercised", "2027-02-28", 1, "2027-03-01"],
  ["not_exercised", "2026-10-01", 180, "2027-03-30"],
  ["not_exercised", "2027-10-01", 180, "2028-03-29"],
  ["not_exercised", "2026-03-28", 2, "2026-03-30"],
  ["yes", "2026-12-31", 1, null],
  ["partly", "2026-12-31", 90, null],
  ["no", "2026-12-31", 180, null],
  ["no", "2028-02-29", 365, null],
] as const)("answered %s on %s is asked again in %i days: %s", (answer, today, days, next) => {
  expect(nextEffectDue(answer, today, days)).toBe(next);
});

it("asks again on a future day, or never", () => {
  const day = fc.integer({ min: 0, max: 9000 }).map((n) => addDays("2016-01-01", n));
  fc.assert(
    fc.property(fc.constantFrom(...EFFECT_ANSWERS), day, fc.integer({ min: 1, max: 730 }), (answer, today, days) => {
      const next = nextEffectDue(answer, today, days);
      expect(next === null).toBe(answer !== "not_exercised");
      if (next !== null) expect(next > today).toBe(true);
    }),
  );
});

it.each([
  ["the owner, who had it implemented", { implementedById: "builder" }, "owner", null],
  ["its verifier", { implementedById: "builder" }, "verifier", null],
  ["its implementer, who owns it", { implementedById: "owner" }, "owner", "second_person_needed"],
  ["anyone, if no one is known to have implemented it", { implementedById: null }, "owner", null],
  ["no one", { implementedById: null }, null, "second_person_needed"],
])("accepts an answer by %s", (_, hands, actorId, rule) => {
  expect(refusesEffect({ status: "verified", ...hands }, actorId)?.rule ?? null).toBe(rule);
});
