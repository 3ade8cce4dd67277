import { expect, it } from "vitest";
import { nounWords, RECORDED_NOUNS } from "./noun-words.ts";

it.each([
  ["action_item", "Action item"],
  ["write_up", "Write-up"],
  ["milestone", "Milestone"],
  ["night_watch", "Night watch"],
  ["set-up", "Set up"],
])("the noun %s reads %s", (noun, words) => {
  expect(nounWords(noun)).toBe(words);
});

it("gives each record a different name", () => {
  expect(new Set(RECORDED_NOUNS.map(nounWords)).size).toBe(RECORDED_NOUNS.length);
});
