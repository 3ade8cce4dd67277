import { expect, it } from "vitest";
import { tellEntry } from "./describe.ts";

const ADA = "01a213af-25a3-77c2-8f44-f1382d85e999";
const EVENT = "01a213af-2a7d-7b68-bf15-ae2347ee343a";
const names = new Map([[ADA, "Ada"]]);
const of = (action: string, after: unknown, before: unknown = null) => {
  const { what, details } = tellEntry({ action, before, after }, names);
  return [what, ...details];
};

it("describes an update of one field as one sentence", () => {
  expect(of("review.updated", { key: "REV-1", version: 3, meetingOn: "2026-11-27" }, { meetingOn: null })).toEqual([
    "Set the meeting date to Fri 27 Nov 2026",
  ]);
  expect(of("review.updated", { ownerId: ADA, title: "B" }, { ownerId: null, title: "A" })).toEqual([
    "Changed the review",
    "Set the owner to Ada",
    "Changed the title from A to B",
  ]);
  expect(of("review.updated", { ownerId: null }, { ownerId: ADA })).toEqual(["Removed the owner"]);
});

it("describes a step by its sentence, with its reason and without its status", () => {
  expect(of("review.in_review", { status: "in_review" }, { status: "draft" })).toEqual(["Sent to review"]);
  expect(of("review.reopened", { status: "reviewed", reason: "A new fact" })).toEqual([
    "Reopened the review",
    "Reason: A new fact",
  ]);
});

it("names the version that was published again, and its changes", () => {
  const after = { status: "published", number: 3, note: "Counted again" };
  expect(of("review.published_again", after, { status: "published", number: 2 })).toEqual([
    "Published the review again",
    "Version 3",
    "What changed: Counted again",
  ]);
});

it("names the gate of a waiver and the file of an import", () => {
  expect(of("gate.waived", { gate: "milestones_set", reason: "No pages then" })).toEqual([
    "Waived “Key times are set or marked as not applicable”",
    "Reason: No pages then",
  ]);
  expect(of("gate.waiver_taken_back", { gate: "meeting_held", reason: null })).toEqual([
    "Withdrew the waiver of “Review meeting held”",
  ]);
  const left = { gate: "section:luck", leftOut: "Luck", reason: "There was none" };
  const asked = { gate: "section:luck", leftOut: null, reason: null };
  expect(of("gate.waived", left, asked)).toEqual(["Left out “Luck”", "Reason: There was none"]);
  expect(of("gate.waiver_taken_back", asked, left)).toEqual(["Required “Luck” again"]);
  const impact = { gate: "section:impact", section: "Impact", reason: "None" };
  expect(of("gate.waived", impact)).toEqual(["Waived “Impact”", "Reason: None"]);
  expect(of("gate.waiver_taken_back", { ...impact, section: null, reason: null }, impact)).toEqual([
    "Withdrew the waiver of “Impact”",
  ]);
  expect(of("gate.waived", { gate: "section:luck", reason: "None" })).toEqual(["Waived a gate", "Reason: None"]);
  const counts = { created: 7, known: 0, rejected: 2 };
  expect(of("import.created", { filename: "notes.txt", format: "notes", ...counts })).toEqual([
    "Imported notes.txt, 7 events",
    "2 rejected rows",
  ]);
});

it("puts the subject in quotes, counts ids without a name and leaves out empty values", () => {
  const factor = { role: "luck", evidence: [{ eventId: EVENT }], statement: "A copy was six hours old", why: "" };
  expect(of("factor.added", factor)).toEqual([
    "Added a contributing factor",
    "“A copy was six hours old”",
    "Set the role to luck",
    "1 piece of evidence",
  ]);
  expect(of("comment.added", { quote: "", parentId: EVENT })).toEqual(["Commented"]);
  expect(of("review.archived", null)).toEqual(["Archived the review"]);
});
