import { describe, expect, it } from "vitest";
import { parseSource } from "#importers/open/parse-source.ts";
import { jsonInput } from "#importers/testing/fixtures.ts";

const read = (json: unknown) => {
  return parseSource(jsonInput(json), {}).events.map(({ at }) => at);
};
const LOCAL = "2026-03-01 10:00:05";
const OF_BERLIN = "2026-03-01T09:00:05.000Z";
const local = { start_time: LOCAL, message: "Checkout is slow" };
const record = { ...local, timezone: "Europe/Berlin" };

describe("a zone that a record states", () => {
  it.each<[string, object]>([
    ["data", { id: 1, type: "notification", data: record }],
    ["a record in a payload", { hook: "w1", payload: { record } }],
    ["a CloudEvent", { specversion: "1.0", id: "1", source: "/shop", type: "notice", data: record }],
    ["the source of a search", { _index: "logs", _id: "1", _source: record }],
    ["a row of a search", { preview: false, offset: 0, result: record }],
    ["a message in a queue", { messageId: "m1", body: JSON.stringify(record) }],
    ["an envelope with a time of its own", { event: "sent", sent_at: "2026-03-01T09:00:07Z", data: record }],
    ["JSON:API", { data: { id: "1", type: "event", attributes: record } }],
    ["an offset", { id: 1, data: { ...record, timezone: "+01:00" } }],
    ["an offset under its own name", { id: 1, data: { ...record, timezone: undefined, utc_offset: "+0100" } }],
  ])("applies to the times next to it: in %s", (_where, json) => {
    expect(read(json)).toContain(OF_BERLIN);
  });

  it.each<[string, object]>([
    ["next to their list", { timezone: "Europe/Berlin", events: [local, local] }],
    ["in the metadata", { meta: { timezone: "Europe/Berlin" }, events: [local, local] }],
    ["in the query", { query: { tz: "Europe/Berlin" }, results: [local, local] }],
    ["around their list", { status: "ok", data: { timezone: "Europe/Berlin", items: [local, local] } }],
  ])("applies to all records of a list: %s", (_where, json) => {
    const times = read(json);
    expect(times.length).toBeGreaterThan(0);
    expect(new Set(times)).toEqual(new Set([OF_BERLIN]));
  });

  it.each<[string, object]>([
    ["a device", { time: LOCAL, message: "Link is down", device: { id: 4, timezone: "Europe/Berlin" } }],
    ["a monitor", { time: LOCAL, name: "Shop is down", monitor: { id: 4, timezone: "Europe/Berlin" } }],
    ["a user", { time: LOCAL, message: "Shop is down", user: { id: 4, timezone: "Europe/Berlin" } }],
    [
      "a device that was installed",
      { event: { start: LOCAL, message: "Link is down" }, device: { installed_at: LOCAL, timezone: "Europe/Berlin" } },
    ],
  ])("doesn't apply to the time of something else: %s", (_what, json) => {
    expect(read(json)).toEqual([null]);
  });
});
