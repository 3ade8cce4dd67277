import { expect, it } from "vitest";
import { fieldWords } from "./field-labels.ts";
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
  expect(["meetingOn", "ownerId", "key", "promptHash", "once_recorded"].map(isTold)).toEqual([
    ...[true, true, false, false, false],
  ]);
});

it("reads no label from what every object has", () => {
  expect(fieldWords("toString")).toBe("to string");
  expect(isLabelled("constructor")).toBe(false);
});
