import { describe, expect, it } from "vitest";
import type { EventKind } from "#lib/base/vocabulary/event-kinds.ts";
import { weigh } from "./weigh.ts";
import type { Chances } from "./weights/chances.ts";

const chances = (ofTold: number, kind: EventKind, chance: number, neutral = 0): Chances => ({
  of: (asked) => (asked === "observation" ? neutral : ofTold),
  best: { kind, chance },
  from: () => new Map(),
  known: 1,
});
const told = (kind: EventKind) => ({ kind, isStep: false });

describe("the kind by a rule", () => {
  it.each([
    ["escalated", 0.06, "escalated"],
    ["escalated", 0.04, "observation"],
    ["metric_shift", 0.31, "metric_shift"],
    ["metric_shift", 0.29, "observation"],
    ["mitigation_started", 0.51, "mitigation_started"],
    ["mitigation_started", 0.49, "observation"],
  ] as const)("%s with a chance of %d: %s", (kind, chance, expected) => {
    expect(weigh(told(kind), chances(chance, "observation", 0)).kind).toBe(expected);
  });

  it("keeps that it is a step", () => {
    expect(weigh({ kind: "restarted", isStep: true }, chances(0.5, "resolved", 0.97)).isStep).toBe(true);
  });
});

describe("trouble by a rule and by words", () => {
  it.each([
    ["impact_started", "error_observed", 0.61, "error_observed"],
    ["error_observed", "impact_started", 0.61, "impact_started"],
    ["impact_started", "error_observed", 0.59, "observation"],
    ["restarted", "error_observed", 0.7, "observation"],
  ] as const)("%s, and %s with a chance of %d: %s", (rule, words, chance, expected) =>
    expect(weigh(told(rule), chances(0.01, words, chance, 0.5)).kind).toBe(expected),
  );
});

describe("the kind by words alone", () => {
  it.each([
    ["joined", 0.71, "joined"],
    ["joined", 0.69, "observation"],
    ["error_observed", 0.86, "error_observed"],
    ["error_observed", 0.84, "observation"],
  ] as const)("%s with a chance of %d: %s", (kind, chance, expected) => {
    expect(weigh(told("observation"), chances(0, kind, chance)).kind).toBe(expected);
  });

  it("replaces an unlikely kind by a rule", () => {
    expect(weigh(told("mitigation_started"), chances(0.4, "resolved", 0.97)).kind).toBe("resolved");
  });

  it("replaces a kind by a rule if another one is far likelier", () => {
    expect(weigh(told("escalated"), chances(0.1, "resolved", 0.8)).kind).toBe("escalated");
    expect(weigh(told("escalated"), chances(0.1, "resolved", 0.9)).kind).toBe("resolved");
  });

  it("is left out if no kind is right as well", () => {
    expect(weigh(told("observation"), chances(0, "resolved", 0.97, 0.19)).kind).toBe("resolved");
    expect(weigh(told("observation"), chances(0, "resolved", 0.97, 0.21)).kind).toBe("observation");
  });
});

describe("an error and the start of its impact", () => {
  const together = (error: number, start: number, neutral: number, by: EventKind = "error_observed"): string => {
    const both = new Map<EventKind, number>([
      ["error_observed", error],
      ["impact_started", start],
      ["observation", neutral],
    ]);
    const best = { kind: by, chance: Math.max(error, start) };
    return weigh(told("observation"), { ...chances(0, by, best.chance), of: (kind) => both.get(kind) ?? 0, best }).kind;
  };

  it("count together", () => {
    expect(together(0.7, 0.61, 0)).toBe("error_observed");
    expect(together(0.7, 0.59, 0)).toBe("observation");
    expect(together(0.61, 0.7, 0, "impact_started")).toBe("impact_started");
  });

  it("are left out if neither is likely alone, or no kind is right as well", () => {
    expect(together(0.84, 0.3, 0.11)).toBe("observation");
    expect(together(0.84, 0.3, 0.09)).toBe("error_observed");
    expect(together(0.84, 0.3, 0, "customer_report")).toBe("observation");
  });
});
