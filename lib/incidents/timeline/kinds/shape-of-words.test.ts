import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { wordsOf } from "#lib/base/clauses/tokens.ts";
import { readLines } from "#training/kinds/lessons.ts";
import { isHeading, judge } from "./guess-kind.ts";
import { shapeOfWords } from "./shape-of-words.ts";
import { CLASSES } from "./words/class-words.ts";
import { hasWord } from "./words/word-classes.ts";

describe("the shape of a text", () => {
  it.each([
    ["Build 51234 fails", "Build 88888 fails"],
    ["Deploy 2026.11.0713 at 10:05:33", "Deploy 8888.88.8888 at 88:05:88"],
    ["503 errors on web-17, ticket #1142", "503 errors on web-88, ticket #8888"],
    ["Sev1: p99 at 904 ms, 93 % of calls of icinga2", "Sev1: p99 at 888 ms, 88 % of calls of icinga8"],
    ["Weight set to 5000 of 1000", "Weight set to 5000 of 1000"],
    ["SEV-2 on S3, 5xx of 4xxs, 0 of 05 left", "SEV-2 on S3, 5xx of 4xxs, 0 of 05 left"],
    ["Latency p990 at 150 ms of 5100 calls, 430 failed", "Latency p990 at 888 ms of 8888 calls, 430 failed"],
    ["a1b234567c", "a8b888888c"],
    [`${"7".repeat(60)} rows`, `${"8".repeat(60)} rows`],
  ])("%s has the shape of %s", (words, shape) => {
    expect(shapeOfWords(words)).toBe(shape);
  });

  const LINES = readLines().map(({ text }) => text.split(" "));
  const known = Object.values(CLASSES).flatMap((words) => words.split(/\s+/));
  const number = fc.oneof(
    fc.nat({ max: 9999 }).map(String),
    fc.nat({ max: 99 }).map(String),
    fc.stringMatching(/^[459]\d{1,3}$|^\d{3,12}$/),
  );
  const before = fc.oneof(
    fc.constantFrom("", "#", "web-", "v", "V1.", "$", "~", "rev_", "10.", "12:", "1,", "<", "CheckoutErrors"),
    fc.constantFrom(...known, ...known.filter((word) => /\d/.test(word))),
  );
  const behind = fc.constantFrom(
    "",
    "%",
    "ms",
    "s",
    "k",
    "th",
    ".5",
    ",",
    ".",
    ":",
    ":30",
    "'s",
    "_x",
    ".io",
    "?",
    "error",
  );
  const named = fc.tuple(before, number, behind).map((parts) => parts.join(""));

  it("is judged by its words, whatever numbers it contains", () => {
    const line = fc
      .tuple(fc.constantFrom(...LINES), fc.array(fc.tuple(fc.nat(), named), { minLength: 1, maxLength: 3 }))
      .map(([words, numbers]) =>
        numbers
          .reduce<string[]>((whole, [at, one]) => whole.toSpliced(at % (whole.length + 1), 0, one), [...words])
          .join(" "),
      );
    fc.assert(
      fc.property(line, (words) => {
        const shape = shapeOfWords(words);
        expect(judge(shape)).toEqual(judge(words));
        expect(isHeading(shape)).toBe(isHeading(words));
      }),
      { numRuns: 3000 },
    );
  });
});

describe("a number with one digit more than an HTTP error", () => {
  it.each(["5000", "4010", "5031", "4040", "5020"])("%s isn't one", (number) => {
    const words = wordsOf(`${number} orders waiting`);
    expect(hasWord(words, "ERROR")).toBe(false);
    expect(hasWord(wordsOf(`${number.slice(0, 3)} errors`), "ERROR")).toBe(true);
  });
});
