import { expect, it } from "vitest";
import {
  changeFor,
  comparedFields,
  firstMapping,
  formerLabels,
  mappingProblem,
  sentFields,
  translationOf,
  valuesThere,
} from "./mapping.ts";
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

it.each([
  [["priority: P1"], "P1", ["urgency-P2"], ["priority: P1"]],
  [["priority: P1", "prio-P3", "other"], "P3", ["urgency-P2"], ["prio-P3", "priority: P1"]],
  [["prio-P1", "urgency-P0"], "P0", ["urgency-P2"], ["urgency-P0", "prio-P1"]],
  [["Urgency-p2", "prio-P1"], "P2", undefined, ["prio-P1"]],
])("replaces labels with earlier prefixes of the priority: %j", (labels, read, addLabels, removeLabels) => {
  const renamed = { ...mapping, priorityLabel: "urgency-", formerPriorityLabels: ["prio-", "priority: "] };
  expect(valuesThere(issue(labels), renamed).priority).toBe(read);
  const change = { ...(addLabels ? { addLabels } : {}), removeLabels };
  expect(changeFor(new Map([["priority", "P2"]]), issue(labels), renamed)).toEqual(change);
});

it("keeps earlier labels, but none that has a meaning again", () => {
  const named = (priorityLabel: string | null, inProgressLabel: string | null, more = {}) => ({
    ...{ priorityLabel, inProgressLabel, blockedLabel: "blocked", startedLabels: [], ...more },
  });
  const first = formerLabels(named("a-", "doing"), named("b-", "wip"));
  expect(first).toEqual({ formerPriorityLabels: ["a-"], formerInProgressLabels: ["doing"] });
  const second = formerLabels({ ...named("b-", "wip"), ...first }, named("A-", "Doing"));
  expect(second).toEqual({ formerPriorityLabels: ["b-"], formerInProgressLabels: ["wip"] });
  const third = formerLabels({ ...named("A-", "Doing"), ...second }, named(null, "now", { startedLabels: ["WIP"] }));
  expect(third).toEqual({ formerPriorityLabels: ["A-", "b-"], formerInProgressLabels: ["Doing"] });
  expect(formerLabels(named("b-", "wip"), named("b-", "wip"))).toEqual({
    formerPriorityLabels: [],
    formerInProgressLabels: [],
  });
  const blocked = { ...named("b-", "new"), blockedLabel: "wip" };
  expect(formerLabels(named("b-", "wip"), blocked).formerInProgressLabels).toEqual([]);
});

it("reads an earlier label for work in progress, and removes it with the state", () => {
  const renamed = { ...mapping, inProgressLabel: "wip", formerInProgressLabels: ["doing"] };
  expect(valuesThere(issue(["Doing"]), renamed).status).toBe("started");
  const to = (state: string) => changeFor(new Map([["status", state]]), issue(["Doing"]), renamed);
  expect(to("started")).toEqual({ state: "started" });
  expect(to("open")).toEqual({ state: "open", removeLabels: ["Doing"] });
});

it.each([
  [{}, ["title", "description", "doneWhen", "key", "link", "priority", "dueDate", "owner"]],
  [{ priorityLabel: null }, ["title", "description", "doneWhen", "key", "link", "dueDate", "owner"]],
  [{ fields: ["title", "status"] }, ["title", "description", "key", "link"]],
  [
    { template: { title: "{title}", body: "For {incident}, {team}" } },
    ["title", "priority", "dueDate", "owner", "team", "incident"],
  ],
  [{ template: { title: "{title}", body: "{owner} {priority}" }, fields: [] }, ["title", "priority", "owner"]],
] as const)("names the fields that a new issue gets: %j", (more, fields) => {
  expect(sentFields({ ...mapping, ...more })).toEqual(fields);
});

it("compares only what a connection keeps equal", () => {
  expect([...comparedFields({ ...mapping, fields: ["title", "status"], blockedLabel: null })]).toEqual([
    "title",
    "status",
  ]);
  expect([...comparedFields({ ...mapping, priorityLabel: null })]).not.toContain("priority");
});

it("marks work in progress by a label where the tracker has no state for it", () => {
  const labels = { blockedLabel: "blocked", priorityLabel: "priority: " };
  const fields = ["title", "status", "owner", "dueDate", "priority", "doneWhen"];
  expect(firstMapping("github")).toMatchObject({ fields, inProgressLabel: "doing", ...labels });
  for (const vendor of ["jira", "linear"] as const)
    expect(firstMapping(vendor)).toMatchObject({ fields, inProgressLabel: null, ...labels });
});

it("compares everything that has a value on both sides", () => {
  expect([...comparedFields(mapping)]).toEqual(["title", "status", "owner", "dueDate", "blocked", "priority"]);
  const none = { ...mapping, blockedLabel: null, priorityLabel: null };
  expect([...comparedFields(none)]).toEqual(["title", "status", "owner", "dueDate"]);
});

it("reads no label that a connection doesn't have, and only the labels of its prefix", () => {
  const none = { ...mapping, inProgressLabel: null, blockedLabel: null, priorityLabel: null };
  expect(valuesThere(issue(["doing", "blocked", "priority: P1"]), none)).toMatchObject({
    status: "open",
    blocked: null,
    priority: null,
  });
  expect(valuesThere(issue(["customer-P1", "priority: P2"]), mapping).priority).toBe("P2");
  expect(valuesThere(issue([], { assignee: { id: "r1", name: "Ana" } }), mapping).owner).toBe("r1");
});

it("removes only the label that no longer applies", () => {
  expect(changeFor(new Map([["blocked", null]]), issue(["other", "Blocked"]), mapping)).toEqual({
    removeLabels: ["Blocked"],
  });
  expect(changeFor(new Map([["owner", "r1"]]), issue(["blocked"]), mapping)).toEqual({ assignee: "r1" });
});

it("says people and statuses in the words of the other side", () => {
  const { toThere, toHere } = translationOf({ there: new Map([["r1", "u1"]]), here: new Map([["u1", "r1"]]) }, mapping);
  expect([toThere("owner", "u1"), toThere("owner", "u2"), toThere("owner", null)]).toEqual(["r1", null, null]);
  expect([toHere("owner", "r1"), toHere("owner", "r2"), toHere("owner", null)]).toEqual(["u1", undefined, null]);
  expect(
    ["proposed", "accepted", "in_progress", "implemented", "verified", "declined", "waived"].map((one) =>
      toThere("status", one),
    ),
  ).toEqual(["open", "open", "started", undefined, "completed", "not_planned", undefined]);
  expect(["open", "started", "completed", "not_planned", null].map((one) => toHere("status", one))).toEqual([
    "accepted",
    "in_progress",
    "implemented",
    undefined,
    undefined,
  ]);
  expect([toThere("title", "A"), toHere("title", "A")]).toEqual(["A", "A"]);
});

it("reads and writes the states of its table", () => {
  const table = {
    statesHere: { ...mapping.statesHere, open: null, started: "accepted" as const },
    statesThere: { ...mapping.statesThere, implemented: "completed" as const, proposed: null },
  };
  const { toThere, toHere } = translationOf({ there: new Map(), here: new Map() }, table);
  expect([toHere("status", "open"), toHere("status", "started")]).toEqual([undefined, "accepted"]);
  expect([toThere("status", "implemented"), toThere("status", "proposed")]).toEqual(["completed", undefined]);
});

it("reads every label of work in progress, and removes them once it isn't", () => {
  const labelled = { ...mapping, startedLabels: ["review", "qa"] };
  expect(valuesThere(issue(["QA"]), labelled).status).toBe("started");
  expect(changeFor(new Map([["status", "started"]]), issue(["QA"]), labelled)).toEqual({ state: "started" });
  expect(changeFor(new Map([["status", "open"]]), issue(["QA", "doing"]), labelled)).toEqual({
    state: "open",
    removeLabels: ["doing", "QA"],
  });
});

it.each([
  [{}, "github", null],
  [{ inProgressLabel: null }, "github", /GitHub has no state for work in progress/],
  [{ inProgressLabel: null }, "jira", null],
  [{ inProgressLabel: null, statesThere: { ...mapping.statesThere, in_progress: "open" } }, "gitlab", null],
  [{ startedLabels: ["Blocked"] }, "github", /“blocked” has two meanings/],
  [{ template: { title: "A fix", body: "" } }, "github", /needs the field \{title\}/],
  [{ template: { title: "{title}", body: "{titel}" } }, "github", /^\{titel\} isn't a field of an action/],
] as const)("a mapping with %j in %s", (change, vendor, problem) => {
  const found = mappingProblem({ ...mapping, ...change }, vendor);
  if (problem === null) expect(found).toBeNull();
  else expect(found).toMatch(problem);
});
