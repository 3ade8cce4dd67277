import { expect, it } from "vitest";
import { readSeries } from "./read-series.ts";
import { seriesCsv } from "./series-csv.ts";

const at = (minute: number) => `2026-02-02T09:0${minute}:00.000Z`;

it.each([
  [
    "counts",
    [
      { at: at(0), errors: 4, total: 611, ratio: null },
      { at: at(1), errors: 0, total: 598, ratio: null },
    ],
  ],
  [
    "shares alone",
    [
      { at: at(0), errors: null, total: null, ratio: 0.125 },
      { at: at(1), errors: null, total: null, ratio: 0 },
    ],
  ],
])("writes what is read back, %s", (_, points) => {
  const read = readSeries(seriesCsv(points)).points;
  expect(read.map(({ at: when, errors, total }) => ({ at: when, errors, total }))).toEqual(
    points.map(({ at: when, errors, total }) => ({ at: when, errors, total })),
  );
  const rates = points.map(({ errors, total, ratio }) => ratio ?? (errors ?? 0) / (total ?? 1));
  read.forEach(({ errors, total, ratio }, place) => {
    expect(ratio ?? (errors ?? 0) / (total ?? 1)).toBeCloseTo(rates[place] ?? 0, 4);
  });
});

it("leaves a cell empty where nothing is known", () => {
  expect(
    seriesCsv([
      { at: at(0), errors: 4, total: 32, ratio: null },
      { at: at(1), errors: null, total: 0, ratio: null },
      { at: at(2), errors: null, total: null, ratio: 0.5 },
    ]),
  ).toBe(`time,errors,total,error_percent\n${at(0)},4,32,12.500\n${at(1)},,0,\n${at(2)},,,50.000\n`);
});
