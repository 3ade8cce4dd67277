import { expect, it } from "vitest";
import { actionWords, actorWords } from "./action-words.ts";
import { changedFields } from "./changed-fields.ts";

it.each([
  ["incident.severity_changed", "Incident: severity changed"],
  ["member.role_changed", "Person: role changed"],
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

it("lists what changed and leaves out what stayed", () => {
  expect(changedFields({ role: "member", name: "Mo" }, { role: "tpm", name: "Mo", disabled: true })).toEqual([
    { field: "role", before: "member", after: "tpm" },
    { field: "disabled", before: null, after: "yes" },
  ]);
  expect(changedFields(null, { availabilityTarget: 99.8, memberIds: ["a"] })).toEqual([
    { field: "availability target", before: null, after: "99.8" },
    { field: "member ids", before: null, after: '["a"]' },
  ]);
  expect(changedFields(null, null)).toEqual([]);
});
