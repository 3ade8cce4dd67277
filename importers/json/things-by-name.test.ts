import { describe, expect, it } from "vitest";
import { parseSource } from "#importers/open/parse-source.ts";
import { jsonInput } from "#importers/testing/fixtures.ts";

const told = (json: object) => parseSource(jsonInput(json)).events.map(({ at, title }) => [at?.slice(11, 16), title]);

const AT = "2026-03-01T10:00:00Z";
const LONG = "Everything that the warehouse needs each day";

describe("a delivery that only names a thing", () => {
  it.each<[string, object]>([
    [
      "a repository",
      { push_data: { pushed_at: AT, tag: "latest" }, repository: { name: "shop", full_description: LONG } },
    ],
    ["a project", { build: { started_at: AT }, project: { name: "shop", description: LONG } }],
    ["an app", { release: { released_at: AT }, app: { description: LONG, name: "shop" } }],
    ["a service", { deploy: { deployed_at: AT }, service: { summary: LONG, name: "shop" } }],
    ["a workspace", { sync: { synced_at: AT }, workspace: { name: "shop", about: LONG } }],
    ["a team", { delivery: { created_at: AT }, team: { longDescription: LONG, displayName: "shop" } }],
    ["an organisation", { data: { timestamp: AT }, organization: { name: "shop", descriptionHtml: LONG } }],
    ["an environment", { data: { occurred_at: AT }, environment: { name: "shop", short_description: LONG } }],
    ["an account", { data: { time: AT }, account: { bio: LONG, name: "shop" } }],
    ["a board", { data: { date: AT }, board: { desc: LONG, name: "shop" } }],
  ])("isn't told by its description: %s", (_what, json) => {
    expect(told(json)).toEqual([["10:00", "shop"]]);
  });

  it("is told by a message of the thing", () => {
    expect(told({ data: { time: AT }, service: { name: "shop", message: LONG } })).toEqual([["10:00", LONG]]);
  });
});
