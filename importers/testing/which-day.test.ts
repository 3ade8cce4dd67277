import { describe, expect, it } from "vitest";
import { times } from "./times-of.ts";

const list = (...items: string[]) =>
  times(`# Outage 2024-03-05\n\n## Timeline\n\n${items.map((one) => `- ${one}`).join("\n")}\n`);
const asked = (found: readonly string[]) => found.map((one) => one.replace(/^\?.*/, "?"));
const ITEMS = "## Timeline\n\n- 10:00 UTC down\n- 10:30 UTC up\n";

describe("the day of a file, of front matter or of an email", () => {
  it.each([
    ["On Tuesday we were down for half an hour."],
    ["Last Thursday everything failed."],
    ["Yesterday everything failed."],
    ["Two days ago everything failed."],
  ])("is the day of writing if the story is about another: %s", (story) => {
    expect(asked(times(`# Postmortem\n\n${story}\n\n${ITEMS}`, "2024-03-09-report.md"))).toEqual(["?", "?"]);
    expect(asked(times(`---\ndate: 2024-03-09\n---\n\n${story}\n\n${ITEMS}`))).toEqual(["?", "?"]);
  });

  it.each([["On March 5, 2024 we were down for half an hour."], ["The outage of 5 March took half an hour."]])(
    "gives way to the day that the story tells: %s",
    (story) => {
      const found = ["03-05 10:00", "03-05 10:30"];
      expect(times(`# Postmortem\n\n${story}\n\n${ITEMS}`, "2024-03-09-report.md")).toEqual(found);
      expect(times(`---\ndate: 2024-03-09\n---\n\n${story}\n\n${ITEMS}`)).toEqual(found);
    },
  );

  it.each([
    ["On Saturday we were down for half an hour."],
    ["On March 9, 2024 we were down for half an hour."],
    ["The relay was introduced on March 1, 2024."],
    ["The queue is old."],
  ])("is the day of the story if it is about no other: %s", (story) => {
    expect(times(`# Postmortem\n\n${story}\n\n${ITEMS}`, "2024-03-09-report.md")).toEqual([
      "03-09 10:00",
      "03-09 10:30",
    ]);
  });

  it.each([
    "From: ops@example.org\nTo: all@example.org\nDate: Thu, 7 Mar 2024 09:00:00 +0100\nSubject: Report",
    "Subject: Report\nDate: 7 March 2024\nFrom: ops@example.org",
    "Sent: Thursday, March 7, 2024 9:00\nFrom: ops@example.org",
  ])("isn't that of an email: %j", (head) => {
    expect(asked(times(`${head}\n\nTimeline (UTC):\n- 10:00 down\n- 10:30 up\n`, "a.md"))).toEqual(["?", "?"]);
  });
});

describe("a day alone below a title", () => {
  it.each([
    ["# Postmortem\n\nMarch 9, 2024\n\nOn March 5 our API failed.\n", ["03-05 10:00", "03-05 10:30"]],
    ["# Postmortem\n\n2024-03-09\n\nOur API failed last week.\n", ["?", "?"]],
    ["# Postmortem of 5 March 2024\n\n2024-03-09\n\nOur API failed.\n", ["03-05 10:00", "03-05 10:30"]],
  ])("is the day of writing: %j", (head, expected) => {
    expect(asked(times(`${head}\n${ITEMS}`))).toEqual(expected);
  });

  it("is that of the times right below it", () => {
    expect(times("# Notes\n\n2024-03-09\n\n- 10:00 UTC down\n- 10:30 UTC up\n")).toEqual([
      "03-09 10:00",
      "03-09 10:30",
    ]);
  });
});

describe("times that go back", () => {
  it.each([
    [
      ["23:00 UTC deploy", "02:00 UTC pager", "02:30 UTC fixed"],
      ["03-05 23:00", "03-06 02:00", "03-06 02:30"],
    ],
    [
      ["18:00 UTC resolved", "10:00 UTC down", "11:00 UTC found"],
      ["03-05 18:00", "?", "?"],
    ],
    [
      ["16:30 UTC down", "09:00 UTC fixed"],
      ["03-05 16:30", "?"],
    ],
    [
      ["10:00 UTC down", "09:30 UTC noted", "10:20 UTC up"],
      ["03-05 10:00", "03-05 09:30", "03-05 10:20"],
    ],
  ])("pass midnight, are out of order, or are asked for: %j", (items, expected) => {
    expect(asked(list(...items))).toEqual(expected);
  });

  it.each([
    [
      ["10:00 PDT down", "17:05 UTC found", "10:10 PDT up"],
      ["03-05 17:00", "03-05 17:05", "03-05 17:10"],
    ],
    [
      ["22:00 PST down", "06:10 UTC found", "22:20 PST up"],
      ["03-06 06:00", "03-06 06:10", "03-06 06:20"],
    ],
    [
      ["10:00 ET down", "16:10 CET found", "15:20 UTC up"],
      ["03-05 15:00", "03-05 15:10", "03-05 15:20"],
    ],
    [
      ["23:30 UTC down", "00:40 CET found", "23:50 UTC up"],
      ["03-05 23:30", "03-05 23:40", "03-05 23:50"],
    ],
    [
      ["09:00 JST down", "00:10 UTC found", "09:20 JST up"],
      ["03-05 00:00", "03-05 00:10", "03-05 00:20"],
    ],
  ])("are compared in UTC if their time zones differ: %j", (items, expected) => {
    expect(list(...items)).toEqual(expected);
  });
});

describe("words for a day", () => {
  it.each([
    [
      ["10:00 UTC down", "Same day 15:00 UTC fixed"],
      ["03-05 10:00", "03-05 15:00"],
    ],
    [
      ["10:00 UTC down", "Later the same day, 15:00 UTC fixed"],
      ["03-05 10:00", "03-05 15:00"],
    ],
    [
      ["10:00 UTC down", "Next day 09:00 UTC fixed"],
      ["03-05 10:00", "03-06 09:00"],
    ],
    [
      ["Yesterday 10:00 UTC down", "Today 09:00 UTC fixed"],
      ["?", "?"],
    ],
    [
      ["The day before, 10:00 UTC changed", "09:00 UTC down"],
      ["?", "?"],
    ],
    [
      ["Tuesday 10:00 UTC down", "Thursday 09:00 UTC fixed", "Monday 09:00 UTC closed"],
      ["03-05 10:00", "03-07 09:00", "03-11 09:00"],
    ],
    [
      ["Monday 10:00 UTC down", "Monday 10:30 UTC up"],
      ["?", "?"],
    ],
    [["2024-W10-3 10:00 UTC down"], ["03-06 10:00"]],
    [
      ["24-03-05 10:00 UTC down", "24-03-06 10:30 UTC up"],
      ["03-05 10:00", "03-06 10:30"],
    ],
    [
      ["23:00 UTC down", "01:00 UTC (+1) found", "09:00 UTC (+1 day) up"],
      ["03-05 23:00", "03-06 01:00", "03-06 09:00"],
    ],
    [
      ["23:00 UTC (previous day) changed", "01:00 UTC down"],
      ["03-04 23:00", "03-05 01:00"],
    ],
    [
      ["(previous day) ~22:00 UTC stopped", "22:00 UTC - 02:17 UTC failing", "02:17 UTC started"],
      ["03-04 22:00", "03-04 22:00", "03-05 02:17"],
    ],
    [
      ["(previous day) 09:00 UTC changed", "10:00 UTC down", "11:00 UTC up"],
      ["?", "?", "?"],
    ],
    [["(previous day) 09:00 UTC changed"], ["?"]],
    [
      ["(previous day) 22:00 UTC changed", "22:30 UTC - 23:10 UTC slow", "23:30 UTC down"],
      ["?", "?", "?"],
    ],
    [
      ["10:00 UTC down", "(previous day) 23:00 UTC changed", "01:00 UTC up"],
      ["03-05 10:00", "?", "?"],
    ],
    ...[
      "전일",
      "前日",
      "前一天",
      "Vortag",
      "am Vorabend",
      "la veille",
      "día anterior",
      "dia anterior",
      "giorno prima",
    ].map((word): [string[], string[]] => [
      [`(${word}) 23:00 UTC changed`, "01:00 UTC down"],
      ["03-04 23:00", "03-05 01:00"],
    ]),
    [
      ["23:00 UTC -1d changed", "01:00 UTC down"],
      ["03-04 23:00", "03-05 01:00"],
    ],
  ])("are counted or asked: %j", (items, expected) => {
    expect(asked(list(...items))).toEqual(expected);
  });

  it("of nested updates apply to these only", () => {
    const text = "- 10:00 UTC down\n  - UPDATE 6 March 09:00 UTC: fixed for good\n- 11:00 UTC up\n";
    expect(times(`# Outage 2024-03-05\n\n## Timeline\n\n${text}`)).toEqual([
      "03-05 10:00",
      "03-06 09:00",
      "03-05 11:00",
    ]);
  });

  it.each([
    "The next window is planned at 22:00 UTC.",
    "Support is open from 09:00 to 17:00 UTC.",
    "A nightly backup at 02:00 UTC takes long.",
    "Load usually rises at 09:30 UTC.",
  ])("are none of a plan or a habit: %s", (habit) => {
    const text = `At 10:00 UTC the API failed. ${habit} At 10:30 UTC it was restored. At 11:00 UTC we closed.`;
    expect(times(`# Outage 2024-03-05\n\n${text}\n`)).toEqual(["03-05 10:00", "03-05 10:30", "03-05 11:00"]);
  });

  it("of an earlier incident aren't days of the story", () => {
    const text =
      "At 10:00 UTC it failed. On June 1, 2023 at 09:00 UTC it had failed as well. At 10:40 UTC it was restored.";
    expect(asked(times(`# Outage 2024-03-05\n\n${text}\n`))).toEqual(["03-05 10:00", "06-01 09:00"]);
  });
});

describe("one moment on two clocks", () => {
  it.each([
    ["10:00 UTC / 11:00 CET", "03-05 10:00"],
    ["10:00 UTC / 12:00 CET", "?"],
    ["10:00 PT / 18:00 UTC", "03-05 18:00"],
    ["10:00 PDT / 18:00 UTC", "03-05 18:00"],
    ["10:00 PST (17:00 UTC)", "03-05 17:00"],
    ["10:00 PST (20:00 UTC)", "?"],
  ])("is read, or asked where it is none: %s", (clocks, at) => {
    expect(asked(list(`${clocks} down`, "23:00 UTC up"))[0]).toBe(at);
  });

  it.each([
    ["| UTC | PST |", "| 18:00 | 10:00 | down |", "03-05 18:00"],
    ["| PST | UTC |", "| 10:00 | 18:00 | down |", "03-05 18:00"],
    ["| UTC | PT |", "| 17:00 | 10:00 | down |", "03-05 17:00"],
    ["| UTC | PST |", "| 18:40 | 11:40 | down |", "?"],
    ["| Time (UTC) | Time (CET) |", "| 18:40 | 18:40 | down |", "?"],
    ["| Elapsed | Time (UTC) |", "| 00:40 | 18:40 | down |", "03-05 18:40"],
    ["| Time (UTC) | Duration |", "| 18:40 | 00:40 | down |", "03-05 18:40"],
  ])("is that of all columns of a row: %s %s", (head, row, at) => {
    const text = `# Outage 2024-03-05\n\n## Timeline\n\n${head} What |\n|---|---|---|\n${row}\n`;
    expect(asked(times(text))).toEqual([at]);
  });
});

describe("a duration that is written like a time", () => {
  it.each(["1:15 ratio of errors", "12:30 long outage", "0:45 minutes to detect", "12.34.56 was released"])(
    "isn't one: %s",
    (item) => {
      expect(list("10:20 UTC deployed", item, "10:50 UTC back")).toEqual(["03-05 10:20", "03-05 10:50"]);
    },
  );

  it("counts from a start after a plus", () => {
    expect(asked(list("+00:00 alert", "+00:12 found", "+01:30 fixed"))).toEqual(["?", "?", "?"]);
  });

  it("isn't one after the word after", () => {
    const text = "The job was killed after 00:05:00. At 10:02 UTC we were down. At 10:40 UTC it was over.";
    expect(times(`# Outage 2024-03-05\n\n${text}\n`)).toEqual(["03-05 10:02", "03-05 10:40"]);
  });
});

describe("the times in the text of a post", () => {
  it.each([
    ["Update: Wednesday, March 6, 2024, at 8:00pm UTC", "At 12:20pm we failed.", ["03-06 12:20", "03-06 20:00"]],
    [
      "Resolved\nMarch 6, 2024 at 11:21am UTC",
      "On 5 March 2024 all failed at 16:02 UTC.",
      ["03-05 16:02", "03-06 11:21"],
    ],
    ["Updated\nMarch 6, 2024 at 03:00am UTC", "We are back with less capacity.", ["03-06 03:00"]],
    ["Resolved\nMarch 6, 2024 at 11:21am UTC", "Yesterday at 9:00am UTC all failed.", ["03-06 11:21"]],
    ["Resolved\nMarch 6, 2024 at 11:21am UTC", "On Monday at 9:00am UTC all failed.", ["03-06 11:21"]],
    ["Resolved\nMarch 6, 2024 at 11:21am UTC", "All failed at 23:00 UTC.", ["03-06 11:21"]],
    ["Resolved\nMarch 6, 2024 at 11:21am UTC", "The next window will be at 9:00am UTC.", ["03-06 11:21"]],
  ])("are in addition to it if its day is known: %j %s", (head, words, expected) => {
    expect(times(`# Status\n\n${head}\n\n${words}\n`)).toEqual(expected);
  });

  it("are a timeline if it lists times", () => {
    const text =
      "Resolved\nMay 6, 2024 at 4:20am UTC\nTimeline (UTC):\n• 03:52 UTC: It fell.\n• 04:15 UTC: It was restored.\n";
    expect(times(text).slice(-2)).toEqual(["05-06 03:52", "05-06 04:15"]);
  });
});

describe("the day of a label right above the times of a part", () => {
  const part = (line: string, ...rows: string[]) =>
    `### Part\n\n${line}\n\n${rows.map((row) => `- ${row}`).join("\n")}\n`;
  const story = (label: string, second: string) =>
    asked(
      times(
        `# Report\n\nOn November 13, 2025 at 19:05 the server froze.\n\n## Timeline (UTC)\n\n${part(
          `**Date/Time:** November 12, 2025, 13:55:51`,
          "13:55 login",
          "14:24 login again",
        )}\n${part(`${label} ${second}`, "19:05 freeze", "19:10 found")}`,
      ),
    );

  it.each([
    ["**Date/Time:**", "November 13, 2025, 19:05-20:45"],
    ["**Date/Time:**", "November 13, 2025, 19:05 to 20:45 UTC"],
    ["Date/time:", "13 November 2025 19:05 – 20:45"],
    ["**Date:**", "2025-11-13"],
    ["**Date:**", "2025-11-13, from 19:05"],
    ["Date & time:", "13.11.2025 19:05"],
    ["*When:*", "Nov 13, 2025 (evening)"],
    ["**Date and time**:", "November 13th, 2025, after 19:00"],
    ["Day:", "Thursday, November 13, 2025"],
    ["**Time:**", "November 13, 2025, 19:05-20:45"],
    ["**Period:**", "November 13, 2025, 19:05-20:45"],
  ])("is theirs: %s %s", (label, second) => {
    expect(story(label, second)).toEqual(["11-12 13:55", "11-12 14:24", "11-13 19:05", "11-13 19:10"]);
  });

  it("is that of the times above a table", () => {
    const table = (...rows: string[]) =>
      `| Time (UTC) | Event |\n|---|---|\n${rows.map((row) => `| ${row} |`).join("\n")}\n`;
    expect(
      times(
        `# Report\n\nOn November 13, 2025 at 19:05 the server froze.\n\n## Timeline\n\n### First\n\n**Date/Time:** November 12, 2025, 13:55:51\n\n${table(
          "13:55 | login",
          "14:24 | login again",
        )}\n### Response\n\n**Date/Time:** November 13, 2025, 19:05-20:45\n\n${table("19:05 | freeze", "19:10 | found")}`,
      ),
    ).toEqual(["11-12 13:55", "11-12 14:24", "11-13 19:05", "11-13 19:10"]);
  });

  it.each([
    ["**Duration:**", "November 12, 2025 13:57 - November 14, 2025 19:35"],
    ["**Period:**", "November 12, 2025 to November 14, 2025"],
  ])("is asked for if it names several: %s %s", (label, second) => {
    expect(story(label, second).slice(2)).toEqual(["?", "?"]);
  });

  it.each([
    ["**Last updated:**", "November 20, 2025"],
    ["**Report date:**", "November 20, 2025"],
    ["**Due:**", "November 20, 2025"],
  ])("is not that of something else: %s %s", (label, second) => {
    expect(story(label, second).slice(2)).not.toContain("11-20 19:05");
  });
});
