import { ORPCError } from "@orpc/client";
import { expect, it } from "vitest";
import { missingIn, problemIn } from "./use-policy-draft.ts";

const days = (count: number) => ({ days: count, unit: "calendar" as const });
const LADDER = { before: 3, manager: Number.NaN, tpm: 7, parentManager: 14, unit: "business" as const };

it.each([
  ["nothing", { name: "Payments", values: { dueP0: days(3), dueP3: null, effectDays: 30 } }, []],
  ["a name", { name: " ", values: {} }, ["name"]],
  [
    "the numbers",
    { name: "x", values: { ladder: LADDER, dueP1: days(Number.NaN), dueP2: days(0) } },
    ["dueP1", "ladder"],
  ],
  ["a single number", { name: "x", values: { wantedDays: Number.NaN } }, ["wantedDays"]],
])("names %s that a policy misses, each at its field", (_, draft, at) => {
  expect(missingIn(draft).map((one) => one.at)).toEqual(at);
});

it.each([
  ["values.dueP1.days", "dueP1"],
  ["ladderTpm", "ladderTpm"],
  ["scope", "scope"],
  ["name", "name"],
  ["version", null],
])("puts a server's problem with %s at its field", (field, at) => {
  const data = { code: "invalid", title: "Some fields are invalid", fields: [{ field, message: "Choose again" }] };
  expect(problemIn(new ORPCError("BAD_REQUEST", { data })).at).toBe(at);
});
