import { expect, it } from "vitest";
import { ACTION_STATUSES } from "#lib/base/vocabulary/action-item.ts";
import { nextEffectDue, refusesEffect } from "./effect.ts";

it("is recorded of a verified action, by anyone but its implementer", () => {
  const rules = (actorId: string | null) =>
    ACTION_STATUSES.map((status) => refusesEffect({ status, implementedById: "builder" }, actorId)?.rule ?? null);
  const none = ACTION_STATUSES.map((status) => (status === "verified" ? null : "effect_not_asked"));
  expect(rules("owner")).toEqual(none);
  const refused = none.map((rule) => rule ?? "second_person_needed");
  expect(rules("builder")).toEqual(refused);
  expect(rules(null)).toEqual(refused);
});

it("is asked again after the days of its policy, as long as nothing exercised it", () => {
  expect(nextEffectDue("not_exercised", "2026-10-01", 90)).toBe("2026-12-30");
  for (const answer of ["yes", "partly", "no"] as const) expect(nextEffectDue(answer, "2026-10-01", 90)).toBeNull();
});
