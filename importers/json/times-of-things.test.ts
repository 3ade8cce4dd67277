import { describe, expect, it } from "vitest";
import { parseSource } from "#importers/open/parse-source.ts";
import { jsonInput } from "#importers/testing/fixtures.ts";

const AT = "2026-03-01T10:00:05Z";
const OLD = "2024-01-01T00:00:00Z";
const told = (json: object) => {
  return parseSource(jsonInput(json), {}).events.map(({ at }) => at);
};
const THINGS: [string, object][] = [
  ["a process", { process: { pid: 4, name: "nginx", start_time: OLD } }],
  ["a parent process", { parent_process: { pid: 1, name: "init", started_at: OLD } }],
  ["a host", { host: { name: "web-1", boot_time: OLD } }],
  ["a device", { device: { id: "d1", name: "Pump of the lake", installed_at: OLD, last_seen: AT } }],
  ["a policy", { policy: { id: "p1", name: "Default escalation", updated_at: OLD } }],
  ["a certificate", { certificate: { issuer: "R3", not_before: OLD, start_date: OLD } }],
  ["a search", { search: { query: "level:error", start_time: OLD } }],
  ["a file", { file: { path: "/tmp/a", created_at: OLD } }],
  ["an image", { image: { tag: "r7", built_at: OLD } }],
  ["an attachment", { attachments: [{ filename: "graph one.png", started: OLD }] }],
];

describe("the time of an event next to a thing with its own", () => {
  it.each(THINGS)("isn't that of %s", (_what, thing) => {
    const record = { created_at: AT, labels: { severity: "page" }, annotations: { summary: "Load is high" }, ...thing };
    for (const json of [record, { id: 1, data: record }, { payload: { record } }, { _id: "1", _source: record }])
      expect(told(json)).toEqual([AT.replace("Z", ".000Z")]);
  });

  it.each(THINGS)("isn't that of %s, even if only a code says what happened", (_what, thing) => {
    const record = { created_at: AT, event: "service.failed_over", ...thing };
    for (const json of [record, { specversion: "1.0", id: "1", data: record }, { _id: "1", _source: record }])
      expect(told(json)).toEqual([AT.replace("Z", ".000Z")]);
  });

  it("is that of a host if nothing else has a time", () => {
    expect(told({ message: "Host is down", host: { name: "web-1", down_since: AT } })).toEqual([
      AT.replace("Z", ".000Z"),
    ]);
  });

  it("isn't that of a process in a table", () => {
    const text = `process.start_time,host.boot_time,date,message\n${OLD},${OLD},${AT},Load is high\n`;
    const { events } = parseSource({ filename: "any.csv", bytes: new TextEncoder().encode(text) }, {});
    expect(events.map(({ at }) => at)).toEqual([AT.replace("Z", ".000Z")]);
  });

  it("is the only one of a table", () => {
    const text = `host.boot_time,message\n${AT},Host has started\n`;
    const { events } = parseSource({ filename: "any.csv", bytes: new TextEncoder().encode(text) }, {});
    expect(events.map(({ at }) => at)).toEqual([AT.replace("Z", ".000Z")]);
  });
});
