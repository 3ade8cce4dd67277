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
});

const KEPT = { status: "draft", archivedAt: null, cancelReason: null };

it.each<[string, unknown, unknown, string[]]>([
  ["review.archived", { ...KEPT, archivedAt: "2026-11-14T09:40:00.000Z" }, KEPT, ["Archived the review"]],
  [
    "review.cancelled",
    { ...KEPT, status: "cancelled", cancelReason: "Twice" },
    KEPT,
    ["Cancelled the review", "Reason: Twice"],
  ],
  ["review.approved", { decision: "approved", reason: "", number: 3 }, null, ["Approved the review", "Version 3"]],
  [
    "review.drafts_updated",
    { keys: ["summary", "impact"] },
    null,
    ["Updated sections from the facts", "Sections: summary, impact"],
  ],
  [
    "review.template_taken_up",
    { kept: [], number: 2, sections: { luck: { key: "luck", title: "Luck" } } },
    { number: 1 },
    ["Applied changes from a newer version of the template", "Version 2", "Sections: Luck"],
  ],
  ["review.picture_added", { picture: EVENT, width: 800, height: 600 }, null, ["Added a picture to the text"]],
  ["comment.edited", { edited: true }, null, ["Edited a comment"]],
  ["comment.deleted", { deleted: true }, null, ["Deleted a comment"]],
  ["comment.reacted", { kind: "thumbs_up" }, null, ["Reacted to a comment", "Reaction: thumbs up"]],
  ["suggestion.all_accepted", { ids: [EVENT, ADA], kept: 23 }, null, ["Accepted several suggestions", "2 suggestions"]],
  [
    "import.zone_answered",
    { zone: "Europe/Dublin", date: null, answered: 7 },
    null,
    ["Answered a time zone question", "Set the time zone to Europe/Dublin", "Gave 7 events a time"],
  ],
  [
    "incident.clock_set",
    { source: "csv", offsetMs: 90_000, movedEvents: 12 },
    { source: "csv", offsetMs: 0 },
    ["Corrected a source's clock", "Changed the clock correction from 0 s to 1 m 30 s", "Moved 12 events"],
  ],
  [
    "timeline_event.bundled",
    { lead: "E3", events: ["E4"] },
    { events: [{ id: EVENT }] },
    ["Bundled events", "Below E3"],
  ],
  [
    "impact_window.changed",
    { key: "INC-1", to: "2026-11-14T09:40:00.000Z" },
    { to: null },
    ["Changed an impact window", "Set the end to Sat 14 Nov 2026 09:40 UTC"],
  ],
  [
    "timeline_event.updated",
    { known: "found_later" },
    { known: "at_the_time" },
    ["Changed an event", "Changed the “Known” value from at the time to found later"],
  ],
  [
    "action_item.evidence_changed",
    { point: "The page names the runbook" },
    { point: "It pages" },
    ["Changed evidence of an action", "Changed the point of “Done when” from It pages to The page names the runbook"],
  ],
  [
    "action_item.updated",
    { doneWhen: "It pages" },
    { doneWhen: "" },
    ["Changed an action", "Set the “Done when” text to It pages"],
  ],
  [
    "strategic_change.effect_postponed",
    { until: "2026-11-27" },
    null,
    ["Moved the day of an effect check", "Set the date to ask again to Fri 27 Nov 2026"],
  ],
  [
    "import.created",
    { filename: "a.csv", created: 1, known: 2 },
    null,
    ["Imported a.csv, 1 event", "2 events already known"],
  ],
  ["action_item.implemented", { to: "implemented" }, { status: "open" }, ["Submitted an action for verification"]],
  ["review.once_recorded", { someOldField: 3 }, null, ["Review: once recorded"]],
])("describes %s without names of fields", (action, after, before, sentences) => {
  expect(of(action, after, before)).toEqual(sentences);
});

it("names a part that was updated before its change", () => {
  const due = (dueOn: string) => ({ dueOn });
  expect(of("review_task.updated", due("2026-11-27"), due("2026-11-20"))).toEqual([
    "Changed a task of the review",
    "Changed the due date from Fri 20 Nov 2026 to Fri 27 Nov 2026",
  ]);
});
