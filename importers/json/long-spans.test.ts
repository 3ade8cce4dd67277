import { describe, expect, it } from "vitest";
import { spanDays } from "#importers/testing/times-of.ts";

const SENT = "2026-03-01T10:00:00Z";
const ENDED = "2026-03-01T09:59:59Z";
const YEAR = { created_at: "2025-03-01T10:00:00Z", started_at: "2025-03-01T10:00:00Z" };

describe("the end of something that lasted long", () => {
  it.each<[string, object]>([
    ["a subscription", { event_type: "x.ended", occurred_at: SENT, data: { ...YEAR, canceled_at: ENDED } }],
    [
      "a contract",
      { type: "x.ended", timestamp: SENT, contract: { starts_at: "2024-01-01T00:00:00Z", ends_at: ENDED } },
    ],
    [
      "a membership",
      { event: "x.ended", time: SENT, membership: { began: "2025-11-01T00:00:00Z", terminated: ENDED } },
    ],
    ["an account", { action: "x.ended", at: SENT, payload: { start_date: "2020-01-01T00:00:00Z", closed_at: ENDED } }],
    ["a lease", { eventType: "x.ended", eventTime: SENT, lease: { started: "2026-01-01T00:00:00Z", ended: ENDED } }],
  ])("is at the time of the delivery: %s", (_what, json) => {
    expect(spanDays(json)).toEqual([["2026-03-01", null, "x.ended"]]);
  });

  it("is a span if it lasted some weeks at most", () => {
    const json = { event: "x.ended", time: SENT, outage: { started_at: "2026-02-14T10:00:00Z", ended_at: ENDED } };
    expect(spanDays(json)).toEqual([["2026-02-14", "2026-03-01", "x.ended"]]);
  });
});
