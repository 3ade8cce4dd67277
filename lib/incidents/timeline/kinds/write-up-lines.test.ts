import { describe, expect, it } from "vitest";
import { readLines } from "#training/kinds/lessons.ts";
import { guessByGrammar } from "./guess-kind.ts";

/** The lines that the rules were written with. Lines of a round are for the weights alone. */
const LINES = readLines().filter(({ file }) => !file.startsWith("round-"));

describe("a line as engineers write it, by grammar", () => {
  it.each(LINES)("$text: right or neutral", ({ kinds, text }) => {
    expect([...kinds, "observation"]).toContain(guessByGrammar(text).kind);
  });

  it("is given its kind in nine of ten cases", () => {
    const asking = LINES.filter(({ kinds }) => !kinds.includes("observation"));
    const missed = asking.filter(({ kinds, text }) => !kinds.includes(guessByGrammar(text).kind));
    expect(missed.length / asking.length, missed.map(({ text }) => text).join("\n")).toBeLessThan(0.1);
  });
});
