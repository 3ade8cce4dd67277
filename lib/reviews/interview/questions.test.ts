import { expect, it } from "vitest";
import { INTERVIEW_THEMES, THEMES, themesOfEvent, themesOfSection } from "./questions.ts";

it("asks how and what, never why", () => {
  const questions = INTERVIEW_THEMES.flatMap((theme) => THEMES[theme].questions);
  expect(questions.filter((question) => /\bwhy\b/i.test(question))).toEqual([]);
  expect(questions.every((question) => question.endsWith("?"))).toBe(true);
  expect(new Set(questions).size).toBe(questions.length);
});

it.each([
  ["decision", ["options", "goals"]],
  ["observation", ["cues", "assessment"]],
  ["joined", ["help"]],
  ["restarted", ["cues"]],
] as const)("of an event of kind %s asks about %s", (kind, themes) => {
  expect(themesOfEvent(kind)).toEqual(themes);
});

it.each([
  ["luck", ["luck"]],
  ["mitigation", ["options", "recovery"]],
  ["glossary", INTERVIEW_THEMES],
] as const)("of the section %s asks about %s", (key, themes) => {
  expect(themesOfSection(key)).toEqual(themes);
});
