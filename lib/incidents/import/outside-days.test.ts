import { expect, it } from "vitest";
import { outsideDay, outsideDays } from "./outside-days.ts";

const span = { startedAt: "2017-02-13T12:52:00.000Z", endedAt: "2017-02-13T16:31:00.000Z", timeZone: "Europe/Berlin" };

function counted(instants: readonly string[]) {
  const counts = new Map<string, number>();
  for (const at of instants) {
    const day = outsideDay(at, span);
    if (day !== null) counts.set(day, (counts.get(day) ?? 0) + 1);
  }
  return outsideDays(counts, span);
}

it.each([
  ["2017-02-13T13:00:00.000Z", []],
  ["2017-02-12T13:00:00.000Z", []],
  ["2017-02-14T16:00:00.000Z", []],
  ["2017-02-12T12:00:00.000Z", [{ date: "2017-02-12", times: 1, days: -1 }]],
  ["2017-02-14T17:00:00.000Z", [{ date: "2017-02-14", times: 1, days: 1 }]],
  ["2017-01-31T09:12:00.000Z", [{ date: "2017-01-31", times: 1, days: -13 }]],
  ["2017-01-31T23:12:00.000Z", [{ date: "2017-02-01", times: 1, days: -12 }]],
  ["2016-02-13T13:00:00.000Z", [{ date: "2016-02-13", times: 1, days: -366 }]],
])("counts a time more than a day outside the incident on its day: %s", (at, expected) => {
  expect(counted([at])).toEqual(expected);
});

it("counts the times of each day, in order", () => {
  const at = ["2017-03-01T10:00:00Z", "2017-01-31T09:00:00Z", "2017-01-31T10:00:00Z"];
  expect(counted(at).map(({ date, times }) => [date, times])).toEqual([
    ["2017-01-31", 2],
    ["2017-03-01", 1],
  ]);
});
