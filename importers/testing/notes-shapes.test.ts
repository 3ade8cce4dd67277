import { describe, expect, it } from "vitest";
import { notesImporter } from "#importers/notes/notes.ts";
import { readSource } from "#importers/source/read-source.ts";
import { textInput } from "./fixtures.ts";

/** Returns start, end and title of every event, or the question if the time is open. */
function read(text: string): string[] {
  return notesImporter
    .parse(readSource(textInput(text, "notes.md")), {})
    .events.map(({ at, endAt, ambiguity, title }) => {
      const times = [at, endAt].filter((time) => time !== null).map((time) => time.slice(0, 16));
      return `${times.join("/") || ambiguity?.reason} ${title}`;
    });
}

const THREE = ["2024-03-01T10:02 queue grows", "2024-03-01T10:15 relay restarted", "2024-03-01T10:31 queue empty"];

describe("write-ups of many shapes", () => {
  it.each([
    [
      "a distance with a colon",
      "Start: 2024-03-01 10:02 UTC\n\n## Timeline\n- T+0: queue grows\n- T+13m: relay restarted\n- T+29m: queue empty",
    ],
    [
      "a distance of nothing",
      "T0 = 2024-03-01 10:02 UTC\n\n## Timeline\n\n| Minute | Event |\n|---|---|\n| T0 | queue grows |\n| T+13 | relay restarted |\n| T+29 | queue empty |",
    ],
    [
      "two zones beside each other",
      "# 2024-03-01\n## Timeline\n- 2:02 AM PT / 10:02 UTC - queue grows\n- 2:15 AM PT / 10:15 UTC - relay restarted\n- 2:31 AM PT / 10:31 UTC - queue empty",
    ],
    [
      "a zone in the head of columns",
      "# 1 March 2024\n## Timeline\n```\nTIME (UTC)   EVENT\n10:02   queue grows\n10:15   relay restarted\n10:31   queue empty\n```",
    ],
    [
      "a day in the first line",
      "2024-03-01 relay outage (UTC)\n10:02\tqueue grows\n10:15\trelay restarted\n10:31\tqueue empty",
    ],
    [
      "times above their words",
      "Date: 2024-03-01\n\nTimeline:\n\n10:02 UTC:\nqueue grows\n10:15 UTC:\nrelay restarted\n10:31 UTC:\nqueue empty",
    ],
    [
      "lines of a web server",
      "203.0.113.7 - - [01/Mar/2024:11:02:09 +0100] queue grows\n::1 - ada [01/Mar/2024:10:15:00 +0000] relay restarted\nshop.example - - [01/Mar/2024:10:31:00 +0000] queue empty",
    ],
    [
      "lines of a monitor, in seconds",
      "[1709287320] queue grows\n[1709288100] relay restarted\n[1709289060] queue empty",
    ],
    [
      "lines of an error log, the year last",
      "All times UTC\n\n[Fri Mar 01 10:02:09.120 2024] queue grows\n[Fri Mar 01 10:15:00.000 2024] relay restarted\n[Fri Mar 01 10:31:00 2024] queue empty",
    ],
    [
      "lines of fields, the level first",
      'All times UTC\n\nlevel=warn ts=2024-03-01T10:02:09.12Z queue grows\nlevel=info ts=2024-03-01T10:15:00Z relay restarted\nlvl="info" t=2024-03-01T10:31:00Z queue empty',
    ],
    [
      "items with letters",
      "# 2024-03-01\n\n## Timeline (UTC)\n\na) 10:02 queue grows\nb) 10:15 relay restarted\n(c) 10:31 queue empty",
    ],
    [
      "a day in a title of its own",
      "2024-03-01 the relay (UTC)\n\n10:02 queue grows\n10:15 relay restarted\n10:31 queue empty",
    ],
    [
      "a zone beside the name of the part",
      "# Relay, March 1 2024\n\n**Timeline** *(UTC)*\n\n- 10:02 - queue grows\n- 10:15 - relay restarted\n- 10:31 - queue empty",
    ],
    [
      "headings that name a span of times above its entries",
      "# 2024-03-01\n## Timeline (UTC)\n### 10:00 - 10:20: The beginning\n- 10:02: queue grows\n- 10:15: relay restarted\n### 10:20 - 10:40: The end\n- 10:31: queue empty",
    ],
    [
      "lines of syslog",
      "<165>1 2024-03-01T10:02:09Z queue grows\n<34>1 2024-03-01T10:15:00.003Z relay restarted\n<34>1 2024-03-01T10:31:00Z queue empty",
    ],
    [
      "lines of Kubernetes below their day",
      "# 2024-03-01\n## Timeline (UTC)\nE0301 10:02:09.120000 queue grows\nI0301 10:15:00.000000 relay restarted\nI0301 10:31:00.000000 queue empty",
    ],
    [
      "a zone by itself below the heading",
      "# 2024-03-01\n## Timeline\n\n(UTC+9:30)\n\n7:32pm - queue grows\n\n7:45pm - relay restarted\n\n8:01pm - queue empty",
    ],
    [
      "every time twice, in two zones",
      "# 2024-03-01\n## timeline\n\nUTC/ACDT\n\n10:02/20:32 - queue grows\n10:15/20:45 - relay restarted\n10:31/21:01 - queue empty",
    ],
    [
      "a year only with the month of it all",
      "# Relay\n**Severity:** 2\n**Date:** March 2024\n\n## Timeline (UTC)\n| Time | Event |\n|---|---|\n| Mar 1, 10:02 | queue grows |\n| Mar 1, 10:15 | relay restarted |\n| Mar 1, 10:31 | queue empty |",
    ],
    [
      "about, with a blank behind its sign",
      "Times in UTC\n\n- 1 March 2024 ~ 10:02 - queue grows\n- 1 March 2024 10:15 - relay restarted\n- 1 March 2024 10:31 - queue empty",
    ],
    [
      "a timeline that goes on under a heading of its own",
      "# 2024-03-01\n## Timeline (UTC)\n### 10:02\nqueue grows\n### 10:15\nrelay restarted\n## Follow-up timeline (UTC)\n### 10:31\nqueue empty\n## Action items\n- Add a limit",
    ],
    [
      "times without a colon",
      "# 2024-03-01\n## Timeline (UTC)\n* 1002: queue grows\n* 1015: relay restarted\n* 1031: queue empty",
    ],
    [
      "items that carry heading marks",
      "# 2024-03-01\n## Timeline\n- ### 10:02 UTC:\n    - queue grows\n- ### 10:15 UTC:\n    - relay restarted\n- ### 10:31 UTC:\n    - queue empty",
    ],
    [
      "bare list marks above the times",
      "Timeline of events\n-\n2024-03-01 10:02 UTC\nqueue grows\n-\n2024-03-01 10:15 UTC\nrelay restarted\n-\n2024-03-01 10:31 UTC\nqueue empty\nPeople\n- Amara",
    ],
    [
      "a list of definitions",
      "# 2024-03-01\n## Timeline\n\n10:02 UTC\n: queue grows\n\n10:15 UTC\n: relay restarted\n\n10:31 UTC\n: queue empty",
    ],
    [
      "arrows behind the time",
      "# 2024-03-01\n## Timeline (UTC)\n\n10:02 ➜ queue grows\n10:15 ⇒ relay restarted\n10:31 → queue empty",
    ],
    [
      "German",
      "# Ausfall am 1. März 2024\n\nAlle Zeiten in MEZ.\n\n## Zeitachse\n- 11:02 Uhr: queue grows\n- gegen 11:15 Uhr: relay restarted\n- 11.31 Uhr: queue empty",
    ],
    [
      "French",
      "**Date :** 1 mars 2024\n\n## Chronologie (heure de Paris)\n* **11:02 :** queue grows\n* **11:15 :** relay restarted\n* **11:31 :** queue empty",
    ],
    [
      "French, without a zero before the hour",
      "# Panne du 1 mars 2024\n\nHeure de Kyiv (UTC-1)\n\n## Déroulement\n- 9h02 : queue grows\n- **9h15** – relay restarted\n- 9h31 : queue empty",
    ],
    [
      "Dutch",
      "# Storing 1 maart 2024\n\nAlle tijden zijn in CET.\n\n## Verloop\n- 11.02 uur: queue grows\n- 11.15 uur: relay restarted\n- 11.31 uur: queue empty",
    ],
    [
      "Italian",
      "# Guasto del 1 marzo 2024\n\nFuso orario: Europe/Rome\n\n## Cronologia\n- ore 11:02: queue grows\n- ore 11:15: relay restarted\n- ore 11:31: queue empty",
    ],
    [
      "Swedish",
      "# Avbrott den 1 mars 2024\n\n## Tidslinje (UTC)\n- kl. 10:02 queue grows\n- kl 10:15 relay restarted\n- 10:31 queue empty",
    ],
    [
      "Polish",
      "# Awaria 1 marca 2024\n\n## Timeline (UTC)\n- 10:02 queue grows\n- 10:15 relay restarted\n- 10:31 queue empty",
    ],
    [
      "Russian",
      "# Сбой 1 марта 2024\n\n## Хронология (UTC)\n- 10:02 queue grows\n- 10:15 relay restarted\n- 10:31 queue empty",
    ],
    [
      "Spanish",
      "**Fecha:** 1 de marzo de 2024\n\n## Línea de tiempo (hora de Madrid)\n- 11:02: queue grows\n- 11:15: relay restarted\n- 11:31: queue empty",
    ],
    [
      "Japanese",
      "# 2024年3月1日\n\n## タイムライン (JST)\n- 19:02 queue grows\n- 19:15 relay restarted\n- 19:31 queue empty",
    ],
  ])("reads the times of %s", (_what, text) => {
    expect(read(text)).toEqual(THREE);
  });

  it("short dates with emphasis, about, and a range of days", () => {
    const rows = "| 03-01 **10:02** | a |\n| 03-01 ~10:15 | b |\n| 03-02 → 03-04 | c |";
    expect(read(`# Frozen, 2024-03-01\n## Timeline (UTC)\n\n| Time | Event |\n|---|---|\n${rows}`)).toEqual([
      "2024-03-01T10:02 a",
      "2024-03-01T10:15 b",
      "2024-03-02T00:00/2024-03-04T00:00 c",
    ]);
  });

  it("times with and without a colon", () => {
    const text = "Notes of 2024-03-01 (UTC)\n\n1002 a\n1007 b\n10:15 c\n1031 d\n10:40 e";
    expect(read(text).map((event) => event.slice(11))).toEqual(["10:02 a", "10:07 b", "10:15 c", "10:31 d", "10:40 e"]);
  });

  it("years that aren't times", () => {
    expect(read("# Our story\n## Timeline\n- 2019: founded\n- 2020: first customer\n- 2021: moved")).toEqual([]);
  });

  it("a distance in days", () => {
    const text = "Start: 2024-03-08 10:00 UTC\n## Timeline\n- T-7d: change rolled out\n- T+5m: alert";
    expect(read(text)).toEqual(["2024-03-01T10:00 change rolled out", "2024-03-08T10:05 alert"]);
  });

  it("lines with a day above the times of that day", () => {
    const text =
      "Two outages, all times UTC\n\nReport on the outage of 1 March 2024\n\n10:02: queue grows\n\n10:31: queue empty\n\nReport on the outage of 4 March 2024\n\n23:46: relay down\n\n00:30: relay up";
    expect(read(text)).toEqual([
      "2024-03-01T10:02 queue grows",
      "2024-03-01T10:31 queue empty",
      "2024-03-04T23:46 relay down",
      "2024-03-05T00:30 relay up",
    ]);
  });

  it("headings that end in a time", () => {
    const text =
      "---\ntitle: API down\ncreated_at: 2024-03-01T10:00:00Z\n---\n## Resolved - 12:30 UTC\nAll is well.\n\n## Update (10:00 UTC)\nWe look into it.";
    expect(read(text)).toEqual(["2024-03-01T12:30 Resolved", "2024-03-01T10:00 Update"]);
  });

  it.each([
    ["Cycle 1 — 2024-03-01 14:50:00", "Cycle 1"],
    ["Cycle 1 - 14:50", "Cycle 1"],
    ["Phase 1 (14:50 UTC)", "Phase 1"],
    ["Step 1 | 14:50", "Step 1"],
    ["Attempt 1 at 14:50 UTC", "Attempt 1"],
    ["Attempt 1 @ 14:50", "Attempt 1"],
    ["Hypothesis 1.1 — 2024-03-01 14:50", "Hypothesis 1.1"],
    ["Node 10 of 12 – 14:50", "Node 10 of 12"],
    ["仮説 1 — 2024-03-01 14:50", "仮説 1"],
    ["Update 1 – 2024-03-01T14:50Z", "Update 1"],
  ])("headings that end in a time behind a number: %s", (first, label) => {
    const second = first.replace("14:50", "15:20").replace("1", "2");
    const text = `# Worklog of 2024-03-01 (UTC)\n\n### ${first}\n\nWe look into it.\n\n### ${second}\n\nIt is back.\n`;
    expect(read(text)[0]).toBe(`2024-03-01T14:50 ${label}`);
  });

  it("a status page copied as text, whatever times its text contains", () => {
    const text =
      "Errors, 2024-03-01\n\nPostmortem\nBetween 10:02 and 10:31 UTC we failed.\nMar 2, 2024 - 09:00 UTC\n\nResolved\nIt is over.\nMar 1, 2024 - 10:40 UTC";
    expect(read(text)).toEqual(["2024-03-02T09:00 Postmortem", "2024-03-01T10:40 Resolved"]);
  });

  it("a post of a file-based status page without a timeline in its text", () => {
    const post = (body: string) =>
      `---\ntitle: "Shop is down"\ndate: 2024-03-01T10:02:00-00:00\nresolved: true\nresolvedWhen: 2024-03-01T10:31:00-00:00\nseverity: down\naffected:\n  - *.example.com\n---\n${body}\n`;
    expect(read(post("We work on it."))).toEqual(["2024-03-01T10:02/2024-03-01T10:31 Shop is down"]);
    expect(read(post("- 10:05 UTC queue grows\n- 10:31 UTC queue empty"))).toHaveLength(2);
    expect(read("---\ntitle: How we work\ndate: 2024-03-01T10:02:00Z\ntags: x\n---\nWords.\n")).toEqual([]);
  });
});
