import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { DAY_MS } from "#lib/base/time/spans.ts";
import { CHANGE_STATUSES } from "#lib/base/vocabulary/strategic-change.ts";
import {
  type ConditionFacts,
  isTakenUp,
  newMarks,
  promotionMarks,
  promotionReasons,
  type Thresholds,
} from "./promotion.ts";

const NOW = "2027-02-14T12:00:00.000Z";
const daysAgo = (days: number) => new Date(Date.parse(NOW) - days * DAY_MS).toISOString();
const facts = (rest: Partial<ConditionFacts> = {}): ConditionFacts => ({
  ...{ incidents: [], fixes: [], services: [], ...rest },
});
const incidents = (...days: number[]) => days.map((ago, at) => ({ key: `INC-${at + 1}`, startedAt: daysAgo(ago) }));
const fixes = (count: number, verified = 0) =>
  Array.from({ length: count }, (_, at) => ({ key: `ACT-${at + 1}`, verifiedAt: at < verified ? daysAgo(40) : null }));
const BUILT_IN: Thresholds = { incidents: 2, days: 90, budgetPercent: 20, fixes: 4 };
const reasonsOf = (given: Partial<ConditionFacts>, limits: Partial<Thresholds> = {}) =>
  promotionReasons(facts(given), { ...BUILT_IN, ...limits }, NOW);
const rules = (given: Partial<ConditionFacts>) => reasonsOf(given).map(({ rule }) => rule);

describe("twice within 90 days", () => {
  it.each([
    [[], false],
    [[10], false],
    [[10, 100], true],
    [[10, 101], false],
    [[100, 10], true],
    [[10, 200, 280], true],
    [[364, 440], true],
    [[366, 440], false],
    [[10, 366, 440], false],
    [[5, 5], true],
  ])("%j days ago: %s", (days, isProposed) => {
    expect(rules({ incidents: incidents(...days) })).toEqual(isProposed ? ["recurrence"] : []);
  });

  it("names the newest two and the days between", () => {
    const [reason] = reasonsOf({ incidents: incidents(300, 10, 40) });
    expect(reason).toEqual({ rule: "recurrence", incidentKeys: ["INC-2", "INC-3"], days: 30, limit: 90 });
  });

  it.each([
    [{ incidents: 3 }, [10, 60, 100], ["INC-1", "INC-2", "INC-3"], 90],
    [{ incidents: 3 }, [10, 60, 101], null, 90],
    [{ days: 30 }, [10, 41], null, 30],
    [{ days: 30 }, [10, 41, 71], ["INC-2", "INC-3"], 30],
  ])("counts by what is set: %j, %j days ago", (limits, days, incidentKeys, limit) => {
    const found = reasonsOf({ incidents: incidents(...days) }, limits);
    expect(found).toMatchObject(incidentKeys ? [{ rule: "recurrence", incidentKeys, limit }] : []);
  });
});

describe("over 20% of a service's budget of a quarter", () => {
  // A target of 99.8 leaves 259.2 minutes in the first quarter of 2027, of which 20% are 51.84.
  const down = (from: string, minutes: number, targetPercent = 99.8) => {
    const fromMs = Date.parse(from);
    const window = { id: "w", fromMs, toMs: fromMs + minutes * 60_000, weight: 1, basis: "measured" } as const;
    return [{ id: "s", name: "Sign-in", targetPercent, windows: [window] }];
  };
  it.each([
    [down("2027-01-10T10:00:00Z", 51), false],
    [down("2027-01-10T10:00:00Z", 52), true],
    [down("2026-12-31T23:30:00Z", 60), false],
    [down("2026-04-10T10:00:00Z", 60), true],
    [down("2026-03-10T10:00:00Z", 60), false],
    [down("2027-01-10T10:00:00Z", 1, 100), true],
    [down("2027-01-10T10:00:00Z", 60, 99), false],
  ])("for %j, proposes a condition: %s", (services, isProposed) => {
    expect(rules({ services })).toEqual(isProposed ? ["budget"] : []);
  });

  it("says which service and quarter, and how much", () => {
    const [reason] = reasonsOf({ services: down("2027-01-10T10:00:00Z", 60) });
    expect(reason).toEqual({
      ...{ rule: "budget", serviceId: "s", service: "Sign-in", quarter: "2027-Q1", percent: 23, minutes: 60 },
      limit: 20,
    });
  });

  it("counts by the percentage that is set", () => {
    const services = down("2027-01-10T10:00:00Z", 60);
    expect(reasonsOf({ services }, { budgetPercent: 24 })).toEqual([]);
    expect(reasonsOf({ services }, { budgetPercent: 23 })).toMatchObject([{ rule: "budget", limit: 23 }]);
  });
});

it.each([
  [3, false],
  [4, true],
  [5, true],
])("%i small fixes: %s", (count, isProposed) => {
  expect(rules({ fixes: fixes(count, 1) })).toEqual(isProposed ? ["fixes"] : []);
});

it("counts small fixes by the number that is set", () => {
  expect(reasonsOf({ fixes: fixes(2, 1) }, { fixes: 2 })).toEqual([{ rule: "fixes", count: 2, verified: 1, limit: 2 }]);
  expect(reasonsOf({ fixes: fixes(4) }, { fixes: 5 })).toEqual([]);
});

it.each(CHANGE_STATUSES)("a change that is %s takes a condition up, unless it is deferred or declined", (status) => {
  expect(isTakenUp([{ status: "declined" }, { status }])).toBe(status !== "declined" && status !== "deferred");
});

describe("a proposal that was set aside", () => {
  const marksOf = (given: Partial<ConditionFacts>) => {
    const all = facts(given);
    return promotionMarks(all, promotionReasons(all, BUILT_IN, NOW));
  };
  const seen = marksOf({ incidents: incidents(30, 60), fixes: fixes(3, 1) });

  it.each([
    ["nothing", { incidents: incidents(30, 60), fixes: fixes(3, 1) }, []],
    ["an incident left out", { incidents: incidents(30), fixes: fixes(3, 1) }, []],
    ["another incident", { incidents: incidents(30, 60, 20), fixes: fixes(3, 1) }, ["INC-3"]],
    ["a fix that fails", { incidents: incidents(30, 60), fixes: fixes(3, 2) }, ["ACT-2 failed"]],
    ["another rule", { incidents: incidents(30, 60), fixes: fixes(4, 1) }, ["fixes"]],
  ])("is asked again for %s: %j", (_, given, news) => {
    expect(newMarks(marksOf(given), seen)).toEqual(news);
  });

  it("is never asked again while the same things are known", () => {
    const days = fc.array(fc.integer({ min: 0, max: 500 }), { maxLength: 6 });
    fc.assert(
      fc.property(days, fc.integer({ min: 0, max: 6 }), (all, count) => {
        const marks = marksOf({ incidents: incidents(...all), fixes: fixes(count) });
        expect(newMarks(marks, marks)).toEqual([]);
      }),
    );
  });
});
