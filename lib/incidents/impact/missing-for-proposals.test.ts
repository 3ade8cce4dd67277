import { expect, it } from "vitest";
import type { MilestoneName } from "#lib/incidents/timeline/milestones/milestone-names.ts";
import { missingForProposals } from "./missing-for-proposals.ts";

const AT = "2026-01-01T10:00:00.000Z";
const set = (...names: MilestoneName[]) => names.map((name) => ({ name, at: AT }));

it.each([
  ["nothing is there", [], [], ["services", "impact started", "mitigated"]],
  ["only the service is", ["a"], [], ["impact started", "mitigated"]],
  ["only the start is", [], set("impact_started"), ["services", "mitigated"]],
  ["only the end is", [], set("resolved"), ["services", "impact started"]],
  ["mitigated stands for an end", ["a"], set("impact_started", "mitigated"), []],
  ["resolved does too", ["a"], set("impact_started", "resolved"), []],
  ["no service is named", [], set("impact_started", "mitigated", "resolved"), ["services"]],
  ["other milestones do not count", ["a"], set("detected", "paged", "declared"), ["impact started", "mitigated"]],
  [
    "an event without a time is no start",
    ["a"],
    [{ name: "impact_started" as const, at: null }],
    ["impact started", "mitigated"],
  ],
])("names what is missing when %s", (_, services, milestones, words) => {
  const missing = missingForProposals({ kind: "incident", status: "resolved", services, milestones });
  expect(missing).toHaveLength(words.length);
  for (const [at, word] of words.entries()) expect(missing[at]).toContain(word);
});

it("doesn't need the end of what is still open", () => {
  const facts = { kind: "incident", status: "open", services: ["a"] } as const;
  expect(missingForProposals({ ...facts, milestones: set("impact_started") })).toEqual([]);
  expect(missingForProposals({ ...facts, milestones: [] })).toHaveLength(1);
});

it("needs nothing for a near miss, which has no impact", () => {
  expect(missingForProposals({ kind: "near_miss", status: "resolved", services: [], milestones: [] })).toEqual([]);
});
