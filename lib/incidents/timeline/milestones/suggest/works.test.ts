import { describe, expect, it } from "vitest";
import { timesOf } from "./testing/told-lines.ts";

const BEGIN = ["10:00 PagerDuty alert fires", "10:01 Users cannot sign in", "10:30 Rolled back the release"];

describe("words for working again", () => {
  it.each([
    "Confirmed that everything is working as expected",
    "The team concluded testing and confirmed that everything was working as expected",
    "Verified that logins are working as expected",
    "The checkout serves all requests again",
    "The API responds again",
    "Builds succeeded",
    "Dashboard up again",
    "System is operating at 100% again",
    "The portal is operating normally",
    "The proxy was restarted, which brought the site back",
  ])("suggests Resolved for “%s”", (title) => expect(timesOf([...BEGIN, `11:00 ${title}`])["resolved"]).toBe("11:00"));

  it.each([
    "The team began testing to ensure that everything is working as expected",
    "Some builds succeeded",
    "Slower than expected, but working",
    "Confirmed that it may wait for working hours",
    "Confirmed that Bo is working on it",
  ])("not %s", (title) => expect(timesOf([...BEGIN, `11:00 ${title}`])["resolved"]).toBeUndefined());
});

describe("a service that stops", () => {
  const story = (title: string) => [
    "09:38 We detected errors on a disk that sends messages to members",
    "10:12 We initiated a manual cutover from the primary to the secondary systems",
    "11:38 The market experienced a disruption, and we ceased trading for the rest of the day",
    `11:51 ${title}`,
  ];

  it.each([
    "At this point, trading ceased at 11:38, and from 11:51 members could reconcile and manage their orders",
    "Deliveries were suspended at 11:38, and from 11:51 customers could reconcile and manage their orders",
  ])("isn't the end: %s", (title) => expect(timesOf(story(title))["resolved"]).toBeUndefined());

  it("is the end if it works again", () =>
    expect(
      timesOf(story("Trading ceased at 11:38, and the service is fully operational since 11:51"))["resolved"],
    ).toBe("11:51"));
});

describe("an outage that is said to end", () => {
  it.each([
    "Bo deploys a fixed build (outage ends)",
    "Rolled back the proxy (outage ended)",
    "Restarted the brokers, OUTAGE ENDS",
    "Failed over to the replica (downtime over)",
    "Scaled the workers to 12 (impact ends)",
  ])("ended with the relief if a step ended it: %s", (title) =>
    expect(timesOf([...BEGIN.slice(0, 2), `11:00 ${title}`])).toMatchObject({ mitigated: "11:00", resolved: "11:00" }),
  );

  it.each([
    "Cache misses return to normal. OUTAGE ENDS",
    "OUTAGE ENDS",
    "Load falls (outage ends)",
    "Traffic of the bots stops (outage ends)",
    "INCIDENT OVER",
  ])("has no relief before it: %s", (title) =>
    expect(timesOf([...BEGIN.slice(0, 2), `11:00 ${title}`])["mitigated"]).toBeUndefined(),
  );
});
