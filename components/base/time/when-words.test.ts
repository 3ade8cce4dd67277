import fc from "fast-check";
import { expect, it } from "vitest";
import { typedWords } from "#lib/base/time/instant-words.ts";
import { parseWhen } from "./parse-when.ts";
import { readingWords } from "./when-words.ts";

const frame = { nowMs: Date.parse("2017-02-14T12:41:30Z"), zone: "UTC" };
const said = (text: string) => {
  const reading = parseWhen(text, frame);
  return reading && readingWords(reading);
};

it.each([
  ["31 Jan 2017 23:27:10", "Tue 31 Jan 2017, 23:27:10 UTC"],
  ["~17:20", "about Mon 13 Feb 2017, 17:20 UTC"],
  ["31 Jan", "Tue 31 Jan 2017, no time of day"],
  ["12:31 Berlin", "Tue 14 Feb 2017, 12:31 Europe/Berlin"],
  ["25:10", "25:10 isn't a valid time"],
])("%s is read as %s", (text, words) => expect(said(text)).toBe(words));

it("writes moments so that they can be read back", () => {
  const seconds = fc.integer({ min: 0, max: 1_486_000_000 });
  fc.assert(
    fc.property(seconds, (second) => {
      const at = new Date(second * 1000).toISOString();
      expect(parseWhen(typedWords(at, "UTC", true), frame)).toMatchObject({ ok: true, at });
    }),
  );
});
