import { describe, expect, it } from "vitest";
import { timesOf } from "../testing/told-lines.ts";

describe("the detection", () => {
  it.each([
    "After switching to the second server we noticed that some mails were delayed",
    "After restarting the hub we saw errors in its log",
    "After the failover we noticed missing orders",
    "After moving the site, the team noticed slow pages",
    "Following the restart, we noticed failed logins",
    "After we had replaced the disk we noticed errors on the second one",
    "Once the rollback was done, we noticed broken images",
    "After the fix went live we noticed a few failures",
    "After disabling the cache we noticed a high load",
    "After the reboot, staff noticed that two screens were blank",
  ])("isn't what is seen after a step: %s", (title) =>
    expect(timesOf([`10:00 ${title}`, "10:20 Fixed the mail queue", "11:00 All is back to normal"])["detected"]).toBe(
      undefined,
    ),
  );

  it.each([
    "Identified - We have identified an issue with builds, and work on a fix",
    "Identified: the cause of the failed payments has been found",
    "Identified - An issue with our carrier was identified",
    "Identified",
  ])("isn't a post that the cause is found: %s", (title) =>
    expect(
      timesOf([`10:00 ${title}`, "10:30 Monitoring - A fix is in place", "11:00 Resolved - All is well"])["detected"],
    ).toBeUndefined(),
  );
});

describe("the first post", () => {
  it.each(["Notification: The cluster cannot be reached", "Notification - Mails are late", "Notification"])(
    "of a status page can be a notification: %s",
    (title) =>
      expect(
        timesOf([`10:00 ${title}`, "10:30 Update: It is back for some", "11:00 Resolved: All is well"])[
          "first_public_update"
        ],
      ).toBe("10:00"),
  );
});

describe("hands-on work", () => {
  it.each([
    "We're currently investigating issues with some of our services.",
    "We’re investigating reports of failed calls.",
    "We are actively looking into slow pages.",
    "Our engineers are currently investigating failed logins.",
    "We're looking into an issue with card payments.",
    "We’re now investigating an outage of the phone line.",
    "Our technicians are looking into an outage in the north.",
  ])("isn't a post to users: %s", (title) =>
    expect(
      timesOf([
        `10:00 ${title}`,
        "10:40 We are still working on it. Thank you for your patience.",
        "11:00 Everything is back online. We apologise for the trouble.",
      ])["responding"],
    ).toBeUndefined(),
  );

  it.each([
    "Alert: many phones lose their registration // Engineers immediately started the investigation.",
    "Alert fires: the site is down // Investigations began.",
    "Alert fires for high load // The on-call starts investigating.",
    "Monitoring alerts on failed payments // Investigation started.",
    "Monitor alerts: turbine 4 has stopped // The control room began to investigate at once.",
    "Alert fires: conveyor 2 is blocked // The team started troubleshooting.",
    "Alert fires for the print queue // An engineer starts looking into it.",
  ])("starts with the alert if its text tells so: %s", (line) =>
    expect(
      timesOf([
        `10:00 ${line}`,
        "10:10 Engineers identified the cause in the queue",
        "10:20 Restarted the hub",
        "10:30 All works again, resolved",
      ])["responding"],
    ).toBe("10:00"),
  );

  it("starts with a long alert if its text tells so", () => {
    const alert = `Our operations centre received multiple alerts about ${"the telephones of the north and ".repeat(7)}the south.`;
    const lines = [
      `10:00 ${alert.slice(0, 199)}… // ${alert} Engineers immediately started the investigation.`,
      ...["10:10 Engineers identified the cause", "10:20 Restarted the hub", "10:30 All works again, resolved"],
    ];
    expect(timesOf(lines)["responding"]).toBe("10:00");
  });

  it.each([
    "Alert fires: the site is down // Nobody started an investigation.",
    "Alert fires: the site is down // The investigation started an hour later.",
    "Alert fires: the site is down // Later, engineers started investigating.",
    "Alert fires: the site is down // Engineers should have started the investigation.",
  ])("doesn't start with another alert: %s", (line) =>
    expect(
      timesOf([`10:00 ${line}`, "10:50 Restarted the hub", "11:00 All works again, resolved"])["responding"],
    ).not.toBe("10:00"),
  );
});

describe("the cause", () => {
  it.each([
    "Secondary edge router unexpectedly lost connectivity",
    "The second controller unexpectedly failed",
    "Backup generator stopped unexpectedly",
    "The replica crashed unexpectedly",
    "Line 2 unexpectedly went down",
    "Storage unexpectedly became unavailable",
    "The load rose unexpectedly",
    "Tills unexpectedly lost their link",
    "The proxy died unexpectedly",
    "Search unexpectedly dropped all requests",
  ])("isn't trouble that no one expected: %s", (title) =>
    expect(
      timesOf([
        "09:55 Planned change of the router ids starts",
        "09:56 Loss of connectivity detected",
        `09:56 ${title}`,
        "10:30 Service restored by a rollback of the configuration",
      ])["trigger_change"],
    ).not.toBe("09:56"),
  );
});
