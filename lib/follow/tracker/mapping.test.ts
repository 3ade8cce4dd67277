import { expect, it } from "vitest";
import { changeFor, comparedFields, firstMapping, valuesThere } from "./mapping.ts";
import type { RemoteIssue } from "./remote-issue.ts";

const mapping = firstMapping("github");
const issue = (labels: string[], more: Partial<RemoteIssue> = {}): RemoteIssue => ({
  ...{ id: "1", ref: "a/b#1", url: "https://github.com/a/b/issues/1", title: "A", state: "open", assignee: null },
  ...{ due: null, labels, updatedAt: "2027-02-01T09:00:00Z", ...more },
});

it.each([
  [[], { status: "open", blocked: null, priority: null }],
  [["doing"], { status: "started" }],
  [["Doing", "BLOCKED"], { status: "started", blocked: "yes" }],
  [["priority: P1"], { priority: "P1" }],
  [["Priority:-p0"], { priority: "P0" }],
  [["priority:P3"], { priority: "P3" }],
  [["priority: high"], { priority: null }],
])("reads the labels %j", (labels, values) => {
  expect(valuesThere(issue(labels), mapping)).toMatchObject(values);
});

it("reads a closed issue as closed, whatever its labels", () => {
  expect(valuesThere(issue(["doing"], { state: "completed" }), mapping).status).toBe("completed");
});

it.each([
  ["status", "started", [], { state: "started", addLabels: ["doing"] }],
  ["status", "started", ["Doing"], { state: "started" }],
  ["status", "completed", ["Doing"], { state: "completed", removeLabels: ["Doing"] }],
  ["blocked", "yes", [], { addLabels: ["blocked"] }],
  ["blocked", null, ["Blocked"], { removeLabels: ["Blocked"] }],
  ["priority", "P2", ["priority:-P1", "other"], { addLabels: ["priority: P2"], removeLabels: ["priority:-P1"] }],
  ["priority", "P1", ["Priority:-p1"], {}],
  ["owner", null, [], { assignee: null }],
  ["dueDate", "2027-02-17", [], { due: "2027-02-17" }],
  ["title", "B", [], { title: "B" }],
] as const)("writes %s %s over %j", (field, value, labels, change) => {
  expect(changeFor(new Map([[field, value]]), issue([...labels]), mapping)).toEqual(change);
});

it("compares only what a connection keeps equal", () => {
  expect([...comparedFields({ ...mapping, fields: ["title", "status"], blockedLabel: null })]).toEqual([
    "title",
    "status",
  ]);
  expect([...comparedFields({ ...mapping, priorityLabel: null })]).not.toContain("priority");
});
