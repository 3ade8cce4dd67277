import { describe, expect, it } from "vitest";
import { timesOf } from "../testing/told-lines.ts";

describe("a line with only a day", () => {
  it.each([
    "Alert for full disks",
    "A customer reports missing invoices",
    "PagerDuty pages the storage team",
    "First alert",
    "We notice errors in the importer",
    "Users complain about slow pages",
  ])("isn't a signal next to lines with a time: %s", (title) => {
    const times = timesOf([`--:-- ${title}`, "09:10 Pingdom reports the app as down", "09:30 Restarted the broker"]);
    expect(times["detected"]).toBe("09:10");
    expect(times["paged"]).toBeUndefined();
  });

  it("is the signal if no line has a time", () => {
    expect(timesOf(["--:-- A customer reports missing invoices", "--:-- Rolled back"])["detected"]).toBe("00:00");
  });
});

describe("a person who is called after someone has responded", () => {
  it.each([
    ["09:05 Jo acknowledges the alert", "09:20 The database on-call is paged"],
    ["09:05 Jo joins the call", "09:20 We page the network team"],
    ["09:05 Alert acknowledged", "09:20 PagerDuty pages the second-line engineer"],
    ["09:05 Ana and Bo join the bridge", "09:40 Storage on-call paged"],
    ["09:05 The release was rolled back", "09:40 The platform team is paged"],
    ["09:05 Jo acks", "09:07 A page is sent to the on-call of the vendor team"],
  ])("%s, %s: isn't the page that started it", (...lines) => {
    expect(timesOf(["09:00 Alert fires for the checkout", ...lines])["paged"]).toBeUndefined();
  });

  it("was paged before anyone responded", () => {
    const lines = ["09:00 Alert fires", "09:03 The on-call engineer is paged", "09:05 Jo acknowledges the page"];
    expect(timesOf(lines)["paged"]).toBe("09:03");
  });
});

it.each(["This alert usually fires at night.", "It tends to be a full disk.", "She often knows what to do."])(
  "a page counts next to a habit: %s",
  (habit) => {
    const times = timesOf([`10:00 The on-call was paged. ${habit}`, "10:20 Restarted the broker"]);
    expect([times["detected"], times["paged"]]).toEqual(["10:00", "10:00"]);
  },
);

describe("a further sign", () => {
  it.each([
    "I also notice that I can't reach my home network",
    "We also noticed errors in the importer",
    "Ana also spotted slow queries",
    "The team also found that mail was stuck",
    "Support also reported that logins fail",
    "On-call also saw timeouts in the proxy",
  ])("isn't how it was detected: %s", (title) => {
    const times = timesOf(["09:00 The drive dies", "09:30 I leave for the airport", `10:10 ${title}`]);
    expect(times.detected).not.toBe("10:10");
  });
});

const START = "09:05 Impact starts: customers find nothing that is newer than yesterday";
const END = ["11:45 Incident declared as SEV3", "13:30 Incident resolved"];
const detectedIn = (title: string) => timesOf([`08:40 ${title}`, START, ...END])["detected"];

describe("a report before the impact", () => {
  it.each([
    "Index build finishes and reports success, with no documents in it",
    "The nightly job reported no errors",
    "The import finished and reported 0 failures",
    "The health check reports OK",
    "Monitoring reports all targets healthy",
    "The cluster reports that all shards are green",
    "The probe reported nothing unusual",
    "The batch finished and reported no problems",
  ])("detects nothing if nothing is wrong: %s", (title) => expect(detectedIn(title)).not.toBe("08:40"));

  it.each([
    "A customer reports that search is empty",
    "Monitoring reports high latency",
    "The warehouse reports missing orders",
    "Support reports that no logins work",
    "Customers report that all is fine but search is slow",
  ])("detects trouble: %s", (title) => expect(detectedIn(title)).toBe("08:40"));
});
