import { describe, expect, it } from "vitest";
import { ACTION_STATUSES } from "#lib/base/vocabulary/action-item.ts";
import { answersTo, evidenceByPoint, evidenceKindOf, keepsEvidence, pointsOf, wrongPart } from "./evidence.ts";

describe("the points of “done when”", () => {
  it.each<[string, string, string[]]>([
    ["nothing", " \n ", []],
    ["one sentence", "A drill is back in 5 minutes.", ["A drill is back in 5 minutes."]],
    ["lines", "It pages\n\n It names the runbook ", ["It pages", "It names the runbook"]],
    ["a list after its introduction", "On each host:\n- It pages\n- [ ] It is shown", ["It pages", "It is shown"]],
    ["a numbered list", "1. It pages\n2) It is shown", ["It pages", "It is shown"]],
    [
      "a point of two lines",
      "* It pages\n  within 5 minutes\n* It is shown",
      ["It pages within 5 minutes", "It is shown"],
    ],
    ["the same point twice", "- It pages\n- It pages", ["It pages"]],
    ["a number that starts a sentence", "99.8% of requests pass", ["99.8% of requests pass"]],
  ])("%s", (_, doneWhen, points) => expect(pointsOf(doneWhen)).toEqual(points));

  it("get an answer each, and none for a point that isn't there", () => {
    expect(answersTo(["a", "b"], [{ point: 2, answer: "met" }])).toEqual([
      { point: "a", answer: "not_checked" },
      { point: "b", answer: "met" },
    ]);
    expect(answersTo(["a"], [{ point: 2, answer: "met" }])).toBeNull();
  });
});

it.each([
  ["for all points", [null, null], [[], []], [0, 1]],
  ["for one", ["It pages", null], [[0], []], [1]],
  ["for one each", ["It is shown", "It pages", "It pages"], [[1, 2], [0]], []],
  ["for a point that was reworded", ["It pages us", "It pages"], [[1], []], [0]],
] as const)("evidence %s is shown there: %j", (_, points, ofPoints, ofAll) => {
  const pieces = points.map((point, id) => ({ id, point }));
  const shown = evidenceByPoint(["It pages", "It is shown"], pieces);
  const ids = (some: readonly { id: number }[]) => some.map(({ id }) => id);
  expect([shown.ofPoints.map(ids), ids(shown.ofAll)]).toEqual([ofPoints, ofAll]);
});

it.each([
  ["https://ci.example.com/1", "link"],
  ["https://github.com/acme/pricing/pull/812", "change"],
  ["https://gitlab.com/acme/pricing/-/merge_requests/8", "change"],
  ["Paged after 70 s, see https://ci.example.com/1", "text"],
  ["Paged after 70 s", "text"],
])("%s looks like a %s", (text, kind) => expect(evidenceKindOf(text)).toBe(kind));

it.each([
  [{ kind: "link", url: "https://ci" }, null],
  [{ kind: "link" }, "url"],
  [{ kind: "change", url: "https://ci", text: "x" }, "text"],
  [{ kind: "event", eventId: "1" }, null],
  [{ kind: "event" }, "eventId"],
  [{ kind: "query", text: "sum(rate(errors))", url: "https://grafana" }, null],
  [{ kind: "query", url: "https://grafana" }, "text"],
  [{ kind: "text", text: " " }, "text"],
  [{ kind: "text", text: "Seen", url: "https://ci" }, "url"],
  [{ kind: "file", file: "drill.log" }, null],
  [{ kind: "file" }, "file"],
  [{ kind: "file", file: "drill.log", text: "Seen" }, "text"],
  [{ kind: "link", url: "https://ci", file: "drill.log" }, "file"],
] as const)("%o is wrong about %s", (given, field) => expect(wrongPart(given)?.field ?? null).toBe(field));

it("allows removing evidence while the action doesn't need it", () => {
  const rules = (others: number) => ACTION_STATUSES.map((status) => keepsEvidence({ status, others })?.rule ?? null);
  expect(rules(0)).toEqual([null, null, null, "evidence_needed", "evidence_kept", null, null]);
  expect(rules(1)).toEqual([null, null, null, null, "evidence_kept", null, null]);
});
