import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { accountService, flooredPercent, sharePercent } from "./account.ts";
import type { Window } from "./window.ts";

interface Impact {
  id: string;
  service: string;
  start: string;
  end: string | null;
  weightBp: number;
}
interface Expected {
  windowSeconds: number;
  weightedDownSeconds: number;
  availabilityPct: number;
  displayPct: string;
  budgetSeconds: number;
  budgetRemainingSeconds: number;
  budgetConsumedPct: number;
  meetsTarget: boolean;
  degradedOnlySeconds?: number;
}
interface Vector {
  id: string;
  kind: string;
  mode?: string;
  title: string;
  window: { start: string; end: string };
  targetBp: number;
  now?: string;
  maintenance?: { start: string; end: string }[];
  impacts: Impact[];
  expected: unknown;
}

const file = new URL("../../../fixtures/practice/availability-vectors.json", import.meta.url);
const { vectors } = JSON.parse(readFileSync(file, "utf8")) as { vectors: Vector[] };
const services = vectors.filter(({ kind }) => kind === "service") as (Vector & { expected: Expected })[];
const overall = vectors.filter(({ kind }) => kind === "overall") as (Vector & {
  expected: { perService: Record<string, Expected>; overall: Expected };
})[];

const windowOf = ({ id, start, end, weightBp }: Impact): Window => ({
  id,
  fromMs: Date.parse(start),
  toMs: end === null ? null : Date.parse(end),
  weight: weightBp / 10_000,
  basis: "measured",
});

function account(vector: Vector, impacts: readonly Impact[]) {
  const result = accountService({
    windows: impacts.map(windowOf),
    fromMs: Date.parse(vector.window.start),
    toMs: Date.parse(vector.window.end),
    nowMs: Date.parse(vector.now ?? "2030-01-01T00:00:00Z"),
    targetPercent: vector.targetBp / 100,
    maintenance: (vector.maintenance ?? []).map(({ start, end }) => ({
      fromMs: Date.parse(start),
      toMs: Date.parse(end),
    })),
  });
  const six = (value: number | null) => (value === null ? null : Math.round(value * 1e6) / 1e6);
  return {
    windowSeconds: result.windowSeconds,
    weightedDownSeconds: result.weightedDownSeconds,
    availabilityPct: six(result.availabilityPercent),
    displayPct: result.availabilityPercent === null ? null : flooredPercent(result.availabilityPercent, 3),
    budgetSeconds: six(result.budgetSeconds),
    budgetRemainingSeconds: six(result.budgetRemainingSeconds),
    budgetConsumedPct: six(result.budgetConsumedPercent),
    meetsTarget: result.meetsTarget,
    degradedOnlySeconds: result.degradedOnlySeconds,
  };
}

it("checks against examples", () => expect([services.length, overall.length]).toEqual([16, 2]));

it.each(services.map((vector) => [vector.id, vector] as const))("accounts for the impact of vector %s", (_, vector) => {
  expect(account(vector, vector.impacts)).toMatchObject(vector.expected);
});

describe("several services", () => {
  it.each(overall.map((vector) => [vector.id, vector] as const))("%s service by service", (_, vector) => {
    for (const [service, expected] of Object.entries(vector.expected.perService)) {
      const own = vector.impacts.filter((impact) => impact.service === service);
      expect(account(vector, own)).toMatchObject(expected);
    }
  });

  it("any service impacted is the union of all", () => {
    const vector = overall.find(({ mode }) => mode === "worst-of");
    expect(vector && account(vector, vector.impacts)).toMatchObject(vector?.expected.overall ?? {});
  });
});

it("gives no availability for no time, and no share of no budget", () => {
  const none = accountService({ windows: [], fromMs: 5, toMs: 5, nowMs: 9, targetPercent: 99.8 });
  expect(none.availabilityPercent).toBeNull();
  const strict = accountService({ windows: [], fromMs: 0, toMs: 5000, nowMs: 9000, targetPercent: 100 });
  expect([strict.budgetConsumedPercent, strict.meetsTarget]).toEqual([null, true]);
});

describe("a share of the budget", () => {
  it.each([
    [7.99, "8.0"],
    [7.95, "8.0"],
    [7.94, "7.9"],
    [0.04, "0.0"],
    [0.05, "0.1"],
    [12.35, "12.4"],
    [99.96, "99.9"],
    [100, "100.0"],
    [100.04, "100.0"],
    [131.25, "131.3"],
  ])("of %d percent reads %s", (percent, words) => {
    expect(sharePercent(percent, 1)).toBe(words);
  });
});

it("excuses maintenance only within the period", () => {
  const windows: Window[] = [{ id: "a", fromMs: -50_000, toMs: 60_000, weight: 1, basis: "measured" }];
  const period = { windows, fromMs: 0, toMs: 100_000, nowMs: 100_000, targetPercent: 99 };
  const down = (fromMs: number, toMs: number) =>
    accountService({ ...period, maintenance: [{ fromMs, toMs }] }).weightedDownSeconds;
  expect([down(-40_000, 10_000), down(50_000, 200_000), down(-40_000, -10_000)]).toEqual([50, 50, 60]);
});
