import { expect, it } from "vitest";
import type { ActionItem } from "#lib/contract/action-item.ts";
import { makeRow } from "../testing/make-row.ts";
import { applied, type Change, fileOf, inverseOf, isRepeatable } from "./change.ts";
import { currentWords } from "./change-words.ts";

it("offers a change again on a newer row, unless it answers conditions that may differ there", () => {
  const step = { kind: "step", to: "verified" } as const;
  expect(isRepeatable({ ...step, answers: [{ point: 1, answer: "met" }] })).toBe(false);
  expect(isRepeatable({ ...step, reason: "Checked in staging" })).toBe(true);
  expect(isRepeatable({ kind: "priority", priority: "P1" })).toBe(true);
  expect(isRepeatable({ kind: "evidence_pointed", id: "e", point: 2 })).toBe(false);
});

it("undoes a new relation, including one made by a blocked flag, but not an earlier one", () => {
  const blockedBy = { kind: "action" as const, id: "ACT-2", name: "Open the vault" };
  const row = makeRow(1, { blockedReason: "The vault is closed", blockedBy, version: 4 });
  const removed = { kind: "related", related: false, relation: "blocked_by", otherKey: "ACT-2" } as const;
  expect(inverseOf(row, removed)).toEqual({ ...removed, related: true });
  const { blockedReason } = row;
  expect(inverseOf(row, { ...removed, flag: true })).toEqual({ kind: "blocked", blockedReason, blockedBy });
  expect(inverseOf(row, { ...removed, relation: "blocks", flag: true })).toBeNull();
  const added = { ...removed, related: true };
  expect(inverseOf(row, added, { version: 5 } as ActionItem)).toEqual(removed);
  expect(inverseOf(row, added, { version: 4 } as ActionItem)).toBeNull();
});

it.each([
  ["one point to another", 2, 1, 1],
  ["all points", 2, null, null],
  ["a point that was reworded since", 2, undefined, "no undo"],
] as const)("moves a piece of evidence back to %s", (_, point, before, back) => {
  const change = { kind: "evidence_pointed", id: "e", point, ...(before === undefined ? {} : { before }) } as const;
  const undone = inverseOf(makeRow(1), change);
  expect(undone).toEqual(back === "no undo" ? null : { ...change, point: back, before: point });
});

it("adds a factor to those that another change is adding, and undoes it", () => {
  const factor = (id: string) => ({ id, number: 1, statement: `Nobody saw ${id}`, reviewKey: "REV-1" });
  const [seen, rushed] = [factor("seen"), factor("rushed")];
  const whole = { ...makeRow(1), factors: [] } as unknown as ActionItem;
  const first = applied(whole, { kind: "factors", factors: [seen], before: whole.factors });
  expect(first.factors).toEqual([seen]);
  const second = applied(first, { kind: "factors", factors: [...first.factors, rushed], before: first.factors });
  expect(second.factors).toEqual([seen, rushed]);
  const change = { kind: "factors" as const, factors: [seen, rushed], before: [seen] };
  expect(inverseOf(first, change)).toEqual({ kind: "factors", factors: [seen], before: [seen, rushed] });
  expect(applied(makeRow(1), change)).toEqual(makeRow(1));
  expect(isRepeatable(change)).toBe(false);
});

it("knows the file that a change sends", () => {
  const file = new File(["3 min 40 s"], "drill.log");
  const evidence = { kind: "file", method: "Drill" } as const;
  expect(fileOf({ kind: "evidence_added", evidence: { ...evidence, file } })).toBe(file);
  expect(fileOf({ kind: "step", to: "implemented", file })).toBe(file);
  expect(fileOf({ kind: "step", to: "implemented" })).toBeUndefined();
  expect(fileOf({ kind: "priority", priority: "P1" })).toBeUndefined();
});

it("undoes an effort, an asked verifier and the answer that an action is still wanted, but no hand-over", () => {
  const person = { id: "ada", name: "Ada" };
  const row = makeRow(1, { effortDays: 3, askedVerifier: person });
  expect(inverseOf(row, { kind: "effort", effortDays: null })).toEqual({ kind: "effort", effortDays: 3 });
  expect(inverseOf(row, { kind: "verifier", person: null })).toEqual({ kind: "verifier", person });
  expect(inverseOf(row, { kind: "kept", withdrawn: false })).toEqual({ kind: "kept", withdrawn: true });
  expect(inverseOf(row, { kind: "handed_over", owner: person, reason: "Another team" })).toBeNull();
});

it("removes the last piece of the list that a piece of evidence was added to", () => {
  const saved = {
    evidenceList: [{ id: "done" }],
    effect: { answer: { evidence: [{ id: "first" }, { id: "worked" }] } },
  } as ActionItem;
  const evidence = { kind: "text", text: "Seen", method: "Drill" } as const;
  const undone = (ofEffect: boolean) =>
    inverseOf(
      makeRow(1),
      { kind: "evidence_added", evidence: { ...evidence, ...(ofEffect ? { ofEffect } : {}) } },
      saved,
    );
  expect(undone(false)).toEqual({ kind: "evidence_removed", id: "done", removed: true });
  expect(undone(true)).toEqual({ kind: "evidence_removed", id: "worked", removed: true });
});

it.each<[Change, string]>([
  [{ kind: "texts", texts: { doneWhen: "Mine" } }, "“Done when” is “It pages”"],
  [{ kind: "texts", texts: { description: "Mine" } }, "“Why” is empty"],
  [{ kind: "texts", texts: { title: "Mine" } }, "the title is “Page on call”"],
  [{ kind: "due", dueDate: null }, "the due date is Fri 4 Dec 2026"],
  [{ kind: "archived", archived: true }, "it isn't archived"],
])("names what someone else changed first: %j", (change, words) => {
  const now = {
    ...makeRow(1, { title: "Page on call", dueDate: "2026-12-04" }),
    doneWhen: "It pages",
    description: "",
  };
  expect(currentWords(change, now as ActionItem)).toBe(words);
});

it.each([
  ["proposed", true],
  ["accepted", true],
  ["in_progress", true],
  ["implemented", false],
  ["waived", false],
] as const)("undoes a decline from %s: %s", (status, isUndone) => {
  const change = { kind: "step", to: "declined", declineKind: "wont_do", reason: "Too dear" } as const;
  const back = { kind: "step", to: status, reason: "Undone", undoesDecline: true };
  expect(inverseOf(makeRow(1, { status }), change)).toEqual(isUndone ? back : null);
});

it("restores texts of a record that has them", () => {
  const row = makeRow(1, { title: "Rotate the key" });
  const change = { kind: "texts", texts: { title: "Rotate the keys", doneWhen: "Both are new" } } as const;
  expect(inverseOf(row, change)).toBeNull();
  const whole = { ...row, doneWhen: "One is new" } as ActionItem;
  const texts = { title: "Rotate the key", doneWhen: "One is new" };
  expect(inverseOf(whole, change)).toEqual({ kind: "texts", texts });
});
