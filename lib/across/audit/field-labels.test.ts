import { expect, it } from "vitest";
import { fieldWords, LABELS_OF } from "./field-labels.ts";
import { isLabelled, isTold } from "./recorded-fields.ts";

it.each([
  ["ownerTeamId", "owner team"],
  ["memberIds", "members"],
  ["due_at", "due at"],
  ["meetingOn", "meeting date"],
])("the field %s is %s", (name, words) => {
  expect(fieldWords(name)).toBe(words);
});

it("tells a field with a label, unless only the audit log lists it", () => {
  expect(["meetingOn", "ownerId", "key", "promptHash", "once_recorded"].map(isLabelled)).toEqual([
    ...[true, true, true, true, false],
  ]);
  expect(["meetingOn", "ownerId", "key", "promptHash", "once_recorded"].map((name) => isTold(name))).toEqual([
    ...[true, true, false, false, false],
  ]);
});

it("reads no label from what every object has", () => {
  expect(fieldWords("toString")).toBe("to string");
  expect(isLabelled("constructor")).toBe(false);
});

it("gives another label in some records only to fields that entries contain", () => {
  const names = Object.keys(LABELS_OF).map((key) => key.replace(/^\w+ /, ""));
  expect(names.filter((name) => !isLabelled(name))).toEqual([]);
});

it.each([
  ["otherId", "action_item.related", "other action"],
  ["otherId", "canonical_factor.merged", "other item"],
  ["until", "action_item.waived", "end date"],
  ["until", "strategic_change.effect_postponed", "date to ask again"],
])("the field %s of %s is %s", (name, action, words) => {
  expect(fieldWords(name, action)).toBe(words);
});

it("tells the times of an impact window, and no other from and to", () => {
  expect(["impact_window.added", "strategic_change.scheduled"].map((action) => isTold("to", action))).toEqual([
    true,
    false,
  ]);
});
