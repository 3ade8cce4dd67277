import { describe, expect, it } from "vitest";
import { parseSource } from "#importers/open/parse-source.ts";
import { jsonInput } from "#importers/testing/fixtures.ts";

const time = "2026-03-01T10:00:00Z";
const told = (json: object) => parseSource(jsonInput({ time, ...json })).events.map(({ title }) => title);

describe("the title of a record", () => {
  it.each<[string, object, string]>([
    [
      "of a job",
      { event: "job.finished", status: "done", result: "Update complete for 3a-rates" },
      "job.finished: Update complete for 3a-rates",
    ],
    ["of a check", { action: "probe", outcome: "Answered too late twice" }, "probe: Answered too late twice"],
    ["of a scan", { type: "scan", result: "Two open ports found" }, "scan: Two open ports found"],
    ["of a transfer", { name: "nightly", result: "Copied 14 of 15 files" }, "nightly: Copied 14 of 15 files"],
    ["of a test", { event: "test_run", outcome: "3 of 40 cases failed" }, "test_run: 3 of 40 cases failed"],
    ["in an object", { event: "sync", data: { result: "Nothing to copy today" } }, "sync: Nothing to copy today"],
  ])("has a result that is a text: %s", (_what, json, title) => {
    expect(told(json)).toEqual([title]);
  });

  it.each<[string, object, string]>([
    ["a word", { event: "job.finished", result: "passed" }, "job.finished: passed"],
    [
      "next to a message",
      { event: "job.finished", message: "Rates were read", result: "Update complete now" },
      "Rates were read",
    ],
  ])("keeps a result that is %s", (_what, json, title) => {
    expect(told(json)).toEqual([title]);
  });

  it.each<[string, object, string]>([
    ["next to a job", { alarm: "Backup job failed", jobName: "Nightly VM" }, "Backup job failed"],
    ["next to a device", { alarm: "Water in the cellar", deviceName: "Pump two" }, "Water in the cellar"],
    ["as a value", { alarmValue: "Door 2 was forced", check_name: "door" }, "Door 2 was forced"],
  ])("is an alarm: %s", (_what, json, title) => {
    expect(told(json)[0]).toContain(title);
  });

  it.each<[string, object, string]>([
    ["a project", { name: "Rates-Nightly", project: "Big Shop", status: "failed" }, "Rates-Nightly: Big Shop: failed"],
    [
      "a dashed name",
      { name: "System - Updates - Web", project: "Our - Books", status: "Failed" },
      "System - Updates - Web: Our - Books: failed",
    ],
    ["an app", { name: "billing", app: "Shop of Ines", state: "succeeded" }, "billing: Shop of Ines: succeeded"],
  ])("has the state after the name and %s", (_what, json, title) => {
    expect(told(json)).toEqual([title]);
  });
});
