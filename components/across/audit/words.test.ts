import { expect, it } from "vitest";
import { actionWords, actorWords } from "#lib/across/audit/action-words.ts";
import { changedFields } from "./changed-fields.ts";

it.each([
  ["incident.severity_changed", "Changed the severity"],
  ["gate.waived", "Waived a gate"],
  ["review.in_review", "Sent to review"],
  ["action_item.verified", "Verified an action"],
  ["member.role_changed", "Changed a role"],
  ["member.signed_in", "Signed in"],
  ["shiny_thing.made", "Shiny thing: made"],
  ["started", "Started"],
])("%s is %s", (action, words) => {
  expect(actionWords(action)).toBe(words);
});

it("says how somebody acted when it was not in the browser", () => {
  expect(actorWords("Maya", "user")).toBe("Maya");
  expect(actorWords("Maya", "token")).toBe("Maya, by token");
  expect(actorWords("cli", "cli")).toBe("Command line");
});

it("lists what changed and leaves out what stayed and what only says which row", () => {
  expect(
    changedFields(
      { role: "member", name: "Mo", kept: 1 },
      { id: "7", version: 2, role: "tpm", name: "Mo", disabled: true },
    ),
  ).toEqual([
    { field: "role", before: "member", after: "tpm" },
    { field: "disabled", before: null, after: "yes" },
  ]);
  expect(changedFields({ status: "open" }, null)).toEqual([{ field: "status", before: "open", after: null }]);
  expect(changedFields(null, null)).toEqual([]);
});

it("says people and teams by name", () => {
  expect(
    changedFields({ memberIds: [] }, { memberIds: ["a", "b"], ownerTeamId: "t" }, { a: "Ada", t: "Platform" }),
  ).toEqual([
    { field: "members", before: null, after: "Ada, b" },
    { field: "owner team", before: null, after: "Platform" },
  ]);
});
