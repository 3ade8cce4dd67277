import { describe, expect, it } from "vitest";
import { parseSource } from "#importers/open/parse-source.ts";
import { jsonInput, parseFixture } from "#importers/testing/fixtures.ts";

describe("Alertmanager", () => {
  it("turns an offset and nine decimals into one instant, and a zero endsAt into no end", () => {
    const [event] = parseFixture("alertmanager/webhook-v4-prometheus-msteams.json").events;
    expect(event).toMatchObject({
      at: "2018-03-07T11:33:21.873Z",
      endAt: null,
      zone: "-05:00",
      statedText: "2018-03-07T06:33:21.873077559-05:00",
      precision: "exact",
      kind: "alert_fired",
      title: "high_memory_load: Server High Memory usage",
    });
  });

  it("keeps the identity of an alert that is resolved later, in any time zone", () => {
    const firing = parseFixture("alertmanager/fictional-firing.json").events[0];
    const resolved = parseFixture("alertmanager/fictional-resolved.json").events[0];
    expect(resolved?.externalId).toBe(firing?.externalId);
    expect(firing?.endAt).toBeNull();
    expect(resolved).toMatchObject({ at: firing?.at, endAt: "2026-03-04T09:41:10.250Z" });
  });

  it("reads several deliveries as one event per alert, with the end if any delivery contains it", () => {
    const { events, rejects, context } = parseFixture("alertmanager/fictional-deliveries.ndjson");
    expect(events.map(({ title, endAt }) => [title, endAt])).toEqual([
      ["CheckoutErrors: More than 5 % of checkouts fail", "2026-03-04T09:41:10.250Z"],
      ["QueueAge: Oldest order waits 4 minutes", null],
    ]);
    expect(context).toHaveLength(1);
    expect(rejects.map(({ line }) => line)).toEqual([2]);
  });

  it("uses the status of the group if an alert has none, and never ends a firing alert", () => {
    const alert = { labels: { alertname: "A" }, startsAt: "2026-03-04T09:00:00Z", endsAt: "2026-03-04T09:30:00Z" };
    const endOf = (status: string) =>
      parseSource(jsonInput({ version: "4", status, alerts: [alert] })).events[0]?.endAt;
    expect(endOf("firing")).toBeNull();
    expect(endOf("resolved")).toBe("2026-03-04T09:30:00.000Z");
  });

  it("reads the alerts of the API of Prometheus", () => {
    const alert = {
      activeAt: "2026-03-04T10:00:00.123456+01:00",
      labels: { alertname: "A" },
      annotations: {},
      state: "firing",
    };
    expect(parseSource(jsonInput({ status: "success", data: { alerts: [alert] } }))).toMatchObject({
      format: "alertmanager",
      events: [{ at: "2026-03-04T09:00:00.123Z", endAt: null, title: "A" }],
    });
  });

  it("leaves out an end before the start", () => {
    const alert = { status: "resolved", labels: {}, startsAt: "2026-03-04T09:00:00Z", endsAt: "2026-03-04T08:00:00Z" };
    expect(parseSource(jsonInput({ alerts: [alert] })).events[0]).toMatchObject({ endAt: null, title: "Alert" });
  });

  it("rejects a broken alert with its position and keeps the others", () => {
    const good = { labels: { alertname: "A" }, startsAt: "2026-03-04T09:00:00Z" };
    const { events, rejects } = parseSource(jsonInput({ alerts: [good, { labels: {}, startsAt: "soon" }, 7, good] }));
    expect(events).toHaveLength(1);
    expect(rejects.map(({ line, reason }) => [line, reason])).toEqual([
      [2, "The alert's startsAt isn't a time: soon."],
      [3, "Alert 3 of the delivery has no labels or no startsAt."],
    ]);
  });

  it("reads the alerts of the first version of its API, even a single one", () => {
    const alert = (name: string) => ({ labels: { alertname: name }, startsAt: "2026-03-04T09:41:10Z", status: {} });
    const { format, events } = parseSource(jsonInput({ status: "success", data: [alert("DiskFull")] }));
    expect([format, events.map(({ at, title }) => [at, title])]).toEqual([
      "alertmanager",
      [["2026-03-04T09:41:10.000Z", "DiskFull"]],
    ]);
  });
});
