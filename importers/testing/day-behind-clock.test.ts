import { describe, expect, it } from "vitest";
import { times } from "./times-of.ts";

const HEAD = "# Outage\n\n**Date:** 2024-03-06\n\n## Timeline\n\n";
const table = (...cells: string[]) =>
  times(
    `${HEAD}| Time (UTC) | Event |\n|---|---|\n${cells.map((one) => `| ${one} | The queue fills up |`).join("\n")}\n`,
  );
const list = (...stamps: string[]) =>
  times(`${HEAD}${stamps.map((one) => `- ${one} the queue fills up`).join("\n")}\n`);

/** Each is 22:00 on the day before that of the write-up. */
const SPELLINGS = [
  "22:00 Mar 5",
  "22:00 5 Mar",
  "22:00 5 March",
  "22:00 March 5th",
  "22:00, Mar 5",
  "22:00 (Mar 5)",
  "22:00 on 5 March",
  "22:00 UTC Mar 5",
  "22:00 Mar 5 UTC",
  "22:00 Tue Mar 5",
  "22:00 **Mar 5**",
  "Mar 5, 22:00",
];

describe("a day without a year after a time of day", () => {
  it.each(SPELLINGS)("is that of the row, and the rows below continue from it: %s", (cell) => {
    expect(table(cell, "23:10", "04:00–06:45", "06:50")).toEqual([
      "03-05 22:00",
      "03-05 23:10",
      "03-06 04:00",
      "03-06 06:50",
    ]);
  });

  it.each(SPELLINGS)("is that of the item: %s", (stamp) => {
    expect(list(`${stamp}:`, "23:10", "04:00 6 Mar —", "06:50")).toEqual([
      "03-05 22:00",
      "03-05 23:10",
      "03-06 04:00",
      "03-06 06:50",
    ]);
  });

  it.each(["22:00 Mar 5", "22:00 5 March", "22:00 UTC Mar 5", "22:00 on 5 March"])(
    "is that of a chat line and of a sentence: %s",
    (stamp) => {
      const chat = `[${stamp}] jane: the queue fills up\n[22:10] bob: it crashed\n[04:00] jane: it is up\n`;
      expect(times(chat, "2024-03-06.txt")).toEqual(["03-05 22:00", "03-05 22:10", "03-06 04:00"]);
      const story = `# Outage of 2024-03-06\n\nAt ${stamp} the queue filled up. At 23:10 it crashed. At 04:00 it was restored.\n`;
      expect(times(story)).toEqual(["03-05 22:00", "03-05 23:10", "03-06 04:00"]);
    },
  );

  it.each([
    [
      ["22:00 5/3", "22:00 25/3"],
      ["03-05 22:00", "03-25 22:00"],
    ],
    [
      ["22:00 (5/3)", "22:00 (6/3)"],
      ["03-05 22:00", "03-06 22:00"],
    ],
    [
      ["22:00 03-05", "22:00"],
      ["03-05 22:00", "03-05 22:00"],
    ],
    [
      ["22:00 5.3.", "04:00"],
      ["03-05 22:00", "03-06 04:00"],
    ],
  ])("is read in numbers if its cell has nothing else: %j", (cells, expected) => {
    expect(table(...cells)).toEqual(expected);
  });

  it.each([
    [
      ["22:00–23:30 Mar 5", "04:00"],
      ["03-05 22:00", "03-06 04:00"],
    ],
    [
      ["22:00 – 01:30 Mar 6", "04:00"],
      ["03-05 22:00", "03-06 04:00"],
    ],
    [
      ["22:00 Mar 5 – 01:30 Mar 6", "04:00"],
      ["03-05 22:00", "03-06 04:00"],
    ],
    [
      ["23:00–00:15 1 April", "04:00"],
      ["03-31 23:00", "04-01 04:00"],
    ],
  ])("after the end of a range gives its start: %j", (cells, expected) => {
    expect(table(...cells)).toEqual(expected);
  });

  it.each([
    [
      ["22:00 - Mar 3 build was", "23:00"],
      ["03-06 22:00", "03-06 23:00"],
    ],
    [
      ["22:00 may 5 hosts", "23:00"],
      ["03-06 22:00", "03-06 23:00"],
    ],
    [
      ["22:00 2/3 of", "23:00"],
      ["03-06 22:00", "03-06 23:00"],
    ],
    [
      ["22:00 (1/2)", "23:00"],
      ["03-06 22:00", "03-06 23:00"],
    ],
  ])("is none where it belongs to the words: %j", (stamps, expected) => {
    expect(list(...stamps)).toEqual(expected);
  });

  it("is asked for if it isn't in the calendar", () => {
    expect(table("22:00 Feb 30", "23:00").every((at) => at.startsWith("?"))).toBe(true);
  });
});

describe("a row on the day before that of the text", () => {
  it.each([
    [
      ["22:39 2024-03-05", "~11:31", "13:16"],
      ["03-05 22:39", "03-06 11:31", "03-06 13:16"],
    ],
    [
      ["2024-03-05 22:39", "11:31", "11:33"],
      ["03-05 22:39", "03-06 11:31", "03-06 11:33"],
    ],
    [
      ["16:00 Mar 5", "09:30", "10:00"],
      ["03-05 16:00", "03-06 09:30", "03-06 10:00"],
    ],
    [
      ["14:00 Mar 5", "15:00", "09:30"],
      ["03-05 14:00", "03-05 15:00", "03-06 09:30"],
    ],
    [
      ["Mar 5, 23:50", "12:10"],
      ["03-05 23:50", "03-06 12:10"],
    ],
    [
      ["23:50 Mar 5", "00:10", "09:00"],
      ["03-05 23:50", "03-06 00:10", "03-06 09:00"],
    ],
  ])("is followed by rows on the text's own day: %j", (cells, expected) => {
    expect(table(...cells)).toEqual(expected);
    expect(list(...cells.map((cell) => `${cell}:`))).toEqual(expected);
  });

  it.each([
    ["two days before", ["22:39 Mar 4", "11:31"]],
    ["on the day itself", ["22:39 Mar 6", "11:31"]],
    ["after it", ["22:39 Mar 7", "11:31"]],
  ])("is asked for if it's unclear which day follows: %s", (_what, cells) => {
    expect(table(...cells)[1]).toMatch(/^\?/);
  });

  it("is followed by one a little out of order on its own day", () => {
    expect(table("22:39 Mar 5", "22:31", "23:00")).toEqual(["03-05 22:39", "03-05 22:31", "03-05 23:00"]);
  });
});
