import { expect, it } from "vitest";
import type { SeriesPoint } from "./series.ts";
import { worstMinute } from "./worst-minute.ts";

const point = (clock: string, more: Partial<SeriesPoint>): SeriesPoint => ({
  ...{ at: `2026-03-04T${clock}.000Z`, errors: null, total: null, ratio: null },
  ...more,
});
const counts = (clock: string, errors: number, total: number) => point(clock, { errors, total });
const share = (clock: string, ratio: number) => point(clock, { ratio });
const minute = (clock: string) => `2026-03-04T${clock}:00.000Z`;

it.each<[string, SeriesPoint[], { at: string; share: number } | null]>([
  ["is unknown without data", [], null],
  ["is unknown without a share", [counts("09:00:00", 0, 0), counts("09:01:00", 0, 0)], null],
  [
    "is the one with most failures of all its requests",
    [counts("09:00:00", 1, 10), counts("09:01:00", 5, 10), counts("09:02:00", 2, 10)],
    { at: minute("09:01"), share: 0.5 },
  ],
  [
    "sums the counts in it rather than their shares",
    [counts("09:00:00", 9, 10), counts("09:00:30", 0, 90), counts("09:01:00", 2, 10), counts("09:01:30", 2, 10)],
    { at: minute("09:01"), share: 0.2 },
  ],
  [
    "is the mean of the shares in it without counts",
    [share("09:00:00", 0.9), share("09:00:30", 0.1), share("09:01:00", 0.6), share("09:01:30", 0.6)],
    { at: minute("09:01"), share: 0.6 },
  ],
  ["is the first of equal ones", [share("09:00:10", 0.5), share("09:01:10", 0.5)], { at: minute("09:00"), share: 0.5 }],
  [
    "goes by shares where errors alone are unknown",
    [point("09:00:00", { ratio: 0.4, total: 100 }), point("09:01:00", { ratio: 0.3, total: 100 })],
    { at: minute("09:00"), share: 0.4 },
  ],
])("the worst minute %s", (_, points, worst) => expect(worstMinute(points)).toEqual(worst));
