import { describe, expect, it } from "vitest";
import { eventIdentity } from "#importers/open/event-identity.ts";
import { parseSource } from "#importers/open/parse-source.ts";
import { textInput } from "./fixtures.ts";

const ROWS = "- 14:14 backlog starts\n- 18:41 first alert";

/** Returns the days of a text's events in UTC, each once, or `date?` if the day is asked for. */
function days(text: string, filename = "notes.md"): string[] {
  const { events } = parseSource(textInput(text, filename), { zone: "UTC" });
  expect(events.length).toBeGreaterThan(0);
  return [...new Set(events.map(({ at, ambiguity }) => at?.slice(0, 10) ?? `${ambiguity?.reason}?`))];
}

describe("the day of a timeline", () => {
  it.each([
    ["the file's name", `## Timeline\n${ROWS}`, "2020-06-11-outage.md"],
    ["the file's name without dashes", `## Timeline\n${ROWS}`, "outage-20200611.md"],
    ["the file's name with underscores", `## Timeline\n${ROWS}`, "INC_2020_06_11_search.txt"],
    ["the file's name in front of letters", `## Timeline\n${ROWS}`, "20200611_search.md"],
    ["the file's name with a month", `## Timeline\n${ROWS}`, "outage-11-june-2020.md"],
    ["the heading of the timeline", `# Search outage\n\n## Timeline, 11 June 2020\n${ROWS}`],
    ["a heading above it", `# Search outage\n\n## Thursday 11 June 2020\n### Timeline\n${ROWS}`],
    ["the title", `# Search outage of June 11th, 2020\n\n## Summary\nSlow.\n\n## Timeline\n${ROWS}`],
    ["the title that says it is a postmortem", `# Postmortem 2020-06-11: search\n\n## Timeline\n${ROWS}`],
    ["front matter", `---\ntitle: Search\ndate: 2020-06-11\n---\n\n## Timeline\n${ROWS}`],
    [
      "front matter that names the incident",
      `---\nincident_date: 2020-06-11\ndate: 2020-06-20\n---\n## Timeline\n${ROWS}`,
    ],
    ["a line that labels it", `# Search\n\n**Date:** 11 June 2020\n\n## Timeline\n${ROWS}`],
    [
      "a row of a table that labels it",
      `# Search\n\n| Date | 2020-06-11 |\n|---|---|\n| Owner | Kim |\n\n## Timeline\n${ROWS}`,
    ],
    ["a line that labels the start", `# Search\n\nStart time: 2020-06-11 14:14 UTC\n\n## Timeline\n${ROWS}`],
    ["a sentence below the heading", `# Search\n\n## Timeline\nThe night of 11 June 2020.\n\n${ROWS}`],
    ["a statement for all rows", `# Search\n\n## Timeline\nUnless noted, all events happened on 2020-06-11.\n${ROWS}`],
    ["a row above", `# Search\n\n## Timeline\n- 2020-06-11 14:00 release\n${ROWS}`],
    [
      "a sentence that tells of one of the rows",
      `# Search\n\nOn June 11, 2020, at 14:14 UTC search broke.\n\n## Timeline\n${ROWS}`,
    ],
    ["the first line of plain notes", `Search outage, 11 June 2020\n\n${ROWS}`],
    ["the first bare line", `2020-06-11\n${ROWS}`],
  ])("is named by %s", (_what, text, filename?: string) => {
    expect(days(text, filename)).toEqual(["2020-06-11"]);
    const elsewhere = `\n\n## Action items\n| Action | Due |\n|---|---|\n| Renew the certificate | 2020-09-30 |\n| Load test | 2020-09-30 |\n\n## Lessons\nReview held on 2020-06-20. Last seen on 3 March 2019 at 14:14.`;
    expect(days(`${text}${elsewhere}`, filename)).toEqual(["2020-06-11"]);
  });

  it.each([
    "All times are UTC and took place on 2020-06-11.",
    "All events took place on 11 June 2020.",
    "Unless otherwise stated, everything was on 2020-06-11.",
    "The following events all happened on June 11th, 2020.",
    "The times below are from 2020-06-11 unless noted.",
  ])("is the one for all rows, even after a row on another day: %s", (statement) => {
    const rows = "- 2020-06-10 23:50 release\n- 14:14 backlog starts\n- 18:41 first alert";
    expect(days(`# Search\n\n## Timeline\n${statement}\n${rows}`)).toEqual(["2020-06-10", "2020-06-11"]);
  });

  it.each([
    "**There are no entries of the watchdog for all of 2020-06-11.** It died on 2020-06-10 after its last start.",
    "Requests failed across all regions, beginning at dusk on 2020-06-10.",
    "Following the incident we had on 10 June 2020, we check every disk.",
    "Every hour a job runs; it last ran on 2020-06-10.",
    "These disks were bought on 2020-06-10.",
    "All of them had failed before, otherwise on 2020-06-10 nobody would have looked.",
    "The following night, on 10 June 2020, a copy was made.",
  ])("isn't in a sentence about something else: %s", (sentence) => {
    expect(days(`# Search outage of 2020-06-11\n\n${sentence}\n\n## Timeline\n${ROWS}`)).toEqual(["2020-06-11"]);
  });

  it.each([
    ["an action", `\n\n## Action items\n- Renew the certificate, due 2020-09-30`],
    [
      "a table of actions",
      `\n\n## Follow-ups\n| Action | Due |\n|---|---|\n| Renew | 2020-09-30 |\n| Test | 2020-09-30 |`,
    ],
    ["a review", "\n\nReview held on 2020-06-20."],
    ["a review with the time of a row", "\n\nReview held on 2020-06-20 at 14:14."],
    ["the day it was published", "\n\nPublished 2020-06-20 at 14:14"],
    ["the day it was changed", "\n\nLast updated: 2020-06-20 14:14 UTC"],
    ["a link", "\n\nSee [the post](https://example.com/2020/06/20/post) and https://example.com/2020-06-20"],
    ["lessons", "\n\n## Lessons learned\nThe same happened on 3 March 2019 at 14:14 and on 3 March 2018."],
    ["a deadline", "\n\nAll of it is to be done by 30 September 2020."],
    ["an earlier incident", "\n\n## Background\nA similar outage on 2019-03-03 at 14:14 was never understood."],
    ["a plan", "\n\n## Next steps\nThe migration is planned for 2020-09-30 at 14:14."],
    ["a code block", "\n\n```\n2020-09-30 14:14:00 cert expires\n```"],
    ["a quotation of a release", "\n\n## Background\nVersion 4.2 was released on May 2, 2020."],
    ["a list of links", "\n\n## References\n- Post of 2020-06-20 at 14:14\n- Ticket of 2020-06-21"],
  ])("is asked where only %s names one", (_what, rest) => {
    for (const text of [`# Search\n\n## Timeline\n${ROWS}${rest}`, `${ROWS}${rest}`])
      expect(days(text)).toEqual(["date?"]);
  });

  it("is that of the story and not of the front matter of a post published later", () => {
    const text = `---\ndate: 2018-01-11\n---\nOn Tuesday January 9 from 17:09 EST it was down.\n\n## Timeline\n${ROWS}`;
    expect(days(text, "post.md")).toEqual(["2018-01-09"]);
  });

  it.each([
    [
      "a file's name and front matter that differ",
      `---\ndate: 2020-06-20\n---\n## Timeline\n${ROWS}`,
      "2020-06-11-post.md",
    ],
    [
      "a label and a title that differ",
      `# Outage of 2020-06-11\n\nDate: 2020-06-12\n\n## Timeline\n${ROWS}`,
      "post.md",
    ],
    ["a title that says when it was published", `# Search (published 20 June 2020)\n\n## Timeline\n${ROWS}`, "post.md"],
    ["the heading of a review", `# Search\n\n## Review meeting 2020-06-20\nDone.\n\n## Timeline\n${ROWS}`, "post.md"],
    [
      "the heading of another part",
      `# Search\n\n## The outage of 3 March 2019\nOld.\n\n## Timeline\n${ROWS}`,
      "post.md",
    ],
  ])("is asked with %s", (_what, text, filename) => {
    expect(days(text, filename)).toEqual(["date?"]);
  });

  it("is suggested from elsewhere in the text, with its line", () => {
    const text = `# Search\n\n## Timeline\n${ROWS}\n\n## Action items\n- Renew the certificate, due 2020-09-30\n\nReview held on 20 June 2020.`;
    expect(parseSource(textInput(text, "a.md"), { zone: "UTC" }).days).toEqual([
      { date: "2020-09-30", line: 8, text: "Renew the certificate, due 2020-09-30" },
      { date: "2020-06-20", line: 10, text: "Review held on 20 June 2020." },
    ]);
    expect(parseSource(textInput(text, "2020-06-11.md"), { zone: "UTC" }).days).toBeUndefined();
  });

  it("is the one that a person chooses if none is named, over midnight too, and never if one is", () => {
    const at = (text: string) =>
      parseSource(textInput(text, "a.md"), { zone: "UTC", date: "2020-06-11" }).events.map((event) => event.at);
    expect(at("- 23:50 alert\n- 00:20 restart")).toEqual(["2020-06-11T23:50:00.000Z", "2020-06-12T00:20:00.000Z"]);
    expect(at("# Outage of 2020-05-01\n- 23:50 alert\n- 00:20 restart")[0]).toBe("2020-05-01T23:50:00.000Z");
  });
});

describe("a date that doesn't exist or is ambiguous", () => {
  const two = (first: string, second: string) =>
    `# Outage\n\n## Timeline\n${first}\n- 15:46 UTC a\n- 20:10 UTC b\n${second}\n- 02:17 UTC c\n- 02:40 UTC d`;
  const at = (text: string, filename = "a.md") =>
    parseSource(textInput(text, filename), {}).events.map(
      (event) => event.at?.slice(0, 10) ?? event.ambiguity?.question,
    );

  it.each([
    ["### 29-09-2021", "### 03-10-2021", "2021-09-29", "2021-10-03"],
    ["### 29/09/2021", "### 03/10/2021", "2021-09-29", "2021-10-03"],
    ["### 09/29/2021", "### 10/03/2021", "2021-09-29", "2021-10-03"],
    ["**29/09/2021**", "**03/10/2021**", "2021-09-29", "2021-10-03"],
    ["29-09-2021:", "03-10-2021:", "2021-09-29", "2021-10-03"],
    ["### 03-10-2021", "### 13-10-2021", "2021-10-03", "2021-10-13"],
    ["### 29.09.2021", "### 03.10.2021", "2021-09-29", "2021-10-03"],
    ["### Wednesday 29/09/2021", "### Sunday 03/10/2021", "2021-09-29", "2021-10-03"],
    ["#### Day 1 - 29/09/2021", "#### Day 5 - 03/10/2021", "2021-09-29", "2021-10-03"],
    ["### 09/08/2021", "### 09/21/2021", "2021-09-08", "2021-09-21"],
  ])("has the order of the dates around it: %s, %s", (first, second, one, other) => {
    expect(at(two(first, second))).toEqual([one, one, other, other]);
  });

  it.each([
    ["### 03-10-2021", "### 04-11-2021"],
    ["### 03/10/2021", "### 05/12/2021"],
    ["**03/10/2021**", "**05/12/2021**"],
    ["### 2021-09-29", "### 04-12-2021"],
    ["### 29 September 2021", "### 05/12/21"],
  ])("is asked for, and nothing below it gets the day above: %s, %s", (first, second) => {
    expect(at(two(first, second)).slice(2)).toEqual(Array(2).fill(expect.stringMatching(/with the day or the month/)));
  });

  it.each([
    "### 31-09-2021",
    "### 2021-02-30",
    "### 31 September",
    "### The next week",
    "### Wednesday the 4th",
    "### 4th",
    "### Some days later",
    "### Later that week",
    "**The following Monday**",
    "### Weekend",
    "### The morning after",
    "### Two days later",
  ])("doesn't let days advance past it: %s", (second) => {
    expect(at(two("### 29 September 2021", second)).slice(2)).not.toContain("2021-09-30");
    expect(at(two("### 29 September 2021", second)).slice(2)).not.toContain("2021-09-29");
  });

  it("is in a row, and the rows below it are asked for too", () => {
    expect(
      at("# Outage of 29 September 2021\n\n- 15:46 UTC a\n- 05/12/2021 02:17 UTC b\n- 02:40 UTC c").slice(1),
    ).toEqual(Array(2).fill(expect.stringMatching(/with the day or the month/)));
    expect(
      at("# Outage of 29 September 2021\n\n- 15:46 UTC a\n- 2021-02-30 02:17 UTC b\n- 02:40 UTC c")[1],
    ).not.toMatch(/^2021/);
  });
});

describe("the day of other texts", () => {
  const chat = "ann  10:42 AM\nslow\nbo  10:44 AM\nlooking";
  const table = "time,title\n10:42,slow\n10:44,looking";

  it.each([
    ["a chat", chat, "chat-2020-06-11.txt"],
    ["a table", table, "2020-06-11.csv"],
  ])("is that of the file's name: %s", (_what, text, filename) => {
    expect(days(text, filename)).toEqual(["2020-06-11"]);
    expect(days(text, filename.replace(/2020-06-11/, "x"))).toEqual(["date?"]);
  });

  it.each([
    ["notes", "- 10:42 slow\n- 10:44 looking", "notes.md"],
    ["a chat", chat, "chat.txt"],
    ["a table", table, "table.csv"],
  ])("that a person chooses isn't part of an event's identity: %s", (_what, text, filename) => {
    const identities = (date?: string) => {
      const { format, events } = parseSource(textInput(text, filename), { zone: "UTC", ...(date ? { date } : {}) });
      expect(events.map(({ at }) => at?.slice(0, 10))).toEqual([date, date]);
      return events.map((event) => eventIdentity(format, event, "UTC"));
    };
    expect(identities("2020-06-11")).toEqual(identities());
    expect(identities("2020-06-12")).toEqual(identities());
  });
});

describe("a row of an earlier day without a time, in the list of a named day", () => {
  const lastDay = (text: string) => parseSource(textInput(text), { zone: "UTC" }).events.at(-1)?.at?.slice(0, 10);
  const table = (rows: string) => `| Time | What |\n|---|---|\n${rows}`;

  it.each([
    [
      "in brackets, below a dated heading",
      `## Timeline (2020-06-11)\n\n${table("| (2020-04-26) | Database made |\n| 10:42 | slow |")}`,
    ],
    ["without brackets", `## Timeline (2020-06-11)\n\n${table("| 2020-04-26 | Database made |\n| 10:42 | slow |")}`],
    ["in words", `## Timeline (11 June 2020)\n\n${table("| 26 Apr 2020 | Database made |\n| 10:42 | slow |")}`],
    ["in a list", "## Timeline, 11 June 2020\n- 2020-04-26: Database made\n- 10:42 slow"],
    [
      "as the second row",
      `## Timeline (2020-06-11)\n\n${table("| 10:40 | calm |\n| 2020-04-26 | Database made |\n| 10:42 | slow |")}`,
    ],
    [
      "twice",
      `## Timeline (2020-06-11)\n\n${table("| 2020-04-26 | Database made |\n| 2020-05-02 | Disk grew |\n| 10:42 | slow |")}`,
    ],
    [
      "below a title with the day",
      `# Outage of 11 June 2020\n\n## Timeline\n\n${table("| 2020-04-26 | Database made |\n| 10:42 | slow |")}`,
    ],
    [
      "below a labelled day",
      `# Outage\n\n**Date:** 2020-06-11\n\n## Timeline\n\n${table("| 2020-04-26 | Database made |\n| 10:42 | slow |")}`,
    ],
    ["of a year before", `## Timeline (2020-06-11)\n\n${table("| 2019-04-26 | Database made |\n| 10:42 | slow |")}`],
    ["in Japanese", `## タイムライン(2020-06-11)\n\n${table("| (2020-04-26) | DB 初期化 |\n| 10:42 | 遅い |")}`],
  ])("leaves the rows below on the day of the list: %s", (_what, text) => {
    expect(lastDay(text)).toBe("2020-06-11");
  });

  it.each([
    [
      "of a later day",
      `## Timeline (2020-06-11)\n\n${table("| 10:42 | slow |\n| 2020-06-13 | Second try |\n| 10:42 | slow |")}`,
      "2020-06-13",
    ],
    [
      "of the day before",
      `## Timeline (2020-06-11)\n\n${table("| 2020-06-10 | Released |\n| 10:42 | slow |")}`,
      "2020-06-10",
    ],
    [
      "with a time",
      `## Timeline (2020-06-11)\n\n${table("| 2020-04-26 10:00 | Released |\n| 10:42 | slow |")}`,
      "2020-04-26",
    ],
    ["in a list without a day", `## Timeline\n\n${table("| 2020-04-26 | Released |\n| 10:42 | slow |")}`, "2020-04-26"],
  ])("moves the day otherwise: %s", (_what, text, day) => {
    expect(lastDay(text)).toBe(day);
  });
});
