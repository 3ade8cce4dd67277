import { expect, it } from "vitest";
import { actionWords, actorWords } from "#lib/across/audit/action-words.ts";
import { changedFields } from "./changed-fields.ts";

const fields = (before: unknown, after: unknown, names: Record<string, string> = {}, action = "member.updated") =>
  changedFields({ action, before, after, names });

it.each([
  ["incident.severity_changed", "Changed the severity"],
  ["gate.waived", "Waived a gate"],
  ["review.in_review", "Sent to review"],
  ["action_item.verified", "Verified an action"],
  ["member.role_changed", "Changed a role"],
  ["member.signed_in", "Signed in"],
  ["shiny_thing.made", "Shiny thing: made"],
  ["started", "Started"],
])("words %s as “%s”", (action, words) => {
  expect(actionWords(action)).toBe(words);
});

it("names how someone acted if it wasn't in the browser", () => {
  expect(actorWords("Maya", "user")).toBe("Maya");
  expect(actorWords("Maya", "token")).toBe("Maya, by token");
  expect(actorWords("cli", "cli")).toBe("Command line");
});

it("lists what changed and leaves out unchanged and identifying fields", () => {
  expect(
    fields({ role: "member", name: "Mo", kept: 1 }, { id: "7", version: 2, role: "tpm", name: "Mo", disabled: true }),
  ).toEqual([
    { field: "role", before: "member", after: "tpm" },
    { field: "disabled", before: null, after: "yes" },
  ]);
  expect(fields({ status: "open" }, null)).toEqual([{ field: "status", before: "open", after: null }]);
  expect(fields(null, null)).toEqual([]);
});

it("names a device, an address and a gate in words, without ids", () => {
  const id = "01a2212f-0dd5-71cb-a7c9-281b62d5c2d6";
  const userAgent = "Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 Chrome/156.0.0.0 Safari/537.36";
  expect(
    fields(
      null,
      { ip: "127.0.0.1", userAgent, gate: "milestones_set", eventId: id, windowId: id },
      { [id]: "E2 Load rises" },
    ),
  ).toEqual([
    { field: "network address", before: null, after: "127.0.0.1" },
    { field: "device", before: null, after: "Chrome on Linux" },
    { field: "gate", before: null, after: "Key times are set or marked as not applicable" },
    { field: "event", before: null, after: "E2 Load rises" },
    { field: "window", before: null, after: "E2 Load rises" },
  ]);
  expect(fields(null, { eventId: id })).toEqual([]);
});

it("names people and teams", () => {
  expect(fields({ memberIds: [] }, { memberIds: ["a", "b"], ownerTeamId: "t" }, { a: "Ada", t: "Platform" })).toEqual([
    { field: "members", before: null, after: "Ada, b" },
    { field: "owner team", before: null, after: "Platform" },
  ]);
});

it.each([
  ["timeline_event.updated", "known", "“Known” value"],
  ["import.created", "known", "events already known"],
  ["impact_window.changed", "to", "end"],
  ["milestone.set", "name", "milestone"],
])("a field of %s, %s, is the %s", (action, name, label) => {
  expect(fields(null, { [name]: "other" }, {}, action)).toEqual([{ field: label, before: null, after: "other" }]);
});
