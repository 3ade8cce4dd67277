import { expect, it } from "vitest";
import { changeSentence, valueWords } from "./change-words.ts";

it.each<[unknown, string | null]>([
  [null, null],
  ["", null],
  [[], null],
  [false, "no"],
  [true, "yes"],
  ["0198c7a2-0000-7000-8000-000000000001", null],
  [["0198c7a2-0000-7000-8000-000000000001", "u1"], "Ada"],
  [7, "7"],
  ["in_progress", "in progress"],
  ["Keep pg_basebackup", "Keep pg_basebackup"],
  ["2026-11-14", "Sat 14 Nov 2026"],
  ["2026-11-14T00:00:00.000Z", "Sat 14 Nov 2026"],
  ["2026-11-14T09:40:00.000Z", "Sat 14 Nov 2026 09:40 UTC"],
  [["u1", "u2"], "Ada, u2"],
  [[{ name: null, role: "on_call", userId: "u1" }], "on call Ada"],
])("%j reads %s", (value, words) => {
  expect(valueWords(value, { u1: "Ada" })).toBe(words);
});

it.each<[string, string | null, string | null, string]>([
  ["meetingOn", null, "Fri 27 Nov 2026", "Set the meeting date to Fri 27 Nov 2026"],
  ["ownerId", "Ada", "Ben", "Changed the owner from Ada to Ben"],
  ["dueDate", "Fri 27 Nov 2026", null, "Removed the due date"],
  ["pinned", "no", "yes", "Pinned it"],
  ["hidden", "yes", "no", "Showed it"],
  ["resolved", null, "yes", "Resolved the incident"],
])("a change of %s from %s to %s is a sentence", (name, was, is, sentence) => {
  expect(changeSentence("review.updated", name, was, is)).toBe(sentence);
});

it.each([
  ["offsetMs", 90_000, "1 m 30 s"],
  ["offsetMs", -5000, "−5 s"],
  ["severity", 2, "SEV2"],
  ["created", 7, "7"],
])("the number in %s, %d, reads %s", (field, value, words) => {
  expect(valueWords(value, {}, field)).toBe(words);
});

it("cuts a text of more than 160 characters", () => {
  expect(valueWords("a".repeat(160), {})).toBe("a".repeat(160));
  expect(valueWords("a".repeat(300), {})).toHaveLength(161);
});
