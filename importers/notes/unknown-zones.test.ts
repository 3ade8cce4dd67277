import { describe, expect, it } from "vitest";
import { parseSource } from "#importers/open/parse-source.ts";
import { textInput } from "#importers/testing/fixtures.ts";

const read = (above: string, ...items: string[]) =>
  parseSource(
    textInput(`# Outage 2024-03-01\n\n${above}\n\n## Timeline\n\n${items.map((one) => `- ${one}`).join("\n")}\n`),
    {},
  ).events;
const times = (above: string, ...items: string[]) =>
  read(above, ...items).map(({ at, ambiguity, title }) => [at?.slice(5, 16) ?? ambiguity?.question, title]);

const START = "Start: 2024-03-01 09:50 UTC";

describe("the zone beside each time", () => {
  it.each([
    ["GST", "05:50"],
    ["PHT", "01:50"],
    ["NPT", "04:05"],
    ["MYT", "01:50"],
  ])("%s is known, whatever zone the text names for something else", (zone, at) => {
    expect(times(START, `09:50 ${zone}: It fell`, `10:00 ${zone}: We saw it`)[0]).toEqual([`03-01T${at}`, "It fell"]);
  });

  it.each(["QST:", "(QST) -", "[QST]", "QST -", "QST –"])("is asked where nobody knows it: %s", (zone) => {
    expect(times(START, `09:50 ${zone} It fell`, `10:00 ${zone} We saw it`)).toEqual([
      ["Which time zone is QST?", "It fell"],
      ["Which time zone is QST?", "We saw it"],
    ]);
  });

  it.each(["All times are QST (UTC+4).", "QST is UTC+4.", "QST = GMT+04:00", "Times are given in UTC+4 (QST)."])(
    "is what the text says of it: %s",
    (words) => {
      expect(times(words, "09:50 QST: It fell", "10:00 QST: We saw it")[0]).toEqual(["03-01T05:50", "It fell"]);
    },
  );

  it("is what the text says of it where it has several meanings", () => {
    expect(times("IST (UTC+5:30) is used here.", "09:50 IST: It fell", "10:00 IST: We saw it")[0]?.[0]).toBe(
      "03-01T04:20",
    );
    expect(times(START, "09:50 IST: It fell", "10:00 IST: We saw it")[0]?.[0]).toMatch(/^Which IST is meant/);
  });

  it.each([
    ["TEST: failed", "TEST: failed"],
    ["HOST: down", "HOST: down"],
    ["AWS: down", "AWS: down"],
    ["JP: nothing here", "JP: nothing here"],
  ])("is none of the words of %j", (words, title) => {
    expect(times("All times UTC.", `09:50 ${words}`, `10:00 ${words}`)[0]).toEqual(["03-01T09:50", title]);
  });

  it("is not told by a single word", () => {
    expect(times("All times UTC.", "09:50 QST: failed", "10:00 Restarted", "10:05 Over")[0]?.[0]).toBe("03-01T09:50");
  });
});
