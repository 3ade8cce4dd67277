import { describe, expect, it } from "vitest";
import { PhraseTable, plainWords } from "./phrase-table.ts";

const TABLE = new PhraseTable(
  `restored|recovered
   back to|in? normal|service
   *ing again
   take|takes .. offline`,
);

describe("a table of phrases", () => {
  it.each([
    "Logins restored",
    "Recovered.",
    "Back to normal",
    "it’s back in service",
    "back normal",
    "Queue is moving again",
    "We take the old node offline",
    "takes offline",
  ])("matches: %s", (text) => expect(TABLE.isIn(plainWords(text))).toBe(true));

  it.each([
    "",
    "back",
    "back at the desk, normal",
    "again moving",
    "restored-copy",
    "take a b c d e f g offline",
    "offline, take",
  ])("does not match: %s", (text) => expect(TABLE.isIn(plainWords(text))).toBe(false));

  it("stays fast if nearly everything matches", () => {
    const words = Array.from({ length: 5000 }, () => "take");
    expect(TABLE.isIn(words)).toBe(false);
  });
});
