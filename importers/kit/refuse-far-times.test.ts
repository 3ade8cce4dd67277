import fc from "fast-check";
import { expect, it } from "vitest";
import { parseSource } from "#importers/open/parse-source.ts";
import { jsonInput, textInput } from "#importers/testing/fixtures.ts";
import { isStorable } from "#lib/base/text/storable.ts";

const entry = (id: string, created_at: string) => ({
  id,
  type: "trigger_log_entry",
  created_at,
  summary: `Alert ${id}`,
});

it("a year that no timeline can store rejects only its own event, with the reason", () => {
  const log_entries = [
    entry("A", "0000-05-01T00:00:00Z"),
    entry("B", "9999-12-31T23:59:59-14:00"),
    entry("C", "2026-01-01T10:00:00Z"),
  ];
  const { events, rejects } = parseSource(jsonInput({ log_entries }));
  expect(events.map(({ title }) => title)).toEqual([expect.stringContaining("Alert C")]);
  expect(rejects.map(({ line }) => line)).toEqual([1, 2]);
  expect(rejects[1]?.reason).toContain("9999-12-31T23:59:59-14:00 can't be the time of an incident");
});

it("everything that is read can be stored, whatever the source", () => {
  const piece = fc.constantFrom(
    "2026-01-01 14:05 UTC ",
    "14:05 - ",
    "\u0000",
    "\ud83d",
    "time,title\n",
    "deploy",
    "\n",
    ",",
  );
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 40 }), (pieces) => {
      const { events, rejects } = parseSource(textInput(pieces.join(""), "notes.csv"));
      const texts = JSON.stringify([events, rejects], (_, value: unknown) => {
        if (typeof value === "string") expect(isStorable(value)).toBe(true);
        return value;
      });
      expect(texts).toBeTypeOf("string");
    }),
  );
});
