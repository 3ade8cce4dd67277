import { describe, expect, it } from "vitest";
import { EVENT_KINDS } from "#lib/timeline/event-kinds.ts";
import { eventIdentity } from "./event-identity.ts";
import { fixturePaths, parseFixture } from "./testing/fixtures.ts";

/** Events by file: one for each entry of a record's own log, else one for each record. */
const EVENTS: Record<string, number> = {
  "alertmanager/webhook-v4-prometheus-msteams.json": 1,
  "alertmanager/fictional-firing.json": 2,
  "alertmanager/fictional-resolved.json": 1,
  "alertmanager/fictional-deliveries.ndjson": 2,
  "pagerduty/api-incidentLogEntries-faros.json": 3,
  "pagerduty/api-incidents-faros.json": 3,
  "pagerduty/v3-webhook-incident.acknowledged-zulip.json": 1,
  "pagerduty/v3-webhook-incident.triggered-zulip.json": 1,
  "pagerduty/fictional-log-entries.json": 8,
  "statuspage/api-incidents-faros.json": 10,
  "statuspage/component_uptimes-faros.json": 0,
  "statuspage/discord-incidents-v2.json": 1,
  "statuspage/webhook-component_update-zulip.json": 1,
  "statuspage/fictional-webhook-incident.json": 2,
  "github/fictional-deliveries.json": 8,
  "slack/export/inc-142-checkout/2026-03-04.json": 7,
  "slack/export/inc-142-checkout/2026-03-05.json": 2,
};
const FORMATS = ["alertmanager", "pagerduty", "statuspage", "github"];

describe("every fixture", () => {
  const paths = FORMATS.flatMap(fixturePaths).concat(Object.keys(EVENTS).filter((path) => path.startsWith("slack/")));

  it.each(paths)("%s is detected and read whole", (path) => {
    const parsed = parseFixture(path);
    expect(parsed.format).toBe(path.split("/")[0]);
    expect(parsed.certainty).toBeGreaterThan(path.includes("fictional") || path.startsWith("slack/") ? 0.6 : 0.9);
    expect(parsed.events).toHaveLength(EVENTS[path] ?? 1);
    if (!path.includes("fictional") && !path.startsWith("slack/")) expect(parsed.rejects).toEqual([]);
  });

  it.each(paths)("%s gives events that can be stored", (path) => {
    for (const event of parseFixture(path).events) {
      expect(event.at).toMatch(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z$/);
      expect(EVENT_KINDS).toContain(event.kind);
      expect(event.title).not.toBe("");
      expect(event.title).not.toMatch(/undefined|null|\[object/);
      expect(event.body).not.toMatch(/undefined|\[object/);
    }
  });

  it.each(paths)("%s has the same identities when it is imported again", (path) => {
    const identities = () => {
      const { format, events } = parseFixture(path);
      return events.map((event) => eventIdentity(format, event));
    };
    expect(identities()).toEqual(identities());
    expect(new Set(identities()).size).toBe(identities().length);
  });
});
