import { expect, it } from "vitest";
import { capProblems, type SeriesProblem } from "./series.ts";

const line = (at: number): SeriesProblem => ({ kind: "line", line: at, text: `line ${at}` });
const GUESS: SeriesProblem = { kind: "guess", line: null, text: "a guess" };

it("names twenty bad lines after the problems of the whole, and counts the others", () => {
  const lines = (count: number) => Array.from({ length: count }, (_, at) => line(at + 1));
  expect(capProblems([...lines(20), GUESS])).toEqual([GUESS, ...lines(20)]);
  expect(capProblems([...lines(23), GUESS])).toEqual([
    GUESS,
    ...lines(20),
    { kind: "line", line: null, text: "3 more lines were left out." },
  ]);
});
