import { describe, expect, it } from "vitest";
import { parseSource } from "#importers/open/parse-source.ts";
import { jsonInput } from "#importers/testing/fixtures.ts";

const read = (json: unknown) => parseSource(jsonInput(json), { zone: "UTC" }).events;
const told = (json: unknown) =>
  read(json).map(({ at, endAt, title }) => [at?.slice(11, 23), ...(endAt ? [endAt.slice(11, 19)] : []), title]);
const kinds = (json: unknown) =>
  read(json).map(({ kind, at, endAt }) => [kind, at?.slice(11, 16), endAt?.slice(11, 16)]);

const AT = "2026-03-01T10:00:00Z";
const MID = "2026-03-01T10:10:00Z";
const END = "2026-03-01T10:20:00Z";
const SECOND = Date.parse(AT) / 1000;

describe("records that have the id of one thing", () => {
  it.each<[string, object[], [string, string][]]>([
    [
      "nanoseconds in a second field",
      [
        { id: "c-1", Action: "start", status: "start", time: SECOND, timeNano: `${SECOND}501042702` },
        { id: "c-1", Action: "die", status: "die", time: SECOND, timeNano: `${SECOND}851573969` },
      ],
      [
        ["10:00:00.501", "start"],
        ["10:00:00.851", "die"],
      ],
    ],
    [
      "microseconds in a second field",
      [
        { id: 7, message: "Disk was detached", timestamp: SECOND, timestamp_micros: `${SECOND}120000` },
        { id: 7, message: "Disk was attached", timestamp: SECOND, timestamp_micros: `${SECOND}930000` },
      ],
      [
        ["10:00:00.120", "Disk was detached"],
        ["10:00:00.930", "Disk was attached"],
      ],
    ],
    [
      "actions in one second",
      [
        { id: "vm-1", action: "stop", time: AT },
        { id: "vm-1", action: "start", time: AT },
      ],
      [
        ["10:00:00.000", "stop"],
        ["10:00:00.000", "start"],
      ],
    ],
    [
      "words in one second",
      [
        { uid: "p", message: "Container killed", ts: SECOND },
        { uid: "p", message: "Container created", ts: SECOND },
      ],
      [
        ["10:00:00.000", "Container killed"],
        ["10:00:00.000", "Container created"],
      ],
    ],
    [
      "incidents at one start",
      [
        { id: "i", begin: AT, description: "Search is down in eu-west2" },
        { id: "i", begin: AT, description: "Search is down in eu-west1" },
      ],
      [
        ["10:00:00.000", "Search is down in eu-west2"],
        ["10:00:00.000", "Search is down in eu-west1"],
      ],
    ],
    [
      "changes of one object",
      [
        { key: "shop", timestamp: AT, event: "flag.enabled" },
        { key: "shop", timestamp: AT, event: "segment.removed" },
      ],
      [
        ["10:00:00.000", "flag.enabled"],
        ["10:00:00.000", "segment.removed"],
      ],
    ],
  ])("are different facts: %s", (_what, json, expected) => {
    expect(told(json)).toEqual(expected);
    expect(new Set(read(json).map(({ externalId }) => externalId)).size).toBe(expected.length);
  });

  it.each<[string, string, string]>([
    ["the same words", "Disk is full", "Disk is full"],
    ["a mark", "[FIRING:1] Disk is full", "[RESOLVED] Disk is full"],
    ["its value", "Load is 93 %", "Load is 95 %"],
    ["the code of a delivery", "alert.triggered: Disk is full", "alert.resolved: Disk is full"],
    ["more words", "Disk is full", "Disk is full on db-2"],
    ["the state of the alert", "Alert is firing", "Alert has recovered"],
  ])("are deliveries of one fact: %s", (_what, one, other) => {
    const alert = { id: "a-1", started_at: AT };
    const events = told([
      { ...alert, title: one },
      { ...alert, title: other, ended_at: END },
    ]);
    expect(events.filter(([at]) => at === "10:00:00.000")).toHaveLength(1);
  });
});

describe("a start and an end in one object", () => {
  const SPAN = ["10:00", "10:20"];
  it.each<[string, object]>([
    [
      "an action in a region",
      {
        action: {
          id: 3,
          status: "completed",
          type: "create",
          started_at: AT,
          completed_at: END,
          region: { name: "North 3", slug: "n3", available: true, features: ["backups"] },
        },
      },
    ],
    ["a job on a host", { job_name: "backup", status: "completed", hostname: "db-1", start_time: AT, end_time: END }],
    ["a session on a device", { name: "Remote session", state: "ended", device: "fw-2", begin: AT, end: END }],
    ["a task of a policy", { name: "Nightly scan", status: "Terminated", policy: "all", startedAt: AT, endedAt: END }],
    [
      "an instance of a size",
      { event: "resize", size: { online: true, slug: "s1" }, started_at: AT, finished_at: END },
    ],
    ["a check of a zone", { name: "Copy of disks", zone: { healthy: true }, started_at: AT, finished_at: END }],
  ])("is one fact: %s", (_what, json) => {
    expect(kinds(json)).toEqual([["observation", ...SPAN]]);
  });

  it.each<[string, object]>([
    ["impacts", { IncidentImpacts: [{ id: 1, startTime: AT, endTime: END, severity: "minor" }] }],
    ["outages", { outages: [{ begin: AT, end: END }] }],
    ["an impact window", { impact: { started_at: AT, ended_at: END } }],
    ["a period", { period: { start: AT, end: END } }],
    ["a time window", { window: { from: "x", startsAt: AT, endsAt: END } }],
    ["a duration", { downtime: { start_time: AT, end_time: END, minutes: 20 } }],
  ])("is one fact of an incident: %s", (_what, span) => {
    const incident = { id: "i-2", title: "Reports are slow", status: "Resolved", severity: "minor", ...span };
    expect(kinds(incident)).toEqual([[expect.any(String), ...SPAN]]);
    expect(kinds([incident, { ...incident, id: "i-3" }])).toHaveLength(2);
    expect(kinds({ ...incident, createdAt: MID })).toEqual([[expect.any(String), ...SPAN]]);
  });
});
