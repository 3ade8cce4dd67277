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
