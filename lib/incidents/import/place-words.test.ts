import { expect, it } from "vitest";
import { isListOfEntries, placeWords } from "./place-words.ts";

it.each([
  ["notes", 12, "line 12"],
  ["email", 1, "line 1"],
  ["csv", 3, "row 3"],
  ["slack", 1, "entry 1"],
  ["zip", 2, "no. 2"],
  ["pagerduty", 0, "file"],
  ["notes", 0, "file"],
])("%s %s is at %s", (sourceType, line, words) => expect(placeWords(sourceType, line)).toBe(words));

it.each([
  ["slack", true],
  ["zip", true],
  ["notes", false],
  ["csv", false],
])("decides whether %s is a list of entries", (sourceType, isList) => expect(isListOfEntries(sourceType)).toBe(isList));
