import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { joinParts } from "#importers/kit/join-parts.ts";
import { isLog, readLog } from "./notes-blocks.ts";
import { parseNotes } from "./parse-notes.ts";

const source = (text: string) => ({ filename: "app.log", text, json: undefined });

const START_MS = Date.UTC(2026, 0, 5);
const WORDS = [
  "Deploy of checkout finished",
  "queue grows, see https://example.com/d/7",
  "CPU at 97 %",
  "Rolled back",
  "Alert fires for the checkout",
  "Paused the nightly import",
];
const entry = fc
  .record({
    step: fc.integer({ min: -40_000, max: 400_000 }),
    words: fc.constantFrom(...WORDS),
    apart: fc.boolean(),
    below: fc.array(
      fc.constantFrom(
        "  at main (app.js:3)",
        "a line without a time",
        "  09:30 deeper",
        "a return\ralone",
        "```\n2026-01-05 09:00:00 UTC inside code\n```",
        "<!-- not\n2026-01-05 09:00:00 UTC said -->",
      ),
      {
        maxLength: 3,
      },
    ),
  })
  .map(({ below, apart, ...one }) => ({
    ...one,
    below: [...below, ...(apart ? [""] : [])].map((line) => `${line}\n`).join(""),
  }));

function logOf([mark, entries]: [string, { step: number; words: string; below: string }[]]): string {
  let at = START_MS;
  return entries
    .map(({ step, words, below }) => {
      at += step;
      return `${mark}${new Date(at).toISOString().slice(0, 19).replace("T", " ")} UTC ${words}\n${below}`;
    })
    .join("");
}

function cut(text: string, length: number): string[] {
  return Array.from({ length: Math.ceil(text.length / length) }, (_, index) =>
    text.slice(index * length, (index + 1) * length),
  );
}

describe("a log in blocks", () => {
  it("gives the same result as the whole text, wherever it is cut", () => {
    fc.assert(
      fc.property(
        fc.tuple(fc.constantFrom("", "- "), fc.array(entry, { minLength: 60, maxLength: 90 })).map(logOf),
        fc.integer({ min: 40, max: 900 }),
        (text, length) => {
          const whole = parseNotes(source(text), {});
          expect(joinParts(readLog(cut(text, length), "app.log", {}))).toEqual(whole);
          expect(whole.events).not.toHaveLength(0);
        },
      ),
      { numRuns: 60 },
    );
  });

  it.each([
    ["00:06:06 UTC", ["Deploy finished", "Rolled back", "CPU at 97 %"]],
    ["00:06:06Z", ["Deploy finished", "Rolled back", "CPU at 97 %"]],
    ["00:06:06+00:00", ["Deploy finished", "Rolled back", "CPU at 97 %"]],
  ])("a line below words of its own paragraph is an entry if it has a time to the second: %s", (time, titles) => {
    const [above, below] = ["2026-01-05 00:00:22 UTC Deploy finished", "2026-01-05 00:12:00 UTC CPU at 97 %"];
    const text = `${above}\n<!-- no -->\na line\nof words\n2026-01-05 ${time} Rolled back\n<!-- no -->\n${below}\n`;
    expect(parseNotes(source(text), {}).events.map(({ title }) => title)).toEqual(titles);
  });

  const lines = (line: (index: number) => string) => Array.from({ length: 60 }, (_, index) => line(index)).join("\n");
  const two = (value: number) => String(value).padStart(2, "0");

  it.each([
    ["with its date and zone on each line", (index: number) => `2026-01-05T10:${two(index)}:00Z web up`, true],
    ["whose zone nobody states", (index: number) => `2026-01-05 10:${two(index)}:00 web up`, false],
    ["without dates", (index: number) => `10:${two(index)} web up`, false],
    ["of dates that may be day or month first", (index: number) => `03/04/2026 10:${two(index)} UTC web up`, false],
    ["below headings", (index: number) => (index % 9 === 0 ? "## Day" : `2026-01-05 10:${two(index)} UTC up`), false],
  ])("a text %s", (_, line, expected) => {
    expect(isLog(source(lines(line)))).toBe(expected);
  });
});
