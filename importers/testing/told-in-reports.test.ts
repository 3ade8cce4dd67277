import { describe, expect, it } from "vitest";
import { parseSource } from "#importers/open/parse-source.ts";
import { textInput } from "./fixtures.ts";
import { times } from "./times-of.ts";

const report = (...sentences: string[]) =>
  times(`Report on the outage of 23/05/2024\n\n${sentences.join(" ")}\n`, "r.txt");

describe("hours with an h in English sentences", () => {
  it.each([
    ["At 5h30 a cable was cut.", "05-23 05:30"],
    ["The link failed at 9h06 LT.", "05-23 09:06"],
    ["Our team received the first alarms at 11h and started.", "05-23 11:00"],
    ["It went down at 13h01 and worked as it should until then.", "05-23 13:01"],
    ["Starting 17:34 UTC, the log shows failures.", "05-23 17:34"],
  ])("are times behind “at”: %s", (sentence, at) =>
    expect(report("The service was down.", sentence, "It was restored at 20:00.")).toEqual([at, "05-23 20:00"]),
  );

  it.each([
    "We noticed it at 2h into the outage.",
    "It took about 1h30 to copy the files.",
    "The engineer left after 2h30.",
    "Backups should run at 3h30.",
  ])("are lengths or plans elsewhere: %s", (sentence) =>
    expect(report("The service was down at 17:00.", sentence)).toEqual(["05-23 17:00"]),
  );
});

it.each(["On Tuesday 12/05/2024 we saw a broken card.", "The report is about our outage of last week."])(
  "keeps the day of a report: %s",
  (sentence) =>
    expect(report(sentence, "On 13/05/2024 a cable was cut at 5:30.", "At 9:06 it was restored.")).toEqual([
      "05-13 05:30",
      "05-13 09:06",
    ]),
);

it("“on Sunday 13th, at” is on that day", () => {
  const story = "On Saturday 12th October 2024, at 10:50 the link failed. On Sunday 13th, at 11:00 it was repaired.";
  expect(times(`${story} At 12:00 traffic was shifted back.\n`, "r.txt")).toEqual([
    "10-12 10:50",
    "10-13 11:00",
    "10-13 12:00",
  ]);
});

describe("paragraphs that each have their day and time before a mark", () => {
  const post = (...lines: string[]) =>
    times(`# Mail outage\n\nOn May 6th mail was slow.\n\nIt is over.\n\nWe are sorry.\n\n${lines.join("\n\n")}\n`);
  it.each([
    ["UPDATE 7 May 2024 19:27 UTC - Drives replaced.", "UPDATE 8 May 2024 05:00 UTC - It failed."],
    ["2024-05-07 19:27 UTC: Drives replaced.", "2024-05-08 05:00 UTC: It failed."],
    ["**7 May 2024, 19:27** – Drives replaced.", "**8 May 2024, 05:00** – It failed."],
  ])("are entries among other text: %s", (first, second) =>
    expect(post(first, second)).toEqual(["05-07 19:27", "05-08 05:00"]),
  );

  it("are none if there is only one", () => expect(post("2024-05-07 19:27 UTC: Written by Kim.")).toEqual([]));
});

describe("a part named only as the one before", () => {
  const told = (title: string) =>
    times(
      `# Lock\n\n## 4 March 2024\n\n- 10:02 stuck\n- 10:40 fine\n\n## ${title}\n\n- 16:00 deployed\n- 17:30 tested\n`,
    );
  it.each([
    "Before that",
    "Shortly before that",
    "Two weeks before that",
    "Earlier",
    "What happened before",
    "Before this",
  ])("is on a day that is asked for: %s", (title) =>
    expect(told(title)).toEqual(["03-04 10:02", "03-04 10:40", "? date", "? date"]),
  );
  it.each(["Afterwards", "Recovery", "Before the fix"])("other parts aren't: %s", (title) =>
    expect(told(title)).toEqual(["03-04 10:02", "03-04 10:40", "03-04 16:00", "03-04 17:30"]),
  );
});

it("a day alone in a cell is written as those above", () => {
  const rows = "| **13/09 15:53** | queue stops |\n| **13/09 16:10** | restarted |\n| **14/09** | report written |";
  expect(times(`# Report 2024-09-13\n\n| When (UTC) | What |\n|---|---|\n${rows}\n`)).toEqual([
    "09-13 15:53",
    "09-13 16:10",
    "09-14",
  ]);
});

it("an offset before a colon is the time zone of a log", () => {
  const lines = ["2024-03-05T10:02:03.123+0200: 3.456: [GC pause]", "2024-03-05T10:02:04.500+0200: 4.456: [Full GC]"];
  expect(
    parseSource(textInput(`${lines.join("\n")}\n`, "gc.log"), {}).events.map(({ at }) => at?.slice(11, 19)),
  ).toEqual(["08:02:03", "08:02:04"]);
});

describe("a status page without stages", () => {
  const PAGE = `Slow API

Apr 27, 2026 at 3:35pm UTC
Affected services
API

Resolved
Apr 28, 2026 at 3:42pm UTC

The fix works, and performance is back to normal.

Updated
Apr 27, 2026 at 4:01pm UTC

As a first measure, we have stopped charging for failed calls.

Created
Apr 27, 2026 at 3:35pm UTC

We're currently seeing slow calls.
`;
  it("has one event for each post, and none for its head", () => {
    const { events } = parseSource(textInput(PAGE, "page.txt"), {});
    expect(events.map(({ title, kind }) => `${title} ${kind}`)).toEqual([
      "Resolved resolved",
      "Updated public_update",
      "Created public_update",
    ]);
  });
});

it("a sentence above a time isn't the name of someone who speaks", () => {
  const log = "Sun 17 Nov 2024 07:00:00 AM UTC\nMaintenance was performed.\nThank you for your patience.\n";
  const more = "Sun 10 Nov 2024 12:09:41 PM UTC\nThe database is back.\nThank you for your patience.\n";
  const last = "Wed 09 Oct 2024 07:34:28 AM UTC\nThe servers were offline.\n";
  expect(times(log + more + last, "status.txt")).toEqual(["11-17 07:00", "11-10 12:09", "10-09 07:34"]);
});

it("a column of classes of events isn't their text", () => {
  const rows = "| 10:02 | `operator` | Noticed that builds fail. |\n| 10:20 | `automated` | The host was rebooted. |";
  const text = `# Report 2024-09-13\n\n| Time (UTC) | Event Type | Description |\n|---|---|---|\n${rows}\n`;
  const { events } = parseSource(textInput(text, "report.md"), {});
  expect(events.map(({ title }) => title)).toEqual(["Noticed that builds fail.", "The host was rebooted."]);
});

it("a label above a paragraph isn't part of its first sentence", () => {
  const text = "Report of 2024-09-13\n\nTimeline\nAt 10:02 UTC the disk failed.\n\nAt 10:20 UTC it was restored.\n";
  const { events } = parseSource(textInput(text, "report.txt"), {});
  expect(events.map(({ title }) => title)).toEqual(["At 10:02 UTC the disk failed.", "At 10:20 UTC it was restored."]);
});

it.each([
  ["ore 8.10 lento", "ore 8.25 fermo", "ore 9.40 ripristinato"],
  ["ore 8:10 lento", "ore 8:25 fermo", "ore 9:40 ripristinato"],
  ["kl. 08:10 langsomt", "kl. 08:25 nede", "kl. 09:40 oppe"],
  ["godz. 8:10 wolno", "godz. 8:25 awaria", "godz. 9:40 działa"],
])("lines that start with the word for the hour are entries: %s", (...lines) =>
  expect(times(`Data: 9 settembre 2024\n\n${lines.join("\n")}\n`, "r.txt")).toEqual([
    "09-09 08:10",
    "09-09 08:25",
    "09-09 09:40",
  ]),
);

it.each([
  ["Here is the timeline (Berlin time):", "08:10"],
  ["Timeline of events (CEST):", "08:10"],
  ["Data del guasto (ora italiana)", "08:10"],
  ["Alle Angaben in deutscher Zeit", "08:10"],
  ["Horário de Brasília", "13:10"],
  ["Время московское время", "07:10"],
  ["时间均为北京时间", "02:10"],
  ["時刻は日本時間", "01:10"],
])("states the time zone: %s", (words, at) => {
  const text = `Outage of 2024-09-09\n\n${words}\n\n10:10 slow\n10:25 down\n11:40 up\n`;
  expect(parseSource(textInput(text, "r.txt"), {}).events[0]?.at?.slice(11, 16)).toBe(at);
});
