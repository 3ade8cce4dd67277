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

describe("the time zone next to each time", () => {
  it.each([
    ["GST", "05:50"],
    ["PHT", "01:50"],
    ["NPT", "04:05"],
    ["MYT", "01:50"],
  ])("%s is known, even if the text names another one elsewhere", (zone, at) => {
    expect(times(START, `09:50 ${zone}: It fell`, `10:00 ${zone}: We saw it`)[0]).toEqual([`03-01T${at}`, "It fell"]);
  });

  it.each(["QST:", "(QST) -", "[QST]", "QST -", "QST –"])("is asked for where no one knows it: %s", (zone) => {
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

  it("has the meaning that the text gives, if it has several", () => {
    expect(times("IST (UTC+5:30) is used here.", "09:50 IST: It fell", "10:00 IST: We saw it")[0]?.[0]).toBe(
      "03-01T04:20",
    );
    expect(times(START, "09:50 IST: It fell", "10:00 IST: We saw it")[0]?.[0]).toMatch(/^Which IST is it/);
  });

  const ROWS = ["16:52 It fell", "17:08 We saw it"];
  const inHeading = (zone: string, told: string) =>
    parseSource(
      textInput(
        `# Drill 2024-03-01\n\n${told}\n\n## Timeline (${zone})\n\n${ROWS.map((row) => `- ${row}`).join("\n")}\n`,
      ),
      {},
    ).events.map(({ at, ambiguity }) => at?.slice(5, 16) ?? ambiguity?.question);

  it.each([
    ["IST", "The switch was set at **16:52:51 IST (11:22:51 UTC)**.", "03-01T11:22"],
    ["IST", "It was set at 16:52 IST (15:52 UTC).", "03-01T15:52"],
    ["IST", "It was set at 14:52 UTC (16:52 IST).", "03-01T14:52"],
    ["CST", "It fell at 16:52 CST / 08:52 UTC.", "03-01T08:52"],
    ["CST", "It fell at 22:52 UTC, 16:52 CST.", "03-01T22:52"],
    ["BST", "From 16:52 BST (10:52 GMT) nothing worked.", "03-01T10:52"],
    ["IST", "It was set at 4:52 PM IST (11:22 AM UTC).", "03-01T11:22"],
    ["IST", "It was set at 02:10 IST (20:40 UTC).", "03-01T11:22"],
    ["EST", "In July it was 16:52 EST (20:52 UTC).", "03-01T20:52"],
    ["IST", "IST is UTC+2.", "03-01T14:52"],
  ])("%s is what two clocks of one moment say of it: %s", (zone, told, at) => {
    expect(inHeading(zone, told)[0]).toBe(at);
  });

  it.each([
    "It was set at 16:52 IST (11:20 UTC).",
    "It was set at 16:52 IST (11:22 UTC) and back at 17:23 IST (15:23 UTC).",
    "It was set at 16:52 IST. The vendor saw it at 11:22 UTC.",
  ])("is asked where they tell of no zone, of two, or of two moments: %s", (told) => {
    expect(inHeading("IST", told)[0]).toMatch(/^Which IST is it/);
  });

  it.each([
    ["TEST: failed", "TEST: failed"],
    ["HOST: down", "HOST: down"],
    ["AWS: down", "AWS: down"],
    ["JP: nothing here", "JP: nothing here"],
  ])("isn't found in %j", (words, title) => {
    expect(times("All times UTC.", `09:50 ${words}`, `10:00 ${words}`)[0]).toEqual(["03-01T09:50", title]);
  });

  it("can't be one that only a single word explains", () => {
    expect(times("All times UTC.", "09:50 QST: failed", "10:00 Restarted", "10:05 Over")[0]?.[0]).toBe("03-01T09:50");
  });
});

describe("the time zone behind the day of a span", () => {
  it.each([
    "Duration: from 9:50 AM to 11:00 AM on March 1, 2024 (UTC).",
    "Duration: from 9:50 AM to 11:00 AM on March 1st, 2024 (UTC).",
    "Duration: 9:50 AM to 11:00 AM on 1st March 2024 (UTC).",
    "The outage lasted from 9:50 AM to 11:00 AM, 1 March 2024 (UTC).",
    "It was down from 09:50 to 11:00 on March 1st 2024 UTC.",
  ])("is that of the times below: %s", (above) => {
    expect(times(above, "09:55 AM: It fell", "10:30 AM: It is up")).toEqual([
      ["03-01T09:55", "It fell"],
      ["03-01T10:30", "It is up"],
    ]);
  });
});
