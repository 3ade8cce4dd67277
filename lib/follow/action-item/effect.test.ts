import { expect, it } from "vitest";
import { ACTION_STATUSES } from "#lib/base/vocabulary/action-item.ts";
import { effectDueFrom, nextEffectDue, refusesEffect } from "./effect.ts";

it("is recorded of a verified action, by anyone but its implementer", () => {
  const rules = (actorId: string | null) =>
    ACTION_STATUSES.map((status) => refusesEffect({ status, implementedById: "builder" }, actorId)?.rule ?? null);
  const none = ACTION_STATUSES.map((status) => (status === "verified" ? null : "effect_not_asked"));
  expect(rules("owner")).toEqual(none);
  const refused = none.map((rule) => rule ?? "second_person_needed");
  expect(rules("builder")).toEqual(refused);
  expect(rules(null)).toEqual(refused);
});

it.each([
  ["P0", "2026-12-30"],
  ["P1", "2026-12-30"],
  ["P2", "2027-03-30"],
  ["P3", "2027-03-30"],
] as const)("of a %s is asked from %s", (priority, day) => {
  expect(effectDueFrom("2026-10-01", priority)).toBe(day);
  expect(nextEffectDue("not_exercised", "2026-10-01", priority)).toBe(day);
  for (const answer of ["yes", "partly", "no"] as const)
    expect(nextEffectDue(answer, "2026-10-01", priority)).toBeNull();
});
