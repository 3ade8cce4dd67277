import { describe, expect, it } from "vitest";
import type { ParseOptions, ParseResult } from "#importers/base/importer.ts";
import { readSource } from "#importers/source/read-source.ts";
import { textInput } from "#importers/testing/fixtures.ts";
import { notesImporter } from "./notes.ts";

function parse(text: string, options: ParseOptions = {}): ParseResult {
  return notesImporter.parse(readSource(textInput(text, "notes.md")), options);
}

/** Returns "3 2024-05-01T10:00Z alert fired": line, instant (or the open question) and title of every event. */
function brief(text: string, options?: ParseOptions): string[] {
  return parse(text, options).events.map((event) => {
    const local = event.ambiguity?.local?.slice(0, 16) ?? "";
    const at = event.at?.replace(":00.000Z", "Z") ?? `${event.ambiguity?.reason}?${local}`;
    const end = event.endAt ? `/${event.endAt.replace(":00.000Z", "Z")}` : "";
    return `${event.line} ${at}${end} ${event.title}`;
  });
}

describe("days", () => {
  it("come from a date line, a heading or the entry itself, and continue over midnight", () => {
    expect(brief("2024-05-01 (times UTC)\n23:50 deploy\n00:10 alert\n2024-05-03 09:00 fixed\n09:30 closed")).toEqual([
      "2 2024-05-01T23:50Z deploy",
      "3 2024-05-02T00:10Z alert",
      "4 2024-05-03T09:00Z fixed",
      "5 2024-05-03T09:30Z closed",
    ]);
    expect(brief("## Timeline - May 29, 2021 (UTC)\n- 16:37 a\n- 16:55 b\n\n## May 30\n- 01:00 c")).toEqual([
      "2 2021-05-29T16:37Z a",
      "3 2021-05-29T16:55Z b",
      "6 2021-05-30T01:00Z c",
    ]);
  });

  it("come from a heading above plain lines, however few", () => {
    expect(brief("# 2026-07-01\n14:05 UTC deploy started\n14:09 UTC errors rise")).toEqual([
      "2 2026-07-01T14:05Z deploy started",
      "3 2026-07-01T14:09Z errors rise",
    ]);
    expect(brief("## 1 July 2026 (UTC)\n\n14:05 - deploy started")).toEqual(["3 2026-07-01T14:05Z deploy started"]);
    expect(brief("# Friday's outage\nAll times UTC, 2026-07-01.\n\n14:05 deploy started\n14:09 errors rise")).toEqual([
      "4 2026-07-01T14:05Z deploy started",
      "5 2026-07-01T14:09Z errors rise",
    ]);
  });

  it("stay if an entry is only out of order", () => {
    expect(brief("2024-05-01 UTC\n10:30 b\n10:25 a\n11:00 c")).toEqual([
      "2 2024-05-01T10:30Z b",
      "3 2024-05-01T10:25Z a",
      "4 2024-05-01T11:00Z c",
    ]);
  });

  it("run backwards in a list that does", () => {
    const text = "2024-05-01 (UTC)\n16:10 resolved\n15:40 monitoring\n15:00 found\n00:10 looking\n23:50 alert";
    expect(brief(text).at(-1)).toBe("6 2024-04-30T23:50Z alert");
  });

  it("come from a statement for all entries except those with a date", () => {
    const text =
      "## Timeline\nUnless noted otherwise all events happened on 2019-10-21, in UTC.\n- 2019-10-20 22:00 x\n- 01:38 y";
    expect(brief(text)).toEqual(["3 2019-10-20T22:00Z x", "4 2019-10-21T01:38Z y"]);
  });

  it("are read from prose next to a time, and asked for if there is none", () => {
    expect(brief("From 16:03 to 16:12 UTC on 2020-02-04 the cache was cold.\n\n• 15:38 slow\n• 16:01 down")).toEqual([
      "3 2020-02-04T15:38Z slow",
      "4 2020-02-04T16:01Z down",
    ]);
    expect(brief("14:05 UTC alert\n14:10 UTC ok")).toEqual(["1 date? alert", "2 date? ok"]);
    expect(brief("14:05 UTC alert", { date: "2024-05-01" })).toEqual(["1 2024-05-01T14:05Z alert"]);
  });

  it("without a year use the nearest one, and the order of day and month is decided from the whole text or asked for", () => {
    expect(
      brief("# Outage of March 26th, 2019, UTC\n## Timeline\n- [12-05 16:21] bug\n- [03-26 17:40] upgrade"),
    ).toEqual(["3 2018-12-05T16:21Z bug", "4 2019-03-26T17:40Z upgrade"]);
    expect(brief("Times UTC\n13/04/2024 22:10 a\n03/05/2024 09:00 b")[1]).toBe("3 2024-05-03T09:00Z b");
    expect(brief("03/04/2024 22:10 UTC a")).toEqual(["1 date? a"]);
  });
});

describe("zones", () => {
  it("come from the entry, the table, a heading or a statement", () => {
    expect(brief("2024-05-01 14:05 +02:00 a")).toEqual(["1 2024-05-01T12:05Z a"]);
    expect(brief("| Time (ET) | Event |\n|---|---|\n| 2024-05-01 14:05 | a |\n| 2024-05-01 14:06 | b |")).toEqual([
      "3 2024-05-01T18:05Z a",
      "4 2024-05-01T18:06Z b",
    ]);
    expect(brief("## Timeline [CET]\n- 2024-01-05 14:05 a")).toEqual(["2 2024-01-05T13:05Z a"]);
    expect(brief("All times in PST\n2018-01-18 4:19 a")).toEqual(["2 2018-01-18T12:19Z a"]);
    expect(brief("Times are CET (GMT+1).\n2018-01-18 4:19 a")).toEqual(["2 2018-01-18T03:19Z a"]);
    expect(brief("2021-05-29\n* 16:37 Denver - a\n* 16:55 Denver - b")[0]).toBe("2 2021-05-29T22:37Z a");
  });

  it("are asked for in the words of the source, with the day if it states none", () => {
    const questions = (text: string) => parse(text).events.map(({ ambiguity }) => ambiguity?.question);
    expect(questions("2026-07-01 14:05 deploy\n14:09 errors rise")).toEqual([
      "What time zone is 2026-07-01 14:05 in?",
      "What time zone is 14:09 on 2026-07-01 in?",
    ]);
    expect(questions("- 2026-07-01 deploy\n- 2026-07-02 fix")[1]).toBe("What time zone is 2026-07-02 in?");
  });

  it("are asked for if none is stated, and if a name has several meanings", () => {
    expect(brief("2024-05-01 14:05 a")).toEqual(["1 zone?2024-05-01T14:05 a"]);
    expect(brief("2024-05-01 14:05 a", { zone: "Europe/Dublin" })).toEqual(["1 2024-05-01T13:05Z a"]);
    const ist = parse("Times in IST\n2024-05-01 14:05 a").events[0];
    expect(ist?.ambiguity?.question).toBe("Which IST is it: India, Ireland or Israel?");
    expect(brief("Times in IST\n2024-05-01 14:05 a", { zone: "Asia/Kolkata" })).toEqual(["2 2024-05-01T08:35Z a"]);
  });

  it("are not guessed when clocks change", () => {
    const text = "2024-11-03 01:30 twice\n2024-03-10 02:30 never";
    expect(brief(text, { zone: "America/New_York" })).toEqual([
      "1 fold?2024-11-03T01:30 twice",
      "2 skipped?2024-03-10T02:30 never",
    ]);
  });
});

describe("times", () => {
  const utc = { zone: "UTC", date: "2024-05-01" };

  it("can be ranges, 12-hour, approximate, to the hour or relative", () => {
    expect(brief("8:20 - 8:24 talk\n17:00–18:00 wait\n23:50 to 00:20 restore", utc)).toEqual([
      "1 2024-05-01T08:20Z/2024-05-01T08:24Z talk",
      "2 2024-05-01T17:00Z/2024-05-01T18:00Z wait",
      "3 2024-05-01T23:50Z/2024-05-02T00:20Z restore",
    ]);
    expect(brief("2:54 PM: a\n2:58 - 3:30 PM b\n6 pm c\n10:45p d", utc).map((line) => line.slice(13, 18))).toEqual([
      "14:54",
      "14:58",
      "18:00",
      "22:45",
    ]);
    const [about, within, hour, exact] = parse("~14:30 a\n14:31 ±5 min b\n14:?? c\n14:40:12.5 d", utc).events;
    expect(about).toMatchObject({ precision: "approx", uncertaintySeconds: null });
    expect(within).toMatchObject({ precision: "approx", uncertaintySeconds: 300 });
    expect(hour).toMatchObject({ precision: "hour", at: "2024-05-01T14:00:00.000Z" });
    expect(exact).toMatchObject({ precision: "exact", at: "2024-05-01T14:40:12.500Z" });
    expect(brief("T0 = 2024-05-01 14:05 UTC\nT+12m a\nT+1h30m b\nT-5m c")).toEqual([
      "2 2024-05-01T14:17Z a",
      "3 2024-05-01T15:35Z b",
      "4 2024-05-01T14:00Z c",
    ]);
  });

  it("on a 12-hour clock without am or pm are asked for", () => {
    expect(brief("10:05 a\n11:50 b\n12:20 c\n1:15 d", utc)).toEqual([
      "1 half_day?2024-05-01T10:05 a",
      "2 half_day?2024-05-01T11:50 b",
      "3 half_day?2024-05-01T12:20 c",
      "4 half_day?2024-05-01T01:15 d",
    ]);
  });

  it("that don't exist are rejected with line and reason, and don't affect others", () => {
    const { events, rejects } = parse("25:10 a\n12:61 b\n2024-02-30 10:00 c\nHH:mm d\n10:00 fine", utc);
    expect(rejects.map(({ line, reason }) => `${line} ${reason}`)).toEqual([
      "1 25:10 isn't a time of day.",
      "2 12:61 isn't a time of day.",
      "3 2024-02-30 isn't a date.",
      "4 HH:mm is a placeholder, not a time.",
    ]);
    expect(events.map((event) => event.title)).toEqual(["fine"]);
    const open = parse("2X:XX (not sure) down again\n21:00 up", utc).events[0];
    expect(open).toMatchObject({ at: null, precision: "unknown", ambiguity: { reason: "partial", local: null } });
  });
});

describe("structure", () => {
  it("reads only the timeline of a write-up", () => {
    const text = [
      "# Outage 2024-05-01",
      "At 14:00 UTC it broke.",
      "## Impact",
      "- 14:05–14:20 UTC: 30% of requests failed",
      "- 14:20–15:00 UTC: all failed",
      "## Timeline",
      "- 14:05 UTC – deploy",
      "  - by the pipeline",
      "  wrapped words",
      "- an item without a time",
      "- **14:20 UTC: alert**",
      "```",
      "May 1 14:20:01 host app: boom",
      "```",
      "## Action items",
      "- 2024-05-09 write a test",
    ].join("\n");
    expect(brief(text)).toEqual(["7 2024-05-01T14:05Z deploy", "11 2024-05-01T14:20Z alert"]);
    const [deploy, alert] = parse(text).events;
    expect(deploy?.body).toBe("- by the pipeline\nwrapped words\n- an item without a time");
    expect(alert?.body).toContain("host app: boom");
    expect(parse(text).context.map((line) => line.line)).toEqual([1, 2, 3, 4, 5, 6, 15, 16]);
  });

  it("reads headings, tables and bold times with the name of the actor", () => {
    expect(brief("## Timeline\nTimes in UTC\n### 2024-05-01 4:19\nSeen.\n\nMore.\n### 4:27\nFixed.")).toEqual([
      "3 2024-05-01T04:19Z Seen.",
      "7 2024-05-01T04:27Z Fixed.",
    ]);
    const table =
      "| # | Date | Time (UTC) | Who | What |\n|-|-|-|-|-|\n| 1 | 2024-05-01 | 10:00 | Ann | Deploy |\n| | | | | again |\n| 2 | 2024-05-01 | 10:09 | Bo | Alert |";
    expect(brief(table)).toEqual(["3 2024-05-01T10:00Z Deploy", "5 2024-05-01T10:09Z Alert"]);
    expect(parse(table).events[0]).toMatchObject({ actor: "Ann", body: expect.stringContaining("again") });
    const bold = parse("- **18:53** `@nova` [Status page](https://status.example.com) updated", {
      zone: "UTC",
      date: "2024-05-01",
    });
    expect(bold.events[0]).toMatchObject({
      actor: "@nova",
      title: "Status page updated",
      url: "https://status.example.com",
      kind: "public_update",
    });
  });

  it("reads times below the text, chats and labels", () => {
    const status =
      "Resolved\nIt is over.\nMar 03, 2017 - 17:40 UTC\n\nInvestigating\nWe look.\nMar 03, 2017 - 15:27 UTC";
    expect(brief(status)).toEqual(["1 2017-03-03T17:40Z Resolved", "5 2017-03-03T15:27Z Investigating"]);
    const chat = parse("ann  10:42 AM\nslow\nbo [10:44 AM]\nlooking", { zone: "UTC", date: "2024-05-01" });
    expect(chat.events.map((event) => `${event.actor}: ${event.title}`)).toEqual(["ann: slow", "bo: looking"]);
    expect(brief("## Timeline\n- Detected: 2024-05-01 14:05 UTC\n- Resolved: 15:00 UTC")).toEqual([
      "2 2024-05-01T14:05Z Detected",
      "3 2024-05-01T15:00Z Resolved",
    ]);
  });

  it("reads the time within an item, and a timeline in a code block, if the part has no other entries", () => {
    const within = "# Outage of May 1, 2024\n## Timeline\n- Alert fired (14:05 UTC)\n- We rolled back at 14:20 UTC";
    expect(brief(within)).toEqual([
      "3 2024-05-01T14:05Z Alert fired (14:05 UTC)",
      "4 2024-05-01T14:20Z We rolled back at 14:20 UTC",
    ]);
    const fenced =
      "## Timeline\n```\n2026-03-18 06:35 UTC  a\n2026-03-18 ~06:42 UTC  b\n```\n## Cause\n```\n06:50 c\n```";
    expect(brief(fenced)).toEqual(["3 2026-03-18T06:35Z a", "4 2026-03-18T06:42Z b"]);
  });

  it("guesses kinds by the text", () => {
    const kinds = (words: string[]) =>
      parse(words.map((each) => `10:00 ${each}`).join("\n"), { zone: "UTC", date: "2024-05-01" }).events.map(
        (event) => event.kind,
      );
    expect(
      kinds([
        "Alert fired for checkout latency",
        "On-call was paged",
        "ann acknowledged the page",
        "Incident declared",
        "ann takes incident command as incident commander",
        "Status page updated",
        "We decided to roll back",
        "Rollback started",
        "Rollback complete",
        "Incident resolved",
        "Something else",
      ]),
    ).toEqual([
      "alert_fired",
      "paged",
      "acknowledged",
      "declared",
      "commander_assigned",
      "public_update",
      "decision",
      "rollback_started",
      "rollback_finished",
      "resolved",
      "observation",
    ]);
  });

  it("asks for the day of prose that has times only", () => {
    const text =
      "# What happened\nOn Monday from 17:09 EST to about 23:42 EST\nthe platform was down. At\n18:00 we knew why.";
    expect(parse(text).events.map(({ at }) => at)).toEqual([null, null]);
    expect(parse(text).context).toHaveLength(4);
  });
});

describe("detection", () => {
  const detect = (text: string) => notesImporter.detect(readSource(textInput(text)));

  it("never accepts JSON, and is more confident the more entries there are", () => {
    expect(detect('{"at": "2024-05-01T10:00:00Z"}')).toBe(0);
    expect(detect("")).toBe(0);
    expect(detect("just words")).toBeLessThan(0.2);
    expect(detect("10:00 a\n10:01 b\n10:02 c")).toBeGreaterThan(0.5);
  });
});
