import { describe, expect, it } from "vitest";
import { effectWords, evidenceWords, issuesOf } from "./detail-words.ts";

it.each([
  [undefined, ""],
  [{ pieces: 0, points: 0, shown: 0 }, ""],
  [{ pieces: 3, points: 0, shown: 0 }, "3"],
  [{ pieces: 0, points: 2, shown: 0 }, "0 of 2"],
  [{ pieces: 4, points: 2, shown: 1 }, "1 of 2"],
])("says how many points have evidence: %o as %s", (evidence, words) => expect(evidenceWords(evidence)).toBe(words));

it.each([
  ["2026-10-31", null, "Due"],
  ["2026-10-30", "yes", "Due"],
  ["2026-11-01", null, ""],
  ["2026-11-01", "not_exercised", "Not exercised"],
  [null, "partly", "Partly"],
  [null, null, ""],
] as const)("says of an effect due on %s with the answer %s: %s", (effectDueOn, effectAnswer, words) =>
  expect(effectWords({ effectDueOn, effectAnswer }, "2026-10-31")).toBe(words),
);

describe("the issues of an action", () => {
  const issue = { ref: "PAY-3", url: "https://pay.example/PAY-3" };

  it("contain the link that a person entered, once", () => {
    expect(issuesOf({ issues: [issue], trackerUrl: "https://git.example/pay/issues/12/?a=1#note" })).toEqual([
      issue,
      { ref: "12", url: "https://git.example/pay/issues/12/?a=1#note" },
    ]);
    expect(issuesOf({ issues: [issue], trackerUrl: issue.url })).toEqual([issue]);
    expect(issuesOf({ issues: [], trackerUrl: null })).toEqual([]);
    expect(issuesOf(undefined)).toEqual([]);
  });
});
