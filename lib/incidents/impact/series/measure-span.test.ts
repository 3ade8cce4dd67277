import fc from "fast-check";
import { expect, it } from "vitest";
import { measureSpan } from "./measure-span.ts";
import type { Sample } from "./series-samples.ts";

const sample = (fromMs: number, toMs: number, ratio: number, counts: Partial<Sample> = {}): Sample => ({
  ...{ fromMs, toMs, ratio, errors: null, total: null },
  ...counts,
});
const counted = (fromMs: number, toMs: number, errors: number, total: number) =>
  sample(fromMs, toMs, total > 0 ? errors / total : 0, { errors, total });

it.each<[string, Sample[], number | null]>([
  ["is unknown without data", [], null],
  ["is unknown with data elsewhere", [sample(100, 200, 1), sample(-50, 0, 1)], null],
  ["is unknown with data in less than half of it", [sample(0, 49, 1)], null],
  ["is known with data in half of it", [sample(0, 50, 0.4)], 0.4],
  ["is failed over all where all is counted", [counted(0, 50, 9, 10), counted(50, 100, 0, 90)], 0.09],
  ["is the mean over time where one sample is a share", [counted(0, 50, 9, 10), sample(50, 100, 0)], 0.45],
  ["is the mean over time without traffic", [counted(0, 50, 0, 0), counted(50, 100, 0, 0)], 0],
  ["counts the part of a sample that lies inside", [counted(-50, 50, 10, 20), counted(50, 150, 0, 20)], 0.25],
  ["weighs shares by how long they held", [sample(0, 75, 0.2), sample(75, 500, 1)], 0.4],
  ["has five decimals", [sample(0, 100, 1 / 3)], 0.33333],
  ["is at most all", [sample(0, 100, 1.5)], 1],
  ["is at least nothing", [sample(0, 100, -0.5)], 0],
])("the share of failures in a span %s", (_, samples, share) => expect(measureSpan(samples, 0, 100)).toBe(share));

it("measures the share of its samples when they are all alike", () => {
  const share = fc.integer({ min: 0, max: 100_000 }).map((units) => units / 100_000);
  fc.assert(
    fc.property(share, fc.integer({ min: 1, max: 20 }), fc.boolean(), (ratio, count, isCounted) => {
      const counts = isCounted ? { errors: ratio * 1000, total: 1000 } : {};
      const samples = Array.from({ length: count }, (_, at) => sample(at * 10, at * 10 + 10, ratio, counts));
      expect(measureSpan(samples, 0, count * 10)).toBeCloseTo(ratio, 5);
    }),
  );
});
