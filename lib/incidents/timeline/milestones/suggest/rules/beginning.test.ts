import { describe, expect, it } from "vitest";
import { timesOf } from "../testing/told-lines.ts";

const END = ["10:30 Rolled back the release", "10:40 Incident resolved"];

describe("someone who hears of trouble has detected it", () => {
  it.each([
    "Platform team informed of a problem with logins",
    "We are informed that the shop is down",
    "The on-call engineer is told about failing exports",
    "Our monitoring, which runs every minute, alerted us to the issue",
    "Ana becomes aware of a problem with invoices",
    "The team was made aware of failing builds",
    "We received word that the site is unavailable",
    "Received reports of missing messages",
    "The database team was notified of an issue with replication",
    "Engineering is alerted that orders are failing",
    "Bo flagged an unusually high rate of errors",
    "First report of failing logins",
    "Automated message about timeouts of the site",
    "First recorded instance of a user seeing errors",
    "First signs of failing requests",
  ])("suggests Detected for “%s”", (title) => expect(timesOf([`10:00 ${title}`, ...END])["detected"]).toBe("10:00"));

  it.each([
    ["10:10 Users are informed that exports fail"],
    ["10:10 The gateway starts reporting timeouts in its log"],
    ["10:10 Customers were told about the delay"],
  ])("but %s detects nothing", (line) => expect(timesOf([line, ...END])["detected"]).toBeUndefined());

  it("starts with the declaration if no earlier line shows who knew", () => {
    expect(timesOf(["10:00 Incident declared", ...END])["detected"]).toBe("10:00");
  });

  it("even after it went away without action", () => {
    const lines = [
      "03:00 Site goes down",
      "03:10 Everything is back to normal",
      "09:00 Dip in traffic noticed in Grafana",
    ];
    expect(timesOf(lines)).toMatchObject({ impact_started: "03:00", detected: "09:00", resolved: "03:10" });
  });
});

describe("the start of the impact", () => {
  it.each([
    "Error rate rises from 0.2% to 100%",
    "Error rate of the API hits 98%",
    "Failure rate climbs to 100 %",
    "The success rate of launches is at 0%",
    "Success rate drops to 0%",
    "Availability reaches 0%",
    "Ana pushed a rule which took the shop down",
    "Bo merged a patch which brought down the API",
    "The job wrote an empty list, which took the whole region offline",
    "Workers begin failing with out of memory errors",
    "Pods start crashing",
    "The git service begins having issues",
    "Logins start showing errors",
    "First 503 response from the proxy",
    "First failed build",
  ])("is suggested for “%s”", (title) =>
    expect(timesOf([`09:50 ${title}`, "10:00 PagerDuty alert fires", ...END])["impact_started"]).toBe("09:50"),
  );

  it.each([
    "Error rate rises from 0.2% to 3%",
    "Success rate drops to 60%",
    "Ana pushed a rule which brought the load back to normal",
    "CPU of db-1 is at 100%",
    "Disk usage reaches 95%",
    "Ana starts having a look at errors",
    "First look at the errors",
  ])("not for %s", (title) =>
    expect(timesOf([`09:50 ${title}`, "10:00 PagerDuty alert fires", ...END])["impact_started"]).toBeUndefined(),
  );

  it.each([
    "Site goes down again",
    "The shop is down once more",
    "Users cannot sign in again",
    "The API is unavailable again",
    "Logins fail for all users again",
    "Ana confirmed that the shop is down",
  ])("is not a repeated or confirmed failure: %s", (title) => {
    const lines = ["10:00 PagerDuty alert fires", "10:10 Restarted the proxy", `10:20 ${title}`, ...END];
    expect(timesOf(lines)["impact_started"]).toBeUndefined();
  });

  it("is not a new failure after it was resolved", () => {
    const lines = [
      "10:00 Alert fires",
      "10:10 Resolved",
      "10:50 Site goes down again",
      "11:00 Restarted",
      "11:10 Resolved",
    ];
    expect(timesOf(lines)["impact_started"]).toBeUndefined();
  });
});

describe("the first hands-on work", () => {
  it.each([
    "We discover that the pool is exhausted",
    "Ana identifies a stuck lock",
    "Bo determines that the certificate has expired",
    "We realised that requests were dropped",
    "Engineers respond to the alerts",
  ])("is suggested for “%s”", (title) =>
    expect(timesOf(["10:00 PagerDuty alert fires", `10:10 ${title}`, ...END])["responding"]).toBe("10:10"),
  );

  it.each([
    "Checked the site, the problem is resolved",
    "Confirmed and checked: incident resolved",
    "Ana checked the logs and the issue was resolved",
  ])("is not a check at the end: %s", (title) =>
    expect(timesOf(["10:00 PagerDuty alert fires", `10:10 ${title}`])["responding"]).toBeUndefined(),
  );

  it.each([
    "We deployed and realised that there were lots of exceptions",
    "We discovered that logins fail",
    "Ana finds that the export is empty",
    "Bo identifies a problem with invoices",
    "The team realises that the site is down",
  ])("is not the way it was noticed: %s", (title) =>
    expect(timesOf([`10:00 ${title}`, ...END])["responding"]).toBeUndefined(),
  );
});

describe("an event after the end", () => {
  it.each(["Ana acknowledges the report", "On-call acks the alert", "Ticket acknowledged"])(
    "%s doesn't acknowledge it",
    (title) => expect(timesOf(["10:00 Incident declared", ...END, `12:00 ${title}`])["acknowledged"]).toBeUndefined(),
  );

  it("a call that ends before it fails again closes nothing", () => {
    const lines = ["10:00 Incident declared", "10:10 Incident call ended", "10:20 Users report errors again", ...END];
    expect(timesOf(lines)["closed"]).toBeUndefined();
  });
});

describe("the first harm to customers", () => {
  const story = (title: string) => timesOf([`10:00 ${title}`, "10:07 ALERT: 5xx rate above 2%", ...END]);

  it.each([
    "First customer symptoms (estimated from tickets)",
    "First user impact",
    "First users' errors",
    "First symptoms for customers",
    "The first impact on our users",
    "First customer-visible failures",
  ])("is the start, and not the signal: %s", (title) => {
    const times = story(title);
    expect([times["impact_started"], times["detected"]]).toEqual(["10:00", "10:07"]);
  });

  it.each(["First customer symptoms noticed by support", "First user errors reported in the forum"])(
    "is the signal if someone notices it: %s",
    (title) => expect(story(title)["detected"]).toBe("10:00"),
  );
});

describe("a decision", () => {
  it.each([
    "Kim and Bo decide to increase disk space and work toward more correct, long-term fixes",
    "We decided to repair the old database this week",
    "Decision to mitigate with a second cache",
  ])("isn't relief: %s", (title) =>
    expect(
      timesOf(["10:00 Users cannot sign in", "10:05 PagerDuty alert fires", `11:00 ${title}`])["mitigated"],
    ).toBeUndefined(),
  );
});
