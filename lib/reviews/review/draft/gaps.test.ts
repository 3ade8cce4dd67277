import { expect, it } from "vitest";
import { MILESTONES } from "#lib/incidents/timeline/milestones/milestone-names.ts";
import { ALL_SECTIONS, builtIn } from "#lib/reviews/template/testing/built-in.ts";
import { factEvent, factsOf, rolledBack } from "../testing/facts.ts";
import { draftGaps } from "./gaps.ts";

const NOTHING = { milestones: [], impactUnknown: false };
const gaps = (facts = factsOf([]), settled: Parameters<typeof draftGaps>[2] = NOTHING, sections = ALL_SECTIONS) =>
  Object.fromEntries(draftGaps(sections, facts, settled).map((gap) => [gap.fact, gap.sections]));

it("names each fact that text would state, in the order of the timeline, with its sections", () => {
  const found = gaps();
  expect(Object.keys(found)).toEqual([
    "impact_text",
    "impact_windows",
    ...MILESTONES.filter((name) => !["responding", "classified", "closed"].includes(name)),
  ]);
  expect(found.detected).toEqual(["summary", "detection"]);
  expect(found.trigger_change).toEqual(["trigger"]);
  expect(found.impact_text).toEqual(["summary", "external"]);
});

it("finds no gaps where the records are complete", () => {
  const facts = { ...rolledBack(), windows: [] };
  expect(gaps(facts, { milestones: [], impactUnknown: true })).toEqual({});
});

it("asks only for what the template's sections state", () => {
  const found = gaps(factsOf([]), NOTHING, builtIn("quick").sections);
  expect(found.commander_assigned).toBeUndefined();
});

it.each(["detected", "declared", "resolved"] as const)(
  "asks no more for %s once it is set or doesn't apply",
  (name) => {
    expect(gaps(factsOf([]), { ...NOTHING, milestones: [name] })[name]).toBeUndefined();
    const event = factEvent("e1", "2025-06-10T09:00:00Z", "observation", "Something happened");
    expect(gaps(factsOf([event], { [name]: "e1" }))[name]).toBeUndefined();
  },
);

it("asks for no impact of a near miss or of a drill", () => {
  for (const kind of ["near_miss", "drill"] as const) {
    const found = gaps(factsOf([], {}, { incident: { kind } }));
    expect(found.impact_text ?? found.impact_windows).toBeUndefined();
  }
  expect(gaps(factsOf([], {}, { incident: { kind: "near_miss" } })).impact_started).toBeUndefined();
});

it("leaves a milestone that contradicts another one to its own question", () => {
  const events = [
    factEvent("e1", "2025-06-10T09:00:00Z", "resolved", "Done"),
    factEvent("e2", "2025-06-10T10:00:00Z", "impact_started", "Errors"),
  ];
  const found = gaps(factsOf(events, { resolved: "e1", impact_started: "e2" }));
  expect(found.resolved ?? found.impact_started).toBeUndefined();
});
