import { describe, expect, it } from "vitest";
import { parseSource } from "#importers/open/parse-source.ts";
import { jsonInput } from "#importers/testing/fixtures.ts";

const read = (json: unknown) => parseSource(jsonInput(json), { zone: "UTC" });
const facts = (json: unknown) =>
  read(json).events.map(({ at, endAt, kind }) => [
    kind,
    at?.slice(11, 16),
    ...(endAt === null ? [] : [endAt.slice(11, 16)]),
  ]);

const DAY = "2026-03-01";
const AT = `${DAY}T10:00:00Z`;
const TAKEN = `${DAY}T10:05:00Z`;
const OVER = `${DAY}T10:30:00Z`;
const epoch = (time: string) => String(Date.parse(time) / 1000);
const FIRED = ["alert_fired", "10:00"];
const ACK = ["acknowledged", "10:05"];
const RESOLVED = ["alert_resolved", "10:30"];

describe("a record with several times", () => {
  it.each<[string, object, string[][]]>([
    ["opened and closed", { title: "Disk is full", state: "closed", opened: AT, closed: OVER }, [FIRED, RESOLVED]],
    [
      "started, taken and resolved",
      { alert: "Disk is full", status: "resolved", started_at: AT, acknowledged_at: TAKEN, resolved_at: OVER },
      [FIRED, ACK, RESOLVED],
    ],
    [
      "times of the alert by its name",
      { problem: "Disk is full", state: "Resolved", problem_start: AT, problem_end: OVER },
      [FIRED, RESOLVED],
    ],
    [
      "epochs that are texts",
      { name: "Disk is full", status: "OK", host: "a", startEpoch: epoch(AT), recoveryEpoch: epoch(OVER) },
      [FIRED, RESOLVED],
    ],
    [
      "a number, and a text",
      { check: "Disk is full", state: "up", down_since: Date.parse(AT), restored_at: `${Date.parse(OVER)}` },
      [FIRED, RESOLVED],
    ],
    [
      "an end inside an object of its own",
      { title: "Disk is full", status: "resolved", since: AT, resolution: { by: "Ines", at: OVER } },
      [FIRED, RESOLVED],
    ],
    [
      "all in one object inside",
      { title: "Disk is full", status: "solved", detected: AT, times: { acked: TAKEN, solved: OVER } },
      [FIRED, ACK, RESOLVED],
    ],
    [
      "the time of the delivery too",
      { title: "Disk is full", status: "resolved", timestamp: `${DAY}T10:31:30Z`, startsAt: AT, endsAt: OVER },
      [FIRED, RESOLVED],
    ],
    [
      "the change of its state for an end",
      { check_name: "Disk is full", current_state: "UP", first_failure_at: AT, state_changed_at: OVER },
      [FIRED, RESOLVED],
    ],
    [
      "a day and a time of day for each",
      {
        event_name: "Disk is full",
        event_status: "RESOLVED",
        event_date: "2026.03.01",
        event_time: "10:00:00",
        event_recovery_date: "2026.03.01",
        event_recovery_time: "10:30:00",
      },
      [FIRED, RESOLVED],
    ],
    ["made and closed", { alarm: "Disk is full", state: "closed", created_on: AT, closed_on: OVER }, [FIRED, RESOLVED]],
    ["taken only", { alert: "Disk is full", status: "acknowledged", fired_at: AT, acked_at: TAKEN }, [FIRED, ACK]],
    [
      "taken while it fires",
      { alert: "Disk is full", status: "firing", fired_at: AT, acknowledgement: { by: "Ines", at: TAKEN } },
      [FIRED, ACK],
    ],
    [
      "no state, but when it was taken and over",
      { title: "Disk is full", occurred_at: AT, acknowledged_at: TAKEN, resolved_at: OVER },
      [["observation", "10:00", "10:30"], ACK],
    ],
    [
      "an end that is only a later update",
      { alert: "Disk is full", status: "resolved", created_at: AT, updated_at: OVER },
      [
        ["observation", "10:00"],
        ["observation", "10:30"],
      ],
    ],
    ["one end only", { alert: "Disk is full", status: "resolved", resolved_at: OVER }, [RESOLVED]],
    [
      "a ticket",
      { subject: "Disk is full", status: "closed", created_at: AT, closed_at: OVER },
      [["observation", "10:00", "10:30"]],
    ],
    [
      "a build",
      { title: "Build of shop", branch: "main", status: "completed", started_at: AT, completed_at: OVER },
      [["observation", "10:00", "10:30"]],
    ],
  ])("gives each: %s", (_what, json, expected) => {
    expect(facts(json)).toEqual(expected);
    expect(facts([json, { ...json, id: 2 }])).toEqual([...expected, ...expected]);
  });

  it.each([
    [
      "a condition in parts",
      { condition: { metric: "cpu.load", operator: ">", threshold: 90 } },
      "Condition: cpu.load > 90",
    ],
    ["the name of a rule", { alert_rule: "cpu-above-90" }, "Rule: cpu-above-90"],
    ["a metric", { metric_name: "cpu.load" }, "Metric: cpu.load"],
    ["its text", { description: "The load is above the limit" }, "The load is above the limit"],
    ["a name that is words", { name: "Load of the web tier" }, "Load of the web tier"],
    ["an object inside", { rule: { expression: "avg(cpu) > 90" } }, "Condition: avg(cpu) > 90"],
    ["a third text", { description: "One of it", message: "Two of it", comment: "Three of it" }, "Three of it"],
    ["a policy", { policyName: "Golden signals" }, "Golden signals"],
  ])("keeps its words: %s", (_what, fields, words) => {
    const { events } = read({ title: "CPU alert", status: "resolved", started_at: AT, ended_at: OVER, ...fields });
    expect(events.map(({ at, title, body }) => [at?.slice(11, 16), `${title}\n${body}`.includes(words)])).toEqual([
      ["10:00", true],
      ["10:30", true],
    ]);
  });

  it("asks for the time zone of each", () => {
    const json = { title: "Disk is full", state: "closed", opened: `${DAY} 10:00`, closed: `${DAY} 10:30` };
    const { events } = parseSource(jsonInput(json), {});
    expect(events.map(({ at, kind, ambiguity }) => [at, kind, ambiguity?.local])).toEqual([
      [null, "alert_fired", `${DAY}T10:00:00`],
      [null, "alert_resolved", `${DAY}T10:30:00`],
    ]);
  });

  it("doesn't repeat its log", () => {
    const updates = [
      { at: AT, status: "investigating", message: "Looking into it" },
      { at: OVER, status: "resolved", message: "All is well" },
    ];
    expect(
      facts({ title: "Disk is full", status: "resolved", started_at: AT, resolved_at: OVER, updates }),
    ).toHaveLength(2);
  });
});

describe("an update of a thing inside a record", () => {
  const EARLIER = "2026-02-20T08:00:00Z";
  it.each<[string, object]>([
    ["a stack", { stack: { name: "shop", status: "deployed", updated_at: EARLIER } }],
    ["a service", { service: { name: "shop", state: "resolved", last_modified: EARLIER } }],
    ["a backup", { backup: { id: 7, state: "completed", updatedAt: EARLIER } }],
    ["a host", { host: { name: "db-1", state: "running", edited_at: EARLIER } }],
  ])("isn't an event if it is earlier: %s", (_what, inner) => {
    const { events } = read({ timestamp: AT, event_type: "backup.failed", ...inner });
    expect(events.map(({ at }) => at)).toEqual([`${DAY}T10:00:00.000Z`]);
  });
});

it.each(["reopened_at", "closed_at", "mitigatedTime", "escalated_on"])("an unset %s of 1970 isn't an event", (key) => {
  expect(facts({ title: "Disk is full", created_at: AT, [key]: "1970-01-01T00:00:00Z" })).toEqual([
    ["observation", "10:00"],
  ]);
});

describe("an alert rule that keeps when it last changed its state", () => {
  const [OLD, NEAR] = ["2026-02-20T08:00:00Z", `${DAY}T10:00:00.400Z`];
  it.each<[string, object, string[]]>([
    [
      "in a delivery",
      {
        event: "alert_state_change",
        alert: { name: "Slow", state: "triggered", created_at: OLD, last_triggered_at: AT },
      },
      FIRED,
    ],
    [
      "alone",
      { alert: "Disk is full", status: "alerting", createdAt: OLD, lastTriggeredAt: AT, updatedAt: NEAR },
      FIRED,
    ],
    ["with its own word", { title: "Disk is full", state: "firing", created: OLD, last_trigger_time: AT }, FIRED],
    [
      "back to normal",
      { event: "alert_state_change", alert: { name: "Slow", state: "ok", created_at: OLD, last_triggered_at: AT } },
      ["alert_resolved", "10:00"],
    ],
    [
      "and was edited later",
      { alert: "Disk is full", state: "triggered", created_at: OLD, last_triggered_at: AT, updated_at: OVER },
      FIRED,
    ],
  ])("is one event: %s", (_what, json, fact) => {
    expect(facts(json)).toEqual([fact]);
  });

  it.each<[string, object, string[][]]>([
    [
      "its end",
      { title: "Disk is full", state: "resolved", last_triggered_at: AT, resolved_at: OVER },
      [FIRED, RESOLVED],
    ],
    [
      "who took it",
      { title: "Disk is full", state: "acknowledged", last_triggered_at: AT, acked_at: TAKEN },
      [FIRED, ACK],
    ],
    [
      "an alert's own start",
      { title: "Disk is full", state: "closed", triggered_at: AT, closed: OVER },
      [FIRED, RESOLVED],
    ],
  ])("keeps other events with %s", (_what, json, expected) => {
    expect(facts(json)).toEqual(expected);
  });

  it("has no state by the name of a delivery alone", () => {
    expect(facts({ event: "alert_state_change", alert: { name: "Slow", created_at: AT } })[0]?.[0]).toBe("observation");
  });
});
