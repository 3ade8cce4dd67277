import { describe, expect, it } from "vitest";
import { parseSource } from "#importers/open/parse-source.ts";
import { jsonInput } from "#importers/testing/fixtures.ts";

const told = (json: unknown) =>
  parseSource(jsonInput(json)).events.map(({ at, title }) => `${at?.slice(11, 16)} ${title}`);

const at = (minute: number) => `2026-03-01T10:${String(minute).padStart(2, "0")}:00Z`;
const SENT = "2026-03-02T08:00:00Z";
const LOGIN = { published: at(1), eventType: "user.session.start", displayMessage: "User login to the console" };
const LOCK = { published: at(2), eventType: "user.account.lock", displayMessage: "Max sign in attempts exceeded" };

describe("an envelope that carries events", () => {
  it.each<[string, unknown, string[]]>([
    [
      "in its data",
      { eventType: "hooks.event_hook", eventTime: SENT, data: { events: [LOGIN] } },
      ["01 User login to the console"],
    ],
    [
      "of two moments",
      { eventType: "hooks.event_hook", eventTime: SENT, data: { events: [LOGIN, LOCK] } },
      ["01 User login to the console", "02 Max sign in attempts exceeded"],
    ],
    [
      "in a payload",
      {
        type: "audit.batch",
        sent_at: SENT,
        id: "b1",
        payload: { page: 1, records: [{ time: at(3), message: "Key was rotated" }] },
      },
      ["03 Key was rotated"],
    ],
    [
      "in a body",
      {
        kind: "push",
        timestamp: SENT,
        body: { notifications: [{ occurredAt: at(4), text: "Valve 7 did not close" }] },
      },
      ["04 Valve 7 did not close"],
    ],
    [
      "in details",
      { event: "digest_sent", time: SENT, detail: { alerts: [{ raised_at: at(5), summary: "Queue is not drained" }] } },
      ["05 Queue is not drained"],
    ],
    [
      "as activities",
      {
        action: "feed.delivered",
        ts: SENT,
        data: { activities: [{ at: at(6), description: "Ana moved the server" }] },
      },
      ["06 Ana moved the server"],
    ],
    [
      "as entries",
      {
        operation: "log-export",
        createdAt: SENT,
        data: { cursor: "x9", entries: [{ time: at(7), msg: "Disk 3 was replaced" }] },
      },
      ["07 Disk 3 was replaced"],
    ],
    [
      "under names in capitals",
      {
        EventType: "Batch.Ready",
        Timestamp: SENT,
        Data: { Events: [{ Occurred: at(8), Message: "Door 2 was forced" }] },
      },
      ["08 Door 2 was forced"],
    ],
    [
      "by their codes, with what they are about",
      {
        type: "stream.batch",
        time: SENT,
        data: { events: [{ time: at(9), action: "disk.attached", target: { name: "vol-3" } }] },
      },
      ["09 disk.attached: vol-3"],
    ],
    [
      "in each of several envelopes",
      [
        { eventType: "hooks.event_hook", eventTime: SENT, data: { events: [LOGIN] } },
        { eventType: "hooks.event_hook", eventTime: SENT, data: { events: [LOCK] } },
      ],
      ["01 User login to the console", "02 Max sign in attempts exceeded"],
    ],
  ])("tells of them at their own times: %s", (_what, json, lines) => {
    expect(told(json)).toEqual(lines.map((line) => `10:${line}`));
  });

  it.each<[string, unknown]>([
    ["has a text", { type: "order.shipped", time: SENT, message: "Order 12 was shipped", data: { events: [LOGIN] } }],
    [
      "has data with a text",
      {
        type: "order.shipped",
        time: SENT,
        data: { title: "Order 12 was shipped", records: [{ title: "Parcel 1", at: at(1) }] },
      },
    ],
    [
      "has records without times",
      { type: "order.shipped", time: SENT, data: { records: [{ title: "Order 12 was shipped" }] } },
    ],
  ])("tells of itself if it %s", (_what, json) => {
    expect(told(json)).toEqual(["08:00 Order 12 was shipped"]);
  });
});
