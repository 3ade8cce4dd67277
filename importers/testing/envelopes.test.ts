import { describe, expect, it } from "vitest";
import { parseSource } from "#importers/open/parse-source.ts";
import { jsonInput } from "./fixtures.ts";

describe("a delivery inside another object", () => {
  it("is read by the importer of its content, whatever is around it", () => {
    const event = {
      type: "Warning",
      reason: "BackOff",
      message: "again",
      involvedObject: { name: "shop" },
      lastTimestamp: "2026-03-04T14:00:00Z",
    };
    const title = "BackOff: shop";
    expect(parseSource(jsonInput({ source: "cluster", payload: event }))).toMatchObject({
      format: "kubernetes",
      events: [{ title, kind: "error_observed" }],
    });
    expect(parseSource(jsonInput({ specversion: "1.0", subject: "/x", data: event })).events).toMatchObject([
      { title },
    ]);
    expect(parseSource(jsonInput({ items: [event, event] })).format).toBe("kubernetes");
  });

  it("lends its time to content without one", () => {
    const issue = { key: "OPS-7", fields: { summary: "Login" } };
    const comment = { id: "1", body: "Seen", author: { displayName: "Ana" } };
    const delivery = { webhookEvent: "comment_created", timestamp: 1772633000000, issue, comment };
    expect(parseSource(jsonInput(delivery)).events).toMatchObject([{ title: "Seen", at: "2026-03-04T14:03:20.000Z" }]);
    const closed = { action: "Close", alert: { alertId: "a1", message: "Down", closedAt: 1772633000000 } };
    expect(parseSource(jsonInput(closed)).events).toMatchObject([
      { kind: "alert_resolved", at: "2026-03-04T14:03:20.000Z" },
    ]);
  });

  it.each([
    ["opsgenie", { action: "Escalate", alert: { alertId: "a1" } }, "Escalate: Alert"],
    [
      "jira",
      { webhookEvent: "jira:issue_updated", issue: { key: "OPS-7", fields: { summary: "Login" } } },
      "OPS-7 Login: Issue updated",
    ],
    ["launchdarkly", { kind: "flag", name: "beta", titleVerb: "updated", title: "Ann updated beta" }, "updated beta"],
  ])("with %s without a time is kept without one", (format, delivery, title) => {
    expect(parseSource(jsonInput(delivery))).toMatchObject({
      format,
      events: [{ at: null, precision: "unknown", title }],
      rejects: [],
    });
  });

  it("gives the time of what happened if its own isn't one", () => {
    const Detail = JSON.stringify({ eventTypeCode: "AWS_X", startTime: "Wed, 04 Mar 2026 14:03:20 GMT" });
    const entry = { DetailType: "AWS Health Event", Source: "aws.health", Time: "fill this in", Detail };
    expect(parseSource(jsonInput([entry])).events).toMatchObject([{ at: "2026-03-04T14:03:20.000Z" }]);
  });

  it("is left alone by tools that give their resources similar names", () => {
    const attributes = { title: "Pool exhausted", status: "triggered", created_at: "2026-03-04T14:03:20Z" };
    const parsed = parseSource(jsonInput([{ action: "triggered", data: { id: "x1", type: "incidents", attributes } }]));
    expect(parsed).toMatchObject({ format: "json", events: [{ title: "Pool exhausted" }], rejects: [] });
  });
});
