import { describe, expect, it } from "vitest";
import { toldEvents } from "../statements/told-event.ts";
import { eventsOf, timesOf } from "../testing/told-lines.ts";
import { oneIncident } from "./rounds.ts";

describe("a silence in a story", () => {
  it.each([
    ["2025-06-06 22:00 Alert fires: no mail is sent", "2025-06-08 09:00 Users report missing mails"],
    ["2025-06-07 00:55 Builds started failing for users", "2025-06-08 01:38 Alert fires: the site is down"],
    ["2025-06-06 18:00 Customers report wrong invoices", "2025-06-08 08:00 More customers report wrong invoices"],
    ["2025-06-06 10:00 Monitoring detects a failing job", "2025-06-08 09:30 The job fails again"],
    ["2025-06-06 10:00 Errors in the exporter are noticed", "2025-06-07 12:00 Alert fires for the exporter"],
  ])("divides nothing while nothing has ended: %s", (first, second) => {
    const times = timesOf([first, second, "2025-06-08 11:00 Rolled back the release", "2025-06-08 12:00 Resolved"]);
    expect(Object.values(times)).toContain(first.slice(0, 16));
    expect(times["resolved"]).toBe("2025-06-08 12:00");
  });

  it.each([
    "Incident resolved",
    "Service is fully restored",
    "The alert stopped firing",
    "Everything is back to normal",
    "Incident closed",
  ])("separates two incidents after it: %s", (end) => {
    const times = timesOf([
      ...["2025-06-07 10:00 Incident declared", `2025-06-07 11:00 ${end}`],
      ...["2025-06-08 09:00 Alert fires for the shop", "2025-06-08 09:05 Users report errors in the shop"],
      ...["2025-06-08 09:10 First notice on the status page", "2025-06-08 10:00 Resolved"],
    ]);
    expect(Object.values(times).filter((at) => at.startsWith("2025-06-07"))).toEqual([]);
  });

  it.each(["Resolved - All requests succeed", "Everything is back to normal", "Incident resolved"])(
    "of more than a day keeps the end that follows a watch: %s",
    (end) => {
      const times = timesOf([
        "2025-06-06 13:00 Investigating - Some requests fail",
        "2025-06-07 02:42 Monitoring - A fix has been implemented",
        `2025-06-08 09:19 ${end}`,
      ]);
      expect(times["resolved"]).toBe("2025-06-08 09:19");
      expect(times["first_public_update"]).toBe("2025-06-06 13:00");
    },
  );

  it.each([
    "Update - We still look for the cause",
    "Update: Work with the vendor continues",
    "Monitoring - Jobs are running again",
    "Verifying - The queues are open, and we check them",
    "Updated - The carrier has replaced a line card",
  ])("of days keeps a later post on what was only partly back: %s", (post) => {
    const times = timesOf([
      "2025-06-06 11:55 Notification: The cluster cannot be reached at the moment",
      "2025-06-06 17:05 Update: The file system is back online and the cluster can be reached again",
      `2025-06-12 11:45 ${post}`,
      "2025-06-13 16:30 Resolved: All jobs run again",
    ]);
    expect(Object.values(times).some((at) => at.startsWith("2025-06-06"))).toBe(true);
    expect(times["resolved"]).toBe("2025-06-13 16:30");
  });

  it("of days keeps what happened before a later post", () => {
    const times = timesOf([
      ...["2025-06-06 09:47 Identified - A fibre is down", "2025-06-06 12:23 Update - Calls were dropped"],
      ...["2025-06-07 12:52 The contractor repaired the fibre", "2025-06-12 16:42 Update - Reason for outage"],
      "2025-06-13 23:09 Resolved - Issue resolved",
    ]);
    expect(times["first_public_update"]).toBe("2025-06-06 09:47");
  });

  it.each(["Update - Users report errors", "Resolved - Errors are gone"])(
    "of days separates posts after one that says that it is resolved: %s",
    (post) => {
      const times = timesOf([
        ...["2025-06-02 10:00 Investigating - Mails are late", "2025-06-02 11:00 Resolved - Mails are on time again"],
        ...["2025-06-06 10:00 Alert fires for the shop", "2025-06-06 10:05 Users report errors in the shop"],
        ...["2025-06-06 10:20 Restarted the shop", `2025-06-06 11:00 ${post}`],
      ]);
      expect(new Set(Object.values(times).map((at) => at.slice(0, 10))).size).toBe(1);
    },
  );

  const ALARM = [
    "2025-06-07 20:00 Alert fires: the queue is full",
    "2025-06-07 21:00 The alert for the queue is resolved",
  ];
  it.each([
    "A large import starts",
    "First batch of the partner is sent",
    "The nightly job starts",
    "Traffic from the crawler arrives",
    "The next block is committed",
    "A second upload begins",
    "The sync runs again",
    "Ana opens the dashboard",
    "A new batch is queued",
    "The partner sends its feed",
  ])("separates them if all alerts were resolved and another fires soon after: %s", (title) => {
    const next = [`2025-06-08 08:55 ${title}`, "2025-06-08 09:00 Alert fires: the disk is full"];
    const times = timesOf([...ALARM, ...next, "2025-06-08 09:40 The alert for the disk is resolved"]);
    expect(new Set(Object.values(times).map((at) => at.slice(0, 10))).size).toBe(1);
  });

  it("doesn't if an alert still fires", () => {
    const open = ["2025-06-07 20:10 Alert fires: workers are down", ...ALARM.slice(1)];
    const times = timesOf([
      ALARM[0] ?? "",
      ...open,
      "2025-06-08 08:55 A large import starts",
      "2025-06-08 09:00 Alert fires: the queue is full",
      "2025-06-08 10:00 Resolved",
    ]);
    expect(times).toMatchObject({ detected: "2025-06-07 20:00", resolved: "2025-06-08 10:00" });
  });

  it("ends a story if only later work follows it", () => {
    const lines = [
      "2025-06-06 10:00 Alert fires",
      "2025-06-08 15:00 Workshop went well, the limits are raised for the next one",
    ];
    expect(timesOf(lines)).toEqual({ detected: "2025-06-06 10:00" });
  });

  it.each([
    "A commit introduces a bug in the parser",
    "Flag merged that breaks the parser",
    "The parser is slow for some inputs",
    "A wrong total in the parser is seen in a test",
    "Parser tests fail in a branch",
    "The parser crashes on a laptop",
    "Draft of the parser with an error",
    "A problem with the parser is discussed",
    "The parser has issues with tabs",
    "Failing check of the parser switched off",
  ])("isn't part of a story that is described in detail later: %s", (before) => {
    const lines = [
      `2025-05-20 10:00 ${before}`,
      "2025-06-08 00:27 Version 0.13 is tagged",
      "2025-06-08 05:36 Lena writes that Travis is upset",
      "2025-06-08 15:52 Omar writes that it is the same for him",
      "2025-06-08 19:07 Omar and Lena talk about the reason",
      "2025-06-08 21:19 A change to pin the version is proposed",
      "2025-06-08 22:15 The change lands",
    ];
    expect(oneIncident(toldEvents(eventsOf(lines)), []).map(({ title }) => title)).not.toContain(before);
  });
});
