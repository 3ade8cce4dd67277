import { expect, it } from "vitest";
import { sampleEvent } from "../testing/sample-event.ts";
import { suggestionsByRow } from "./suggestions.ts";

const AT = "2025-01-01T10:00:00.000Z";
const events = [
  sampleEvent("lead", AT),
  sampleEvent("copy", AT, { leadId: "lead", relation: "merged" }),
  sampleEvent("alone", AT),
];
const suggestion = (name: "paged" | "detected", eventId: string) => ({
  name,
  eventId,
  title: "",
  at: AT,
  reason: "",
  doubt: null,
});

it("places a suggestion on the row of its event, or on the lead's for a merged event", () => {
  const rows = suggestionsByRow([suggestion("detected", "copy"), suggestion("paged", "lead")], events);
  expect([...rows].map(([row, list]) => [row, list.map(({ name }) => name)])).toEqual([
    ["lead", ["detected", "paged"]],
  ]);
});

it("leaves out a suggestion whose event isn't in the timeline", () => {
  expect(suggestionsByRow([suggestion("paged", "gone")], events).size).toBe(0);
});
