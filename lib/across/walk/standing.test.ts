import { expect, it } from "vitest";
import { standingOf } from "./standing.ts";

const decided = (...all: readonly (readonly [string, string])[]) =>
  all.map(([day, outcome]) => ({ walkId: day, day, outcome }));

it.each([
  ["nothing", decided(), null],
  ["one meeting", decided(["2017-02-06", "ask"]), { outcome: "ask", meetings: 1, since: "2017-02-06" }],
  [
    "the same answer three times",
    decided(["2017-02-06", "ask"], ["2017-01-30", "ask"], ["2017-01-23", "ask"]),
    { outcome: "ask", meetings: 3, since: "2017-01-23" },
  ],
  [
    "another answer before",
    decided(["2017-02-06", "date"], ["2017-01-30", "date"], ["2017-01-23", "ask"], ["2017-01-16", "date"]),
    { outcome: "date", meetings: 2, since: "2017-01-30" },
  ],
  [
    "two answers in one meeting",
    decided(["2017-02-06", "date"], ["2017-02-06", "ask"], ["2017-01-30", "date"]),
    { outcome: "date", meetings: 2, since: "2017-01-30" },
  ],
])("counts meetings with the same last answer: %s", (_, decisions, standing) => {
  expect(standingOf(decisions)).toEqual(standing);
});
