import { expect, it } from "vitest";
import { parseSource } from "#importers/open/parse-source.ts";
import { jsonInput, parseFixture } from "#importers/testing/fixtures.ts";

it("reads deploys from their start to a rollback, with or without a time", () => {
  const { format, events, rejects } = parseFixture("deploy/fictional-deploys.json");
  expect(format).toBe("deploy");
  expect(rejects).toEqual([]);
  expect(events).toMatchObject([
    {
      at: "2026-03-04T14:01:05.000Z",
      kind: "deploy_started",
      title: "Deploy of checkout 1.42.0 to production started",
    },
    { kind: "deploy_finished", actor: "amara", url: "https://ci.example.com/runs/118", services: ["checkout"] },
    { at: "2026-03-04T14:20:10.000Z", kind: "rollback_finished", body: "Back to the version before" },
    { at: null, title: "Deploy of search to staging failed", externalId: null },
  ]);
  expect(new Set(events.map(({ externalId }) => externalId)).size).toBe(4);
});

it("rejects an unknown status, and lists the known ones", () => {
  const entry = { service: "x", version: "1", status: "toString" };
  const { events, rejects } = parseSource(jsonInput(entry), { format: "deploy" });
  expect(events).toEqual([]);
  expect(rejects[0]?.reason).toContain("rolled_back");
});
