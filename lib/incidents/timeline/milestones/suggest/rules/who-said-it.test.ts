import { describe, expect, it } from "vitest";
import { suggestMilestones } from "../suggest-milestones.ts";
import { eventsOf } from "../testing/told-lines.ts";

const found = (lines: readonly string[]) =>
  Object.fromEntries(suggestMilestones(eventsOf(lines), {}).map(({ name, at }) => [name, at.slice(11, 16)]));

describe("the detection of trouble that started without a person", () => {
  it.each([
    "Honeycomb began experiencing increased error rates across our services",
    "The API began experiencing elevated error rates",
    "The ingest service started seeing errors",
    "The gateway began showing errors",
    "Acme began having issues with logins",
    "The database started returning errors",
    "The cluster began throwing errors",
    "The site began to experience errors",
    "The queue started having problems",
    "The API started to return errors to customers",
  ])("is the alert after it: %s", (line) => {
    const lines = [
      `10:00 ${line}`,
      "10:23 Our latency alert triggered",
      "10:40 On-call removed the zone",
      "11:10 All is back to normal",
    ];
    expect(found(lines)).toMatchObject({ detected: "10:23" });
  });

  it.each(["We began seeing errors", "Our engineers started seeing errors", "We noticed errors"])(
    "is the first line if a person saw it: %s",
    (line) => {
      const lines = [`10:00 ${line}`, "10:23 Ana restarts the API", "11:10 All is back to normal"];
      expect(found(lines)).toMatchObject({ detected: "10:00" });
    },
  );
});

describe("the first public update", () => {
  it.each([
    "Manual message by a contributor on the #infrastructure Slack channel about timeouts",
    "Announcement in the #ops channel about the outage",
    "Posted in Slack that the site is down",
    "Update posted in the internal channel: still looking",
    "Message in the #incidents channel: the site is down",
    "Posted an update to the team channel on Mattermost",
    "Kim posts in IRC that the site is down",
    "Announced in our Teams channel that deploys are paused",
    "Notified everyone in #general about the outage",
    "Wrote in the war room channel that the site is down",
  ])("isn't a message in a channel of the team: %s", (line) => {
    expect(found(["10:00 The site is down", `10:05 ${line}`, "10:40 The site is back to normal"])).not.toHaveProperty(
      "first_public_update",
    );
  });

  it("is a post for customers after it", () => {
    const lines = [
      "10:00 The site is down",
      "10:05 Posted in the #ops channel that the site is down",
      "10:12 Posted an update on the status page",
      "10:40 The site is back to normal",
    ];
    expect(found(lines)).toMatchObject({ first_public_update: "10:12" });
  });
});

describe("the first hands-on work", () => {
  it.each([
    "We continue investigating build timeouts",
    "We are continuing to investigate this issue",
    "We continue to investigate the errors",
    "Still investigating the errors",
    "The team kept investigating",
    "We keep looking into it",
    "Engineers are still looking into the errors",
    "Our team continues to troubleshoot the errors",
    "We will continue investigating",
    "Further investigating the timeouts",
  ])("isn't work that continues: %s", (line) => {
    const lines = ["10:00 Builds fail with errors", `10:40 ${line}`, "11:10 All builds are back to normal"];
    expect(found(lines)).not.toHaveProperty("responding");
  });
});

describe("the change that caused the trouble", () => {
  it.each([
    "The Agent API experienced an increase in error rates",
    "A rise in error rates was seen",
    "There was a spike in error responses",
    "We saw a jump in error counts",
    "An increase in error messages began",
    "The service had a surge in error codes",
    "Requests resulted in error pages",
    "Jobs ended in error states",
    "There was an uptick in error logs",
    "A growth in error budgets spent was seen",
  ])("isn't a failure: %s", (line) => {
    const lines = [`10:00 ${line}`, "10:10 Alert fires for the API", "10:40 The API is back to normal"];
    expect(found(lines)).not.toHaveProperty("trigger_change");
  });
});

describe("an outage that a line ends", () => {
  it.each([
    "which caused a complete outage until 12:20",
    "which caused a complete outage until 12:20PM ET.",
    "This led to an outage until 12:20 UTC.",
    "The site was down until 12:20",
    "Logins were unavailable until 12:20 PM",
    "The API remained offline until 12:20 UTC",
    "All pages stayed unreachable until about 12:20",
    "The disruption lasted until 12:20",
    "Errors continued until 12:20 UTC",
    "The outage continued until 12:20",
    "It was inaccessible until around 12:20 PM ET.",
  ])("doesn't start there: %s", (line) => {
    const lines = ["10:25 We lost connectivity at the data center", `12:20 ${line}`, "14:00 The vendor sent a report"];
    expect(found(lines).impact_started).not.toBe("12:20");
    expect(found(lines).detected).not.toBe("12:20");
  });
});
