import { describe, expect, it } from "vitest";
import { parseSource } from "#importers/open/parse-source.ts";
import { jsonInput } from "#importers/testing/fixtures.ts";

const at = (minute: number) => `2026-05-06T09:${String(minute).padStart(2, "0")}:00Z`;
const events = (json: unknown) => parseSource(jsonInput(json), { zone: "UTC" }).events;
const told = (json: unknown) => events(json).map((one) => `${one.at?.slice(14, 16)} ${one.title}`);

const step = (minute: number, text: string) => ({ status: "shelved", text, updateTime: at(minute) });
const LATER = [step(10, "Shelved by Ana"), step(20, "Shelved by Ben")];
const LOG = ["10 Shelved by Ana: node_slow", "20 Shelved by Ben: node_slow"];

describe("an alert whose log starts later", () => {
  it.each<[string, object]>([
    ["created", { event: "node_slow", severity: "minor", status: "shelved", createTime: at(0), history: LATER }],
    ["inside a delivery", { alert: { event: "node_slow", severity: "minor", createTime: at(0), history: LATER } }],
    ["by its urgency", { event: "node_slow", urgency: "high", created_at: at(0), updates: LATER }],
    ["by its condition", { event: "node_slow", condition: "ping > 3", created: at(0), logs: LATER }],
    ["by its alarm", { alarm_type: "host", event: "node_slow", raised_at: at(0), activities: LATER }],
    [
      "with the newest first",
      { event: "node_slow", severity: "minor", createTime: at(0), history: LATER.toReversed() },
    ],
  ])("is an event of its own: %s", (_what, json) => {
    expect(told(json).sort()).toEqual(["00 node_slow", ...LOG]);
  });

  it.each<[string, object]>([
    ["a ticket", { event: "node_slow", assignee: "Ana", created_at: at(0), history: LATER }],
    ["in the same minute", { event: "node_slow", severity: "minor", created: "2026-05-06T09:10:30Z", history: LATER }],
    ["days before", { event: "node_slow", severity: "minor", created_at: "2026-05-01T09:00:00Z", history: LATER }],
    ["after its log", { event: "node_slow", severity: "minor", updated_at: at(40), history: LATER }],
  ])("isn't if it is %s", (_what, json) => {
    expect(told(json)).toEqual(LOG);
  });
});

describe("an alert with its text and its log", () => {
  it.each<[string, object]>([
    ["inside an object", { event: "node_slow", createTime: at(0), info: { text: "Pings take 3 s" } }],
    ["inside two objects", { event: "node_slow", createTime: at(0), info: { ping: { text: "Pings take 3 s" } } }],
  ])("has both: %s", (_what, alert) => {
    expect(told({ ...alert, severity: "minor", history: LATER })).toEqual([
      "00 Pings take 3 s",
      "10 Shelved by Ana: Pings take 3 s",
      "20 Shelved by Ben: Pings take 3 s",
    ]);
  });
});

describe("the answer of a call inside a record", () => {
  const CALL = { time: at(0), severity: "WARNING", methodName: "buckets.delete" };
  it.each<[string, object]>([
    ["a code and a message", { status: { code: 0, message: "OK" } }],
    ["inside the call", { payload: { methodName: "buckets.delete", status: { code: 0, message: "OK" } } }],
    ["a number of HTTP", { result: { code: 200, message: "OK" } }],
  ])("doesn't end an alert: %s", (_what, answer) => {
    expect(events({ ...CALL, ...answer }).map(({ kind }) => kind)).toEqual(["observation"]);
  });

  it("is the state of an alert without a number", () => {
    const json = { time: at(0), alert: "The disk is full", severity: "high", status: { name: "OK" } };
    expect(events(json).map(({ kind }) => kind)).toEqual(["alert_resolved"]);
  });
});
