import { describe, expect, it } from "vitest";
import { parseSource } from "#importers/open/parse-source.ts";
import { textInput } from "./fixtures.ts";
import { times } from "./times-of.ts";

describe("the order of day and month", () => {
  it("isn't decided by time zones that are words elsewhere", () => {
    const rows = ["4:15 PM EST - UPS alarm", "4:40 PM EST - Rack dark", "6:02 PM EST - Power restored"];
    const text = `Outage report\n\n${rows.map((row) => `12/03/2025 ${row}`).join("\n")}\n`;
    expect(times(text)).toEqual(["12-03 21:15", "12-03 21:40", "12-03 23:02"]);
  });

  it("is that in which the days are near one with a single meaning", () => {
    const text =
      "2/5/2026, 3:30 PM UTC\nRerouting traffic.\nNext update by: Thursday, February 5, 2026, at 5:30 PM UTC\n2/5/2026, 1:41 PM UTC\nMail is delayed.\n";
    expect(times(text)).toEqual(["02-05 15:30", "02-05 13:41"]);
  });

  it("is that of the only date of the text with one meaning", () => {
    const text =
      "**Incident date:** 09/04/2026 | **RCA date:** 13/04/2026\n\n**Timeline (UTC)**\n\n19:02 – Delivery drops\n19:10 – Vendor called\n";
    expect(times(text)).toEqual(["04-09 19:02", "04-09 19:10"]);
  });

  it("is the one that the text states", () => {
    const text = "Incident date: 04/05/2026 (dd/mm/yyyy), times UTC\n\n06:30 Scheduler stopped\n06:45 Alarm\n";
    expect(times(text)).toEqual(["05-04 06:30", "05-04 06:45"]);
  });
});

describe("the year of days without one", () => {
  it("is that of the same day told in their words", () => {
    const text =
      "Operational issue\nNov 18 4:32 AM PST We are investigating errors.\nNov 18 6:47 AM PST Recovered. Between 4:05 AM and 6:31 AM PST on November 18, 2025 customers saw errors.\n";
    const { events } = parseSource(textInput(text, "issue.txt"), {});
    expect(events.map(({ at }) => at?.slice(0, 16))).toContain("2025-11-18T12:32");
  });

  it("is that of the days alone above the posts of a page", () => {
    const text =
      "Status history\nJul 30, 2026\nAPI - Errors\nResolved - All is normal.\nJul 30, 16:20 UTC\nIdentified - A bad node was removed.\nJul 30, 15:58 UTC\nJul 29, 2026\nNo incidents reported.\nJul 28, 2026\nWebhooks - Delays\nResolved - Deliveries are on time.\nJul 28, 09:12 UTC\nInvestigating - Deliveries are late.\nJul 28, 08:40 UTC\n";
    const { events } = parseSource(textInput(text, "status.txt"), {});
    expect(events.map(({ at }) => at?.slice(0, 16))).toEqual([
      "2026-07-30T16:20",
      "2026-07-30T15:58",
      "2026-07-28T09:12",
      "2026-07-28T08:40",
    ]);
  });

  it("is that of the day of writing above them", () => {
    const text =
      "# Outage\n\nWritten 5 January 2026. All times UTC.\n\n- Dec 31, 22:10: job fails\n- Jan 1, 08:00: certificate expires\n";
    const { events } = parseSource(textInput(text, "notes.md"), {});
    expect(events.map(({ at }) => at?.slice(0, 10))).toEqual(["2025-12-31", "2026-01-01"]);
  });
});

it("times alone in a chat with names and times on one line belong to the person above", () => {
  const text =
    "#billing\n\nWednesday, April 8th, 2026\n\nAna Silva  2:14 PM\nseeing errors\nTom  2:15 PM\nlooking\n2:18\ndeploy seems related\nAna Silva  2:24 PM\nrolling back\n2:31\nback to normal\n";
  expect(times(text, "chat.txt")).toEqual(["04-08 14:14", "04-08 14:15", "04-08 14:18", "04-08 14:24", "04-08 14:31"]);
});

describe("the time zone of a list", () => {
  it.each([
    ["## What happened (UTC)", "02:14"],
    ["■経過（JST）", "17:14"],
    ["Latest first. UTC.", "02:14"],
    ["Horario peninsular (CET)", "01:14"],
    ["Angaben in MESZ.", "00:14"],
    ["## Déroulé (CET)", "01:14"],
    ["All UTC.", "02:14"],
  ])("is stated by %s", (line, clock) => {
    const text = `# Replica outage, 2026-06-10\n\n${line}\n\n- 02:14 a replica falls behind\n- 02:20 reads are stale\n`;
    const [first] = parseSource(textInput(text, "notes.md"), {}).events;
    expect(first?.at?.slice(11, 16)).toBe(clock);
  });
});

it("the hours in which people work tell no time zone of a list", () => {
  const text =
    "# API errors (11 March 2026)\n\nWe use UTC below, support hours are 09:00–17:00 CET.\n\n- 16:31 alarm\n- 17:05 ok\n";
  const { events } = parseSource(textInput(text, "notes.md"), {});
  expect(events.map(({ at }) => at?.slice(11, 16))).toEqual(["16:31", "17:05"]);
});

it("a day between dashes is that of the lines below it", () => {
  const text =
    "Chat export\n--- 12.02.2026 ---\n<09:12:33> Anna: offline\n<09:13:01> Bernd: which floor?\n--- 13.02.2026 ---\n<08:05:00> Anna: still fine\n";
  expect(times(text, "chat.txt")).toEqual(["02-12 09:12", "02-12 09:13", "02-13 08:05"]);
});

describe("something that didn't happen then isn't an event", () => {
  it("a review that a sentence announces, and when a text was produced", () => {
    const told =
      "# Bericht\n\nAm 19. Januar 2026 um 7:20 Uhr fiel der Server aus. Um 7:45 Uhr lief er wieder. Die Nachbesprechung ist am 26. Januar um 10 Uhr.\n";
    expect(times(told)).toEqual(["01-19 07:20", "01-19 07:45"]);
    const produced =
      "Incident summary (auto-generated on 2026-06-18 07:00 UTC)\n\nOpened 2026-06-16 12:04 UTC\nMitigated 2026-06-16 12:48 UTC\nResolved 2026-06-16 13:30 UTC\n";
    expect(times(produced)).toEqual(["06-16 12:04", "06-16 12:48", "06-16 13:30"]);
  });

  it("an earlier incident in a sentence", () => {
    const text =
      "# API outage on 2 June 2026\n\nThis is the same fault that hit us on 12 May 2026 at 09:00 UTC.\n\n## Timeline (UTC)\n\n- 15:31 Pool exhausted\n- 15:36 Alert\n- 15:52 Pool raised\n";
    expect(times(text)).toEqual(["06-02 15:31", "06-02 15:36", "06-02 15:52"]);
  });
});

it("doesn't read the number of a version after a time as a day", () => {
  const text =
    "# Rollback\n\n## 2026-05-03 (UTC)\n\n* 10:30 — crash reports spike\n* 11:40 — 2026.4.9 is live\n* 13:00 — crash reports normal\n";
  expect(times(text)).toEqual(["05-03 10:30", "05-03 11:40", "05-03 13:00"]);
});

describe("hours and spans", () => {
  it.each([
    ["- 14h05 : coupure\n- 17h : retour\n", ["01-12 14:05", "01-12 17:00"]],
    ["- 9.52 Uhr – Kassen gestört\n- 10.15–10.25 Uhr – Neustart\n", ["01-12 09:52", "01-12 10:15"]],
  ])("%j", (rows, expected) => expect(times(`# Panne 2026-01-12\n\n${rows}`)).toEqual(expected));
});
