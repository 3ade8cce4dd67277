import { describe, expect, it } from "vitest";
import { readSource } from "#importers/source/read-source.ts";
import { textInput } from "#importers/testing/fixtures.ts";
import { notesImporter } from "../notes.ts";

const parse = (text: string) => notesImporter.parse(readSource(textInput(text, "relay.log")), { zone: "UTC" });
const read = (text: string) => parse(text).events.map(({ at, title, actor }) => [at?.slice(0, 19), title, actor]);

describe("a log whose lines don't start with their time", () => {
  it.each([
    ["a level", "ERROR 2024-03-01 10:02:09,123 pool is empty\nINFO 2024-03-01 10:15:00,000 pool is filled"],
    ["a letter", "ERROR, [2024-03-01T10:02:09.12] pool is empty\nINFO, [2024-03-01T10:15:00.12] pool is filled"],
    ["a container", "ERROR | 2024-03-01T10:02:09Z pool is empty\nINFO | 2024-03-01T10:15:00Z pool is filled"],
    ["a process", "ERROR 1 Mar 2024 10:02:09.123 pool is empty\nINFO 1 Mar 2024 10:15:00.000 pool is filled"],
  ])("is read after %s", (_what, text) => {
    expect(read(text)).toEqual([
      ["2024-03-01T10:02:09", "ERROR pool is empty", null],
      ["2024-03-01T10:15:00", "INFO pool is filled", null],
    ]);
  });

  it("keeps the lines between with the line above", () => {
    const text = "ERROR 2024-03-01 10:02:09 pool is empty\n    > pool.ts:7\nINFO 2024-03-01 10:15:00 pool is filled";
    expect(parse(text).events.map(({ body }) => body.trim())).toEqual(["> pool.ts:7", ""]);
  });

  it("isn't a text with a day and a time in a few places", () => {
    const text = "Dear all,\n\nthe relay fell on 2024-03-01 10:02 and\nwas back at\n\n2024-03-01\n\nYours";
    expect(read(text)).toEqual([]);
  });
});

describe("the output of git log", () => {
  it("is one event per commit at its date, with author and message", () => {
    const commit = (clock: string, words: string) =>
      `commit 0a1b2c3d\nAuthor: Dana Kim <dana@example.com>\nDate:   Fri Mar 1 ${clock} 2024 +0200\n\n    ${words}\n\n    More words.\n`;
    expect(read(`${commit("12:02:09", "Fill the pool")}\n${commit("12:15:00", "Empty it")}`)).toEqual([
      ["2024-03-01T10:02:09", "Fill the pool", "Dana Kim"],
      ["2024-03-01T10:15:00", "Empty it", "Dana Kim"],
    ]);
  });
});
