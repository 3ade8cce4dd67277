import { expect, it } from "vitest";
import { actionWords, actorWords } from "./action-words.ts";

it.each([
  ["incident.severity_changed", "Changed the severity"],
  ["action_item.verified", "Verified an action"],
  ["team.moved_far_away", "Team: moved far away"],
  ["night_watch.begun", "Night watch: begun"],
  ["signed_by_hand", "Signed by hand"],
])("%s reads %s", (action, words) => {
  expect(actionWords(action)).toBe(words);
});

it.each([
  ["Maya", "user", "Maya"],
  ["Maya", "token", "Maya, by token"],
  ["job", "job", "Background job"],
  ["cli", "cli", "Command line"],
  ["someone", "owl", "Owl"],
])("%s as %s reads %s", (actor, kind, words) => {
  expect(actorWords(actor, kind)).toBe(words);
});
