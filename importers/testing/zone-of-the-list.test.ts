import { describe, expect, it } from "vitest";
import { times } from "./times-of.ts";

/** Returns times read before the zone was chosen. An open one is "? zone". */
const asked = (text: string) => times(text, "notes.md", undefined, "");
const LIST = "\n\n## Timeline\n\n- 18:10 deploy\n- 18:40 alert\n- 18:54 all good\n";

describe("the zone of a list without one", () => {
  it.each([
    [
      "a stamp of front matter that is a row's time",
      "---\ndetected_at: 2026-09-09T18:40:00-03:00\n---\n# Outage",
      "09-09 21:40",
    ],
    ["a quoted one", '---\ndetected_at: "2026-09-09 18:40 +02:00"\n---\n# Outage', "09-09 16:40"],
    [
      "two that agree",
      "---\nstarted_at: 2026-09-09T18:10:00Z\nended_at: 2026-09-09T18:54:00Z\n---\n# Outage",
      "09-09 18:40",
    ],
    ["a Korean sentence", "# 장애 2026-09-09\n\n시각은 KST다.", "09-09 09:40"],
    ["a Korean label", "# 장애 2026-09-09\n\n시간대: KST", "09-09 09:40"],
    ["a Japanese sentence", "# 障害 2026-09-09\n\n時刻はJSTです。", "09-09 09:40"],
    ["a Chinese label", "# 故障 2026-09-09\n\n时区：UTC+8", "09-09 10:40"],
    [
      "the time of a row within another",
      "# Outage 2026-09-09\n\n## Timeline\n\n- 17:02 calm\n  Time of incident: 18:40 CEST",
      "09-09 16:40",
    ],
  ])("is stated by %s", (_, head, at) => {
    const text = head.includes("- 17:02") ? `${head}\n- 18:40 alert\n- 18:54 all good\n` : `${head}${LIST}`;
    expect(asked(text)[1]).toBe(at);
  });

  it.each([
    [
      "a stamp of front matter at another time",
      "---\npublished_at: 2026-09-12T09:00:00-03:00\ndate: 2026-09-09\n---\n# Outage",
    ],
    ["stamps that differ", "---\nstarted_at: 2026-09-09T18:10:00Z\nended_at: 2026-09-09T18:54:00+02:00\n---\n# Outage"],
    ["a Korean word for hours", "# 장애 2026-09-09\n\n3시간 뒤 KST 팀이 왔다."],
  ])("isn't told by %s", (_, head) => {
    expect(asked(`${head}${LIST}`).filter((one) => one.startsWith("? zone"))).toHaveLength(3);
  });
});

it("isn't told by bare stamps of a page that is quoted below", () => {
  const text =
    "When: Jan 2nd, 2018: 10:07 am\nEvent log\n10:06 am: Ana reports it\n10:07 am: Bo calls\n10:20 am: it is up\nIt got reported later:\n...\nJan 2, 13:37 EST\nJan 2, 13:26 EST\nJan 2, 13:00 EST\n";
  expect(asked(text).slice(0, 3)).toEqual(["? zone", "? zone", "? zone"]);
});

describe("several days in a title", () => {
  it.each(["12→13/09/2026", "12-13/09/2026", "12–13.09.2026", "12->13/09/2026"])(
    "%s: asks which day a list is on",
    (days) => {
      const text = (...clocks: string[]) =>
        `# Outage (${days})\n\n## Timeline\n\n${clocks.map((one) => `- ${one} x y`).join("\n")}\n`;
      expect(times(text("19:21", "21:32"))).toEqual(["? 19:21", "? 21:32"]);
      expect(times(text("19:21", "00:32"))).toEqual(["09-12 19:21", "09-13 00:32"]);
    },
  );
});

describe("a label above another one", () => {
  it.each(["Performed by", "Written by", "Next review", "Version"])("keeps its day above %s", (label) => {
    const text = `# Rollback log\n\n**Date:** October 28, 2025, 11:23 PM\n**${label}:** Ana\n\nIt worked 2 days ago.\n\n## Timeline\n\n- 11:16 PM deploy\n- 11:23 PM noticed\n`;
    expect(times(text)).toEqual(["10-28 23:16", "10-28 23:23"]);
  });

  it("still isn't the incident's day if it is the review's", () => {
    const text =
      "# Log\n\nWe met on October 28, 2025 to review it.\n\n## Timeline\n\n- 11:16 PM deploy\n- 11:23 PM noticed\n";
    expect(times(text)).toEqual(["? 23:16", "? 23:23"]);
  });
});

describe("an hour with an h behind a day", () => {
  const row = (cell: string) =>
    times(
      `# Outage\n\n## Timeline\n\n| Datetime (UTC) | Event |\n|---|---|\n| ${cell} | disk wiped |\n| 2026-05-18 22h06 | noticed |\n`,
    )[0];

  it.each([
    ["2026-05-18 ~22h", "05-18 22:00"],
    ["2026-05-18 22h", "05-18 22:00"],
    ["2026-05-18, 9h", "05-18 09:00"],
    ["2026-05-18", "05-18"],
  ])("is a time at the end of a cell: %s", (cell, at) => {
    expect(row(cell)).toBe(at);
  });

  it("is a duration before more words", () => {
    expect(times("# Outage\n\n## Timeline\n\n- 2026-05-18 3h outage of the disk\n")).toEqual(["05-18"]);
  });
});

describe("the zone of a list above posts with their own", () => {
  const posted = "\n\nResolved\nAll is well.\nPosted September 09, 2026 - 19:47 CEST\n";
  const report = (words: string) => asked(`# Outage 2026-09-09\n\n${words}${LIST}${posted}`);

  it.each(["Between 18:10 UTC+2 and 18:54 UTC+2 some pages failed.", "It was over by 18:54 (UTC+2)."])(
    "is that of its times in the text: %s",
    (words) => expect(report(words)[1]).toBe("09-09 16:40"),
  );

  it.each([
    "Some pages failed.",
    "The vendor wrote at 03:10 PST.",
    "Between 18:10 UTC+2 and 18:54 UTC+3 some pages failed.",
  ])("isn't that of other times: %s", (words) => expect(report(words)[1]).toBe("? zone"));
});

describe("universal time", () => {
  it.each([
    "Dec 28 2014 (UT)\n\n01:01 Slewing\n\n01:52 Engineers called",
    "28 Dec 2014\n01:01 UT Slewing\n01:52 UT Called",
  ])("is UTC: %s", (text) => expect(asked(text)).toEqual(["12-28 01:01", "12-28 01:52"]));

  it.each(["Lindon, UT, Dec 28 2014\n\n01:01 Slewing\n\n01:52 Called", "UT Austin, Dec 28 2014\n\n01:01 a\n01:52 b"])(
    "isn't the state: %s",
    (text) => expect(asked(text)).toEqual(["? zone", "? zone"]),
  );

  it.each(["27Dec2014_Log.txt", "log-27Dec2014-v2.txt"])("is of the year in the file's name: %s", (name) =>
    expect(times("Dec 28 (UT)\n\n01:01 Slewing\n\n01:52 Called", name, undefined, "")).toEqual([
      "12-28 01:01",
      "12-28 01:52",
    ]),
  );
});
