import { describe, expect, it } from "vitest";
import { parseSource } from "#importers/open/parse-source.ts";
import { jsonInput, parseFixture } from "#importers/testing/fixtures.ts";

describe("Statuspage", () => {
  it("creates one public update for each incident update, at the time it was shown", () => {
    const { events, context } = parseFixture("statuspage/api-incidents-faros.json");
    expect(new Set(events.map(({ kind }) => kind))).toEqual(new Set(["public_update"]));
    expect(events[0]).toMatchObject({
      at: "2021-11-10T15:56:37.080Z",
      title: "Resolved: incident-test",
      externalId: "0r343r79pkr0",
    });
    expect(events.at(-1)).toMatchObject({ at: "2021-11-08T15:18:17.701Z", line: 3 });
    expect(context.map(({ line }) => line)).toEqual([1, 2, 3]);
  });

  it("creates no update for a time that only the incident states, but shows it as context", () => {
    const { events, context } = parseFixture("statuspage/discord-incidents-v2.json");
    expect(events).toMatchObject([
      { at: "2022-02-15T21:14:17.849Z", zone: "-08:00", title: "Investigating: Messaging issues", services: ["API"] },
    ]);
    expect(context[0]?.text).toContain("monitoring 2022-02-15T13:21:55.183-08:00");
  });

  it("reads a component change, and an uptime as context without events", () => {
    expect(parseFixture("statuspage/webhook-component_update-zulip.json").events).toMatchObject([
      { at: "2017-12-26T07:59:09.379Z", title: "Database component: operational to under maintenance" },
    ]);
    expect(parseFixture("statuspage/component_uptimes-faros.json")).toMatchObject({
      events: [],
      rejects: [],
      context: [{ line: 1 }],
    });
  });

  it("counts an update once, although every delivery repeats it", () => {
    const update = { id: "u1", status: "investigating", body: "Looking", display_at: "2026-03-04T09:00:00Z" };
    const delivery = {
      page: { id: "p" },
      incident: { id: "i", name: "N", status: "investigating", incident_updates: [update] },
    };
    const { events, context } = parseSource(jsonInput([delivery, delivery]));
    expect(events).toHaveLength(1);
    expect(context.map(({ line }) => line).sort()).toEqual([1, 2, 2]);
  });

  it("reads the incidents of a whole page, with its components as context, even if nothing is wrong", () => {
    const component = { name: "API", status: "operational", page_id: "p", created_at: "2019-01-01T00:00:00Z" };
    const update = { id: "u1", status: "investigating", body: "Looking", display_at: "2026-03-04T09:00:00Z" };
    const incident = { id: "i", name: "N", status: "investigating", incident_updates: [update] };
    const page = { page: { id: "p" }, components: [component, component], status: { indicator: "none" } };
    const read = (incidents: unknown[]) => parseSource(jsonInput({ ...page, incidents }));
    expect(read([incident])).toMatchObject({ format: "statuspage", rejects: [] });
    expect(read([incident]).events).toHaveLength(1);
    expect(read([])).toMatchObject({ format: "statuspage", events: [], rejects: [] });
  });

  it("reads an incident without updates as one event", () => {
    const incident = {
      id: "i",
      name: "N",
      status: "resolved",
      incident_updates: [],
      started_at: "2026-03-04T09:00:00Z",
      resolved_at: "2026-03-04T10:00:00Z",
    };
    expect(parseSource(jsonInput({ incidents: [incident] })).events).toMatchObject([
      { at: "2026-03-04T09:00:00.000Z", endAt: "2026-03-04T10:00:00.000Z", externalId: "i" },
    ]);
  });
});
