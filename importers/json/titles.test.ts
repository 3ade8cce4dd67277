import { describe, expect, it } from "vitest";
import { parseSource } from "#importers/open/parse-source.ts";
import { jsonInput, textInput } from "#importers/testing/fixtures.ts";

const AT = "2026-03-01T10:00:00Z";
const told = (json: object) => {
  return parseSource(jsonInput({ time: AT, ...json }), { zone: "UTC" }).events.map(({ title }) => title);
};

describe("the title of a record", () => {
  it.each<[string, object, string]>([
    ["an address", { name: "https://example.com/a/b", reason: "Disk full" }, "Disk full"],
    ["a resource", { name: "arn:aws:rds:eu-west-1:1:db:shop", text: "Failover" }, "Failover"],
    ["a path", { resourceName: "/subscriptions/1/vm/web-1", cause: "Restart" }, "Restart"],
    ["a type with its address", { "@type": "type.example.com/Audit", methodName: "disks.delete" }, "disks.delete"],
    ["a UUID", { name: "7381218b-d04c-4aa3-b8b8-8c00a9319d1f", event: "failover" }, "failover"],
    ["a hash", { name: "963eb239c7b91eac2e15c727e06e908fd334e6f9", action: "rollback" }, "rollback"],
    ["a digest", { label: "sha256:d72f37f783ed6a8d58", what: "image pulled" }, "image pulled"],
    ["an e-mail address", { name: "ines@example.com", action: "login" }, "login"],
    ["the name of the hook", { webhookName: "prod hook", eventType: "job.failed" }, "job.failed"],
    ["the sort of a thing", { type: "REPLICATION", artifact_type: "image" }, "REPLICATION"],
    ["who it was created by", { created_by: { name: "Unknown User" }, event_type: "SHIELD_ALERT" }, "SHIELD_ALERT"],
    ["a list of codes", { action: "anomaly", details: { reason: ["asn", "ip_address"] } }, "anomaly"],
    ["the sort of a hook", { webhook_type: "AL", state_name: "Not responding" }, "Not responding"],
  ])("is not %s where the text is about something else", (_what, json, title) => {
    expect(told(json)).toEqual([title]);
  });

  it.each<[string, object, string]>([
    ["a cluster", { event: "print", cluster_name: "eu.example" }, "print"],
    ["a server", { event: "resize", serverName: "web-1" }, "resize"],
    ["a region", { action: "failover", region_name: "eu-west-1" }, "failover"],
    ["a queue", { type: "purge", queue_name: "mails" }, "purge"],
    ["a database", { code: 1, action: "promoted", database_name: "shop" }, "promoted"],
    ["the message of a commit", { event: "build_failed", commitMessage: "Raise the version" }, "build_failed"],
    ["the last commit", { state: "failed", last_commit_message: "Raise the version" }, "failed"],
    [
      "a build beside its commit",
      { commit: { message: "Raise it" }, build: { title: "Build 7 broke" } },
      "Build 7 broke",
    ],
    ["the head commit", { action: "built", headCommitMessage: "Raise the version" }, "built"],
    ["a field of data", { entry_type: "1", entry_data: "wproc: early timeout" }, "wproc: early timeout"],
  ])("is what happened, not where or from what: %s", (_what, json, title) => {
    expect(told(json)[0]).toBe(title);
  });

  it("is a URL if there is nothing else", () => {
    expect(told({ name: "https://example.com/a" })).toEqual(["https://example.com/a"]);
  });

  it.each<[string, object, string]>([
    ["a rule", { name: "cpu-web", description: "The load is high" }, "cpu-web: The load is high"],
    ["an alert", { alertName: "cpu-web", details: "The load is high" }, "cpu-web: The load is high"],
    ["an event", { event_name: "cpu-web", details: "The load is high" }, "cpu-web: The load is high"],
    ["a name that the text has", { name: "web", description: "Load of web is high" }, "Load of web is high"],
    ["a name that is a sentence", { name: "Load of web is high", description: "Above 90" }, "Load of web is high"],
    ["an address", { name: "https://example.com/a", description: "The load is high" }, "The load is high"],
    ["a message, which needs none", { name: "cpu-web", message: "The load is high" }, "The load is high"],
    ["a summary, which needs none", { name: "cpu-web", summary: "The load is high" }, "The load is high"],
    ["no name", { description: "The load is high" }, "The load is high"],
    ["the name of the project", { project_name: "shop", description: "The load is high" }, "The load is high"],
  ])("names what a description explains: %s", (_what, json, title) => {
    expect(told(json)).toEqual([title]);
  });
});

describe("the title of a record with its text further inside", () => {
  const COMMIT = { message: "Add the account of Ana", timestamp: "2026-02-28T08:00:00Z", author_name: "Ana" };
  it.each<[string, object, string]>([
    ["a deployment", { event: "deploy", commit: COMMIT }, "deploy"],
    ["a deployment with its result", { event: "deploy", result: "passed", commit: COMMIT }, "deploy: passed"],
    ["a build", { type: "build_failed", head_commit: COMMIT }, "build_failed"],
    ["a pipeline", { status: "failed", pipeline: { commit: COMMIT, name: "nightly" } }, "nightly: failed"],
    [
      "several commits",
      { action: "deployed", last_commit: COMMIT, build: { title: "Build 7 broke" } },
      "Build 7 broke",
    ],
  ])("isn't that of a commit: %s", (_what, json, title) => {
    expect(told(json)).toEqual([title]);
  });

  it("is that of a commit when it was pushed", () => {
    expect(told({ event: "push", commit: COMMIT })).toEqual([COMMIT.message]);
  });

  it.each<[string, object, string]>([
    ["a board", { data: { board: { name: "Ops" }, card: { name: "Restart the shop" } } }, "Restart the shop"],
    [
      "a folder",
      { data: { folder: { name: "Ops" }, page: { name: "Runbook" }, item: { name: "Restart" } } },
      "Restart",
    ],
    ["a space", { space: { name: "Ops" }, document: { title: "Restart the shop" } }, "Restart the shop"],
  ])("isn't that of what contains it: %s", (_what, json, title) => {
    expect(told({ type: "updated", ...json })).toEqual([title]);
  });

  it.each<[string, object]>([
    ["a user agent", { useragent: { name: "Chrome", os: "Mac OS X" } }],
    ["a user agent in camel case", { userAgent: { browser: "Firefox", name: "Mac OS X" } }],
    ["a user agent in words", { user_agent: { label: "Mobile Safari" } }],
    ["a browser", { browser: { name: "Mobile Safari" } }],
    ["a system", { os: { name: "Mac OS X" } }],
    ["a place by address", { geoip: { name: "New York" } }],
    ["a place", { geo: { title: "New York" } }],
    ["a place in words", { geo_location: { name: "New York" } }],
    ["a place in camel case", { geographicalContext: { name: "New York" } }],
    ["the context of a request", { requestContext: { name: "New York" } }],
    ["a client", { client: { name: "Mac OS X" } }],
  ])("isn't that of who asked from where: %s", (_what, json) => {
    expect(told({ event_type: "admin_login_attempt", ...json })).toEqual(["admin_login_attempt"]);
  });

  it.each<[string, object, string]>([
    ["a rule", { type: "HTTP Server", ruleName: "Shop probe" }, "Shop probe"],
    ["an alert", { alert: { type: "HTTP Server", alertName: "Shop probe" } }, "Shop probe"],
    ["a test", { type: "Web Transaction", test_name: "Shop probe" }, "Shop probe"],
    ["only a sort", { type: "HTTP Server", id: 7 }, "HTTP Server"],
    ["a sort that is a sentence", { type: "Node went down", ruleName: "probe" }, "Node went down"],
  ])("is its name before the sort of the thing: %s", (_what, json, title) => {
    expect(told(json)).toEqual([title]);
  });

  it.each<[string, string]>([
    ["nanoseconds and an offset", "2026-03-01T10:00:00.341081180+0000: A file was opened"],
    ["a bracket", "[2026-03-01 10:00:00] A file was opened"],
    ["UTC", "2026-03-01 10:00:00 UTC - A file was opened"],
    ["Z", "2026-03-01T10:00:00Z A file was opened"],
    ["another clock of the same moment", "2026-03-01T11:00:00+01:00 | A file was opened"],
    ["a clock with nanoseconds", "10:00:00.341081180: A file was opened"],
  ])("doesn't repeat the time in front: %s", (_what, output) => {
    expect(told({ output })).toEqual(["A file was opened"]);
    expect(parseSource(textInput(JSON.stringify({ time: AT, output }), "any.json")).events[0]?.body).toBe("");
  });

  it.each<[string, string]>([
    ["of another moment", "2026-03-01T09:00:00Z the certificate expired"],
    ["within the text", "Open since 2026-03-01T10:00:00Z here"],
    ["with nothing behind it", "2026-03-01T10:00:00Z: x"],
  ])("keeps a time %s", (_what, output) => {
    expect(told({ output })).toEqual([output]);
  });
});
