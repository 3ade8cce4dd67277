import { describe, expect, it } from "vitest";
import { parseSource } from "#importers/open/parse-source.ts";
import { jsonInput } from "#importers/testing/fixtures.ts";

const told = (json: unknown) => parseSource(jsonInput(json)).events.map(({ at }) => at?.slice(11, 16));

const MADE = "2026-02-01T09:00:00Z";
const CHANGED = "2026-03-01T10:00:00Z";
const TASK = { title: "Support large files", created_at: MADE };
const epoch = (time: string) => String(Date.parse(time) / 1000);

describe("a delivery about a change of something that was made before", () => {
  it.each<[string, object]>([
    [
      "a change with its own time",
      {
        action: "change",
        type: "task",
        data: TASK,
        change: { diff: { status: { from: 3, to: 4 } }, created_at: CHANGED },
      },
    ],
    ["an audit entry", { object: TASK, audit: { action: "modify", at: CHANGED } }],
    ["an activity", { ticket: TASK, activity: { type: "assigned", time: CHANGED } }],
    [
      "meta data of the delivery",
      {
        meta: { action: "change", entity: "deal", timestamp: Date.parse(CHANGED) / 1000 },
        data: { title: "Big deal", add_time: MADE, update_time: CHANGED },
      },
    ],
    ["an event", { document: TASK, event: { operation: "moved", when: CHANGED } }],
    ["a notification", { page: { name: "x" }, form: TASK, notification: { type: "form.edited", created: CHANGED } }],
    ["a change", { thing: TASK, change: { kind: "x", trigger: "reassigned", changed_at: CHANGED } }],
    ["an action", { card: TASK, action: { type: "updateCheckItem", date: CHANGED } }],
    ["an activity in camel case", { activity: { eventType: "issueMoved", occurredAt: CHANGED }, issue: TASK }],
    [
      "an event with a number",
      { event: { id: 7, event_type: "tag_added", createInstant: Date.parse(CHANGED) }, item: TASK },
    ],
  ])("is at the time of the change: %s", (_what, json) => {
    expect(told(json)).toEqual(["10:00"]);
  });

  it.each<[string, object, string[]]>([
    [
      "a move",
      {
        event_name: "task.move",
        event_data: { task: { title: "Fix it", date_creation: epoch(MADE), date_moved: epoch(CHANGED) } },
      },
      ["09:00", "10:00"],
    ],
    [
      "a modification",
      {
        action: "contact.modified",
        contact: { name: "x", note: "Wants a call", date_creation: MADE, date_modification: CHANGED },
      },
      ["09:00", "10:00"],
    ],
    ["what was only made", { event: "task.created", task: { ...TASK, updated_at: CHANGED } }, ["09:00"]],
    ["a change without a time", { event: "task.updated", task: TASK }, ["09:00"]],
  ])("is at the times of its matter if it has none: %s", (_what, json, clocks) => {
    expect(told(json)).toEqual(clocks);
  });
});
