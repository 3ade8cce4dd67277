import { describe, expect, it } from "vitest";
import { parseSource } from "#importers/open/parse-source.ts";
import { jsonInput } from "#importers/testing/fixtures.ts";

const AT = "2026-03-01T10:00:05Z";
const END = "2026-03-01T10:40:05Z";
const read = (json: object) => {
  return parseSource(jsonInput(json), { zone: "UTC" }).events;
};

describe("a backup", () => {
  it.each<[string, object]>([
    ["of a session", { name: "Daily VMs", JobType: "Backup", CreationTime: AT, EndTime: END, Result: "Failed" }],
    ["of a task", { name: "Daily VMs", type: "backup", started_at: AT, ended_at: END, state: "Stopped" }],
    ["of a job", { name: "Daily VMs", job_type: "Backup", startTime: AT, endTime: END, host: "nas-1" }],
    ["by its code", { event_type: "backup.failed", name: "Daily VMs", started_at: AT, ended_at: END }],
    ["by a code in capitals", { event_type: "BACKUP_JOB_FAILED", name: "Daily VMs", started_at: AT, ended_at: END }],
    ["by the name of a type", { type: "BackupJobSession", name: "Daily VMs", started_at: AT, ended_at: END }],
  ])("isn't a service that is back up: %s", (_what, json) => {
    const events = read(json);
    expect(events.map(({ at, endAt }) => [at, endAt])).toEqual([[AT, END].map((one) => one.replace("Z", ".000Z"))]);
    expect(events.map(({ kind }) => kind)).not.toContain("alert_resolved");
  });

  it.each<[string, object]>([
    ["as a state", { name: "web-1", alert_state: "backup", time: AT, monitor: "m" }],
    ["in two words", { name: "web-1", alert_state: "back up", time: AT, monitor: "m" }],
  ])("is what a state says: %s", (_what, json) => {
    expect(read(json).map(({ kind }) => kind)).toEqual(["alert_resolved"]);
  });
});

describe("the text of a record", () => {
  it.each<[string, object, string]>([
    [
      "a device",
      { DeviceDescription: "Pump of the lake", AlarmTypeDescription: "Device offline now" },
      "Device offline now",
    ],
    ["a host", { host_description: "Rack four left", message: "Disk is full" }, "Disk is full"],
    ["a severity", { SeverityDescription: "Very high", AlarmDescription: "Disk is full" }, "Disk is full"],
    ["a person", { type: "LOGIN_ERROR", details: { auth: "oidc", username: "mira" } }, "LOGIN_ERROR"],
    ["a person's address", { type: "LOGIN_ERROR", info: { email: "mira at example" } }, "LOGIN_ERROR"],
  ])("isn't that of %s", (_what, json, title) => {
    expect(read({ time: AT, ...json }).map((event) => event.title)).toEqual([title]);
  });

  it("is a field that is called desc", () => {
    expect(read({ time: AT, type: "error", desc: "Disk 3 failed" }).map(({ title }) => title)).toEqual([
      "Disk 3 failed",
    ]);
  });

  it("is that of an object about a person, if it has one", () => {
    const details = { username: "mira", message: "Password was wrong" };
    expect(read({ time: AT, details }).map((event) => event.title)).toEqual(["Password was wrong"]);
  });
});

describe("the only change of a record", () => {
  it.each<[string, object]>([
    ["of a field", { change: { field: "status", from: "new", to: "assigned" } }],
    ["with old and new values", { change: { field: "status", old: "new", new: "assigned" } }],
    ["of a property", { change: { property: "status", oldValue: "new", newValue: "assigned" } }],
    ["of a setting", { diff: { setting: "status", before: "new", after: "assigned" } }],
    ["in several", { changes: { name: "status", from: "new", to: "assigned" } }],
    ["of a key", { delta: { key: "status", previous: "new", current: "assigned" } }],
    ["of a column", { modification: { column: "status", from: "new", to: "assigned" } }],
    ["of a list", { changes: [{ field: "status", from: "new", to: "assigned" }] }],
    ["of a map", { changes: { status: { from: "new", to: "assigned" } } }],
    ["of a map with pairs", { changes: { status: ["new", "assigned"] } }],
  ])("is its title: %s", (_how, json) => {
    expect(read({ when: AT, who: "Mira", ...json }).map(({ title }) => title)).toEqual(["status from new to assigned"]);
  });

  it("is read in every entry of a history", () => {
    const change = { field: "priority", from: "3", to: "1" };
    const history = [AT, END].map((when) => ({ when, who: "Mira", change }));
    expect(read({ ticket: { number: "4711", subject: "VPN drops", history } }).map(({ title }) => title)).toEqual([
      "priority from 3 to 1",
      "priority from 3 to 1",
    ]);
  });
});

describe("a time", () => {
  it.each<[string, object]>([
    ["a signature", { signature: { timestamp: END, token: "a8" } }],
    ["the headers of a request", { headers: { date: END, host: "shop.example.com" } }],
    ["a session of mail", { smtp: { time: END, server: "mx-1" } }],
    ["an actor", { actor: { created_at: END, name: "Mira" } }],
  ])("isn't that of %s", (_what, json) => {
    const data = { timestamp: AT, event: "failed", reason: "Mail was bounced" };
    expect(read({ ...json, "event-data": data }).map(({ at }) => at)).toEqual([AT.replace("Z", ".000Z")]);
  });
});

describe("the text of an object", () => {
  it.each(["Text", "Message", "Title", "Name", "Value", "Description", "text", "message", "title", "name"])(
    "is found by its name: %s",
    (key) => {
      const json = { ConditionName: "High", Message: { [key]: "Tank 4 is full", Locale: "en" }, Time: AT };
      expect(read(json).map(({ title }) => title)).toEqual(["Tank 4 is full"]);
    },
  );
});

describe("a bulk file", () => {
  it("has its actions as context", () => {
    const lines = [{ index: { _index: "alerts", _id: "1" } }, { "@timestamp": AT, message: "Disk is full" }];
    const bytes = new TextEncoder().encode(lines.map((line) => `${JSON.stringify(line)}\n`).join(""));
    const { events, rejects, context } = parseSource({ filename: "bulk.ndjson", bytes }, {});
    expect([events.map(({ title }) => title), rejects, context.length]).toEqual([["Disk is full"], [], 1]);
  });
});

describe("an end", () => {
  it.each(["DateTimeClosed", "dateTimeEnded", "date_time_resolved", "DateTimeClosed_UTC", "datetimeFinished"])(
    "is found by its name: %s",
    (key) => {
      const [event] = read({ DateTimeCreated: AT, name: "Pump is offline", [key]: END });
      expect(event?.endAt).toBe(END.replace("Z", ".000Z"));
    },
  );
});
