import { describe, expect, it } from "vitest";
import { parseSource } from "#importers/open/parse-source.ts";
import { jsonInput, parseFixture } from "#importers/testing/fixtures.ts";

describe("PagerDuty", () => {
  it("reads log entries with kind, actor, service, URL and id", () => {
    const [event] = parseFixture("pagerduty/api-incidentLogEntries-faros.json").events;
    expect(event).toMatchObject({
      at: "2021-10-29T05:52:30.000Z",
      kind: "declared",
      title: "Triggered through the website: Incident #3",
      actor: "Roman Kyrnis",
      externalId: "R38IMK6FP5WR0DXUJJF1XX5XYI",
      services: ["Service"],
      line: 1,
    });
    expect(event?.url).toContain("/log_entries/R38IMK6FP5WR0DXUJJF1XX5XYI");
  });

  it("gives every log entry its kind, depending on who did it", () => {
    const { events, rejects } = parseFixture("pagerduty/fictional-log-entries.json");
    expect(events.map(({ line, kind }) => [line, kind])).toEqual([
      [1, "resolved"],
      [2, "internal_update"],
      [3, "severity_changed"],
      [4, "acknowledged"],
      [5, "escalated"],
      [6, "paged"],
      [7, "role_assigned"],
      [8, "alert_fired"],
    ]);
    expect(events[1]?.title).toBe("Roll-back finished, watching for ten minutes.");
    expect(rejects).toMatchObject([{ line: 9, reason: "created_at isn't a time: yesterday." }]);
  });

  it("reads a webhook to the millisecond", () => {
    expect(parseFixture("pagerduty/v3-webhook-incident.acknowledged-zulip.json").events).toMatchObject([
      {
        at: "2021-06-04T13:55:30.394Z",
        kind: "acknowledged",
        title: "Acknowledged: Test Incident",
        actor: "PIG 208",
        externalId: "01BZYK8N47N5JG55J1EEEHPEJI",
        services: ["pig208"],
      },
    ]);
  });

  it("reads an incident without its log as one event, which ends when it is resolved", () => {
    const incident = { id: "Q1", created_at: "2026-03-04T09:00:00Z", title: "Down", service: null, urgency: "high" };
    const endOf = (rest: object) => parseSource(jsonInput({ incidents: [{ ...incident, ...rest }] })).events[0]?.endAt;
    expect(endOf({ status: "triggered", last_status_change_at: "2026-03-04T09:10:00Z" })).toBeNull();
    expect(endOf({ status: "resolved", resolved_at: "2026-03-04T09:30:00Z" })).toBe("2026-03-04T09:30:00.000Z");
    expect(endOf({ status: "resolved", last_status_change_at: "2026-03-04T09:40:00Z" })).toBe(
      "2026-03-04T09:40:00.000Z",
    );
  });

  it("opens the log entries inside older webhooks and reads a test delivery as context", () => {
    const entry = {
      id: "R1",
      type: "acknowledge_log_entry",
      created_at: "2026-03-04T09:00:00Z",
      summary: "Acknowledged",
    };
    const older = parseSource(jsonInput({ messages: [{ event: "incident.acknowledge", log_entries: [entry] }] }));
    expect(older.events).toMatchObject([{ kind: "acknowledged", externalId: "R1", line: 1 }]);
    const ping = { event: { id: "E", event_type: "pagey.ping", occurred_at: "2026-03-04T09:00:00Z", data: {} } };
    expect(parseSource(jsonInput(ping))).toMatchObject({
      format: "pagerduty",
      events: [],
      rejects: [],
      context: [{ line: 1 }],
    });
  });

  it("ends with alert resolved when a monitor closes the incident", () => {
    const entry = (agent: string) => [
      { type: "resolve_log_entry", created_at: "2026-03-04T09:00:00Z", agent: { type: agent, summary: "X" } },
    ];
    const kindOf = (agent: string) => parseSource(jsonInput(entry(agent))).events[0]?.kind;
    expect(kindOf("service_reference")).toBe("alert_resolved");
    expect(kindOf("user_reference")).toBe("resolved");
  });

  describe("an incident with its own lists", () => {
    const at = (minute: number) => `2026-03-04T09:${String(minute).padStart(2, "0")}:00Z`;
    const entry = (id: string, type: string, minute: number) => ({
      id,
      type: `${type}_log_entry`,
      created_at: at(minute),
      summary: type,
    });
    const incident = (id: string, lists: object) => ({
      id,
      created_at: at(0),
      title: "Down",
      status: "triggered",
      service: { summary: "Shop" },
      urgency: "high",
      ...lists,
    });
    const log = (id: string) => [
      entry(`${id}1`, "trigger", 0),
      entry(`${id}2`, "acknowledge", 2),
      entry(`${id}3`, "resolve", 9),
    ];

    it.each([
      ["in a bare array", [incident("A", { log_entries: log("A") }), incident("B", { log_entries: log("B") })], 6],
      ["in a wrapper", { incidents: [incident("A", { log_entries: log("A") })] }, 3],
      ["alone", incident("A", { log_entries: log("A") }), 3],
      ["whose log does not tell how it began", [incident("A", { log_entries: log("A").slice(1) })], 3],
      ["with notes", [incident("A", { notes: [{ id: "N", content: "Looking", created_at: at(3), user: {} }] })], 2],
      [
        "with alerts",
        [
          incident("A", {
            alerts: [{ id: "L", created_at: at(1), status: "triggered", alert_key: "k", severity: "error" }],
          }),
        ],
        2,
      ],
      ["with an empty log", [incident("A", { log_entries: [] })], 1],
    ])("is read whole %s", (_where, json, count) => {
      const { events, rejects } = parseSource(jsonInput(json));
      expect(events).toHaveLength(count);
      expect(rejects).toEqual([]);
    });

    it("gives its name and service to its log, and an event for its start", () => {
      const { events, context } = parseSource(jsonInput([incident("A", { log_entries: log("A") })]));
      expect(events[1]).toMatchObject({ title: "acknowledge: Down", services: ["Shop"], kind: "acknowledged" });
      expect(context.map(({ text }) => text)).toEqual(["Incident: Down"]);
    });

    it("rejects a value that isn't an entry of a log", () => {
      const { events, rejects } = parseSource(jsonInput([incident("A", { log_entries: [...log("A"), { id: "x" }] })]));
      expect([events.length, rejects.length]).toEqual([3, 1]);
    });
  });
});
