import { describe, expect, it } from "vitest";
import { parseSource } from "#importers/open/parse-source.ts";
import { jsonInput } from "#importers/testing/fixtures.ts";

const timestamp = "2026-03-01T10:00:00Z";
const read = (json: object) => parseSource(jsonInput({ timestamp, ...json })).events;
const told = (json: object) => read(json).map(({ title }) => title);

describe("a reason in a single word", () => {
  it.each<[string, object, string]>([
    ["a dispute", { type: "chargeback", reason: "fraudulent", status: "under_review" }, "chargeback: fraudulent"],
    ["a mail", { event: "dropped", reason: "Invalid", smtp: "x" }, "dropped: Invalid"],
    ["a refused login", { event_type: "login.denied", error: "invalid_password" }, "login.denied: invalid_password"],
    ["a blocked request", { action: "blocked", cause: "geofence" }, "blocked: geofence"],
    ["a stopped container", { operation: "ContainerStop", reason: "OOMKilled" }, "ContainerStop: OOMKilled"],
    ["a release", { eventType: "release_published", description: "v2.1.0" }, "release_published: v2.1.0"],
    ["a rejected payment", { EventCode: "REFUND", Reason: "Expired" }, "REFUND: Expired"],
    ["a door", { eventName: "DoorForced", details: "Warehouse" }, "DoorForced: Warehouse"],
    ["a job", { trigger: "job_aborted", error: "timeout" }, "job_aborted: timeout"],
    ["an end of a call", { event: "hangup", cause: "NO_ANSWER" }, "hangup: NO_ANSWER"],
  ])("follows what it explains: %s", (_what, json, title) => {
    expect(told(json)).toEqual([title]);
  });

  it("comes after a text further inside", () => {
    const json = { event: "failed", reason: "generic", delivery: { code: 498, message: "No MX for example.com" } };
    expect(told(json)).toEqual(["No MX for example.com"]);
    expect(read(json)[0]?.body).toContain("generic");
  });

  it.each<[string, object, string]>([
    ["without a code", { reason: "OOMKilled" }, "OOMKilled"],
    ["next to a name", { event: "stopped", name: "billing", reason: "OOMKilled" }, "billing"],
  ])("stays as it is %s", (_what, json, title) => {
    expect(told(json)[0]).toContain(title);
    expect(told(json)[0]).not.toContain("event");
  });
});
