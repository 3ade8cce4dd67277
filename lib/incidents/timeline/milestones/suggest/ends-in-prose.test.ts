import { describe, expect, it } from "vitest";
import { suggestMilestones } from "./suggest-milestones.ts";
import { timesOf } from "./testing/told-lines.ts";

const BEGIN = ["10:00 We had an outage of the shop", "10:20 We rolled back the release"];

describe("a step and its result in one sentence", () => {
  it.each([
    "We manually terminated all pending tasks; after that the error rate dropped to 0% again",
    "We killed the stuck queries, and after that all errors disappeared",
    "We restarted the brokers; thereafter the error rate fell to zero",
    "We cleared the queue. As a result, the error rate returned to normal",
    "The team stopped the import; after this, timeouts ceased",
    "We removed the faulty node, after which the site was back",
    "We blocked the crawler; after doing so, response times went back to normal",
    "We reverted the setting; from then on logins worked again",
    "We terminated the old connections, at which point all errors stopped",
    "We restarted the proxy; after that the API recovered",
  ])("ends it: %s", (title) => expect(timesOf([...BEGIN, `10:40 ${title}`])["resolved"]).toBe("10:40"));

  it.each([
    "We manually terminated all pending tasks; after that the error rate rose to 20%",
    "We killed the stuck queries, but errors continued after that",
    "We restarted the brokers; after that we looked at the error rate",
    "We will restart the brokers; after that we expect an answer",
  ])("doesn't end it: %s", (title) => expect(timesOf([...BEGIN, `10:40 ${title}`])["resolved"]).toBeUndefined());
});

describe("the whole after a part", () => {
  it.each([
    "The team continued to address and monitor issues, and the mailing lists were deemed fully operational",
    "We kept monitoring, and the service was declared fully operational",
    "Still monitoring, all systems were confirmed healthy",
    "The team continued to monitor, and the shop was considered stable",
    "We continued to monitor, and all services were found to be fully restored",
  ])("is the end: %s", (title) =>
    expect(
      timesOf([
        ...BEGIN,
        "11:00 The bulk of the migration had completed, and mail was flowing again",
        `12:00 ${title}`,
      ])["resolved"],
    ).toBe("12:00"),
  );
});

it.each([
  "復旧日時",
  "復旧時刻",
  "復旧",
  "解消日時",
  "恢复时间",
  "복구 시각",
  "Behoben",
  "Resuelto",
  "Risolto",
  "Opgelost",
])("the name of a field for the end suggests no earlier relief: %s", (title) => {
  const told = suggestMilestones(
    [
      { id: "a", at: "2025-06-10T10:00:00Z", precision: "minute", kind: "impact_started", title: "障害発生日時" },
      { id: "b", at: "2025-06-10T10:30:00Z", precision: "minute", kind: "observation", title: "u001" },
      { id: "c", at: "2025-06-10T11:00:00Z", precision: "minute", kind: "resolved", title },
    ],
    {},
  );
  expect(told.map(({ name, eventId }) => `${name} ${eventId}`)).toEqual(["impact_started a", "resolved c"]);
});
