import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { addDays } from "#lib/base/time/local-date.ts";
import { dayAxis, measuredValues, valueAxis } from "./measure-trend.ts";

const measure = { metric: "Way back", unit: "min", baseline: 28, target: 5, by: "2027-07-28" };
const update = (at: string, value: number | null, of = { metric: "Way back", unit: "min" }) => ({
  at,
  measured: value === null ? null : { value, ...of },
});
const checked = (value: number) => ({ value, metric: "Way back", unit: "min", on: "2027-08-01" });
type Case = [
  name: string,
  change: Parameters<typeof measuredValues>[0],
  points: readonly string[],
  others?: readonly string[],
];
const dayOf = (instant: string) => instant.slice(0, 10);

describe("measured values", () => {
  it.each([
    ["none without a value", { measure, measured: null, updates: [update("2027-01-02T10:00:00Z", null)] }, []],
    [
      "the oldest first, of updates that come newest first",
      { measure, measured: null, updates: [update("2027-02-02T10:00:00Z", 3), update("2027-01-02T10:00:00Z", 9)] },
      ["2027-01-02 9", "2027-02-02 3"],
    ],
    [
      "two of one day in their order",
      { measure, measured: null, updates: [update("2027-02-02T12:00:00Z", 3), update("2027-02-02T10:00:00Z", 9)] },
      ["2027-02-02 9", "2027-02-02 3"],
    ],
    [
      "with what was measured at the end",
      { measure, measured: checked(4), updates: [update("2027-02-02T12:00:00Z", 3)] },
      ["2027-02-02 3", "2027-08-01 4"],
    ],
    [
      "apart from those of another metric or unit",
      {
        ...{ measure, measured: null },
        updates: [
          update("2027-03-02T12:00:00Z", 3, { metric: "Way back", unit: "h" }),
          update("2027-02-02T12:00:00Z", 4, { metric: "Way out", unit: "min" }),
          update("2027-01-02T12:00:00Z", 7),
        ],
      },
      ["2027-01-02 7"],
      ["2027-02-02 4", "2027-03-02 3"],
    ],
    [
      "apart from what was measured at the end, before the unit changed",
      {
        ...{ measure: { ...measure, unit: "h" }, measured: checked(240) },
        updates: [update("2027-02-02T12:00:00Z", 3, { metric: "Way back", unit: "h" })],
      },
      ["2027-02-02 3"],
      ["2027-08-01 240"],
    ],
    [
      "apart from what was measured at the end, before the metric changed",
      { measure: { ...measure, metric: "Way out" }, measured: checked(4), updates: [] },
      [],
      ["2027-08-01 4"],
    ],
    [
      "of the measure again, after its unit came back",
      { measure, measured: checked(4), updates: [update("2027-02-02T12:00:00Z", 3)] },
      ["2027-02-02 3", "2027-08-01 4"],
    ],
    [
      "apart while there is no measure",
      { measure: null, measured: checked(4), updates: [update("2027-02-02T12:00:00Z", 3)] },
      [],
      ["2027-02-02 3", "2027-08-01 4"],
    ],
  ] satisfies Case[])("are %s", (_, change, points, others = []) => {
    const shown = measuredValues(change, dayOf);
    expect(shown.points.map(({ on, value }) => `${on} ${value}`)).toEqual(points);
    expect(shown.others.map(({ on, value }) => `${on} ${value}`)).toEqual(others);
  });

  it("are each there once, in order of their days, with the line of one metric and unit", () => {
    const what = fc.record({ metric: fc.constantFrom("Way back", "Way out"), unit: fc.constantFrom("min", "h") });
    const value = fc.record({ day: fc.integer({ min: 1, max: 28 }), value: fc.integer(), what });
    fc.assert(
      fc.property(fc.array(value, { maxLength: 8 }), what, fc.boolean(), (values, now, isChecked) => {
        const dated = values.toSorted((one, other) => other.day - one.day);
        const updates = dated.map((one) =>
          update(`2027-01-${String(one.day).padStart(2, "0")}T09:00:00Z`, one.value, one.what),
        );
        const measured = isChecked ? checked(1) : null;
        const { points, others } = measuredValues({ measure: now, measured, updates }, dayOf);
        expect(points.length + others.length).toBe(values.length + Number(isChecked));
        expect(points.every(({ metric, unit }) => metric === now.metric && unit === now.unit)).toBe(true);
        expect(others.some(({ metric, unit }) => metric === now.metric && unit === now.unit)).toBe(false);
        for (const some of [points, others])
          expect(some.every(({ on }, at) => at === 0 || (some[at - 1]?.on ?? "") <= on)).toBe(true);
      }),
    );
  });
});

describe("the axis of values", () => {
  it.each([
    [
      [0, 43, 61],
      [0, 20, 40, 60, 80],
    ],
    [
      [28, 5, 3.67],
      [0, 10, 20, 30],
    ],
    [[7], [6, 8]],
    [[0], [0, 0.5]],
    [
      [5e-324, 0],
      [0, 0.5],
    ],
    [
      [1e12, 1e12 - 0.0002],
      [5e11, 1e12],
    ],
    [
      [-5, 5],
      [-5, 0, 5],
    ],
    [
      [0.1, 0.3],
      [0.1, 0.15, 0.2, 0.25, 0.3],
    ],
    [
      [1, 20],
      [1, 10, 100],
    ],
    [
      [2, 500_000],
      [1, 100, 10_000, 1_000_000],
    ],
    [
      [99.9, 99.95],
      [99.9, 99.92, 99.94, 99.96],
    ],
    [
      [1e9, 2e9],
      [1e9, 1.5e9, 2e9],
    ],
  ])("of %j has the round numbers %j", (values, ticks) => expect(valueAxis(values).ticks).toEqual(ticks));

  it("has room for every value, in their order, between its ticks", () => {
    const value = fc.double({ min: -1e12, max: 1e12, noNaN: true, noDefaultInfinity: true });
    fc.assert(
      fc.property(fc.array(value, { minLength: 1, maxLength: 12 }), (values) => {
        const { ticks, place } = valueAxis(values);
        const places = [...values].sort((a, b) => a - b).map(place);
        expect(places.every((at) => at >= -1e-6 && at <= 1 + 1e-6)).toBe(true);
        expect(places.every((at, index) => index === 0 || at >= (places[index - 1] ?? 0))).toBe(true);
        expect(ticks.length).toBeGreaterThan(1);
        expect(ticks.length).toBeLessThanOrEqual(7);
      }),
    );
  });
});

describe("the axis of days", () => {
  it.each([
    [["2027-01-15", "2027-03-20"], 6, ["2027-02-01", "2027-03-01"]],
    [["2027-03-20", "2027-01-01"], 6, ["2027-01-01", "2027-02-01", "2027-03-01"]],
    [["2026-12-31", "2028-01-01"], 4, ["2027-01-01", "2027-05-01", "2027-09-01", "2028-01-01"]],
    [["2027-01-15"], 6, []],
  ])("of %j with at most %d months names %j", (days, most, months) =>
    expect(dayAxis(days, most).months.map(({ day }) => day)).toEqual(months),
  );

  it("places each day between its ends, with no more months than there is room for", () => {
    const day = fc.integer({ min: 0, max: 3000 }).map((days) => addDays("2024-02-29", days));
    fc.assert(
      fc.property(fc.array(day, { minLength: 1, maxLength: 9 }), fc.integer({ min: 1, max: 12 }), (days, most) => {
        const { months, place } = dayAxis(days, most);
        expect(days.every((one) => place(one) >= 0 && place(one) <= 1)).toBe(true);
        expect(months.length).toBeLessThanOrEqual(most);
      }),
    );
  });
});
