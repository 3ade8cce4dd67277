import { describe, expect, it } from "vitest";
import { guessKind } from "./guess-kind.ts";
import { LINES_IN_FEW_WORDS } from "./lines-in-few-words.ts";
import { LINES_OF_COURSE } from "./lines-of-course.ts";
import { LINES_OF_PEOPLE } from "./lines-of-people.ts";
import { LINES_OF_STEPS } from "./lines-of-steps.ts";
import { LINES_THAT_MISLEAD } from "./lines-that-mislead.ts";
import { LINES_TOLD_BRIEFLY } from "./lines-told-briefly.ts";
import { LINES_TOLD_OTHERWISE } from "./lines-told-otherwise.ts";
import { LINES_TOLD_PLAINLY } from "./lines-told-plainly.ts";

const readLines = (lines: string) =>
  lines
    .trim()
    .split("\n")
    .map((line) => {
      const at = line.indexOf(" | ");
      return { kinds: line.slice(0, at).split(" "), words: line.slice(at + 3) };
    });

const LINES = [
  LINES_OF_PEOPLE,
  LINES_OF_COURSE,
  LINES_OF_STEPS,
  LINES_IN_FEW_WORDS,
  LINES_THAT_MISLEAD,
  LINES_TOLD_BRIEFLY,
  LINES_TOLD_PLAINLY,
  LINES_TOLD_OTHERWISE,
].flatMap(readLines);

describe("a line as engineers write it", () => {
  it.each(LINES)("$words: right or left neutral", ({ kinds, words }) => {
    expect([...kinds, "observation"]).toContain(guessKind(words));
  });

  it("is given its kind in nine of ten cases", () => {
    const asking = LINES.filter(({ kinds }) => !kinds.includes("observation"));
    const missed = asking.filter(({ kinds, words }) => !kinds.includes(guessKind(words)));
    expect(missed.length / asking.length, missed.map(({ words }) => words).join("\n")).toBeLessThan(0.1);
  });
});
