import { expect, it } from "vitest";
import type { TrackerRow } from "#lib/contract/tracker.ts";
import { healthOf } from "./tracker-words.ts";

const NOW = new Date(2026, 11, 3, 12, 0);
const at = (minutes: number) => new Date(NOW.getTime() + minutes * 60_000).toISOString();
const row: TrackerRow = {
  ...{ id: "1", vendor: "github", name: "Payments", host: "api.github.com", targets: ["acme/payments"], teams: [] },
  ...{ state: "active", stateSince: at(-9000), linked: 2, conflicts: 0, lastSeenAt: at(-4), problem: null },
  ...{ waitsUntil: null, removed: false, removedAt: null, asksToken: false, version: 1 },
};

it.each([
  ["in sync", {}, "In sync, 4 min ago"],
  ["never read", { lastSeenAt: null }, "Never read"],
  ["with conflicts", { conflicts: 2 }, "2 conflicts"],
  ["paused with a conflict", { state: "paused", conflicts: 1 }, "Paused, 1 conflict"],
  ["without a token", { state: "refused", problem: "returned 401" }, "Connect again"],
  ["down", { problem: "returned 502", waitsUntil: at(1) }, "Check the connection"],
  ["asked to wait", { waitsUntil: at(6) }, "Waits until today 12:06"],
  ["asked to wait, with conflicts", { waitsUntil: at(6), conflicts: 1 }, "Waits until today 12:06"],
  ["asked to wait while it is paused", { waitsUntil: at(6), state: "paused" }, "Paused"],
] as const)("says that a connection is %s", (_, fields, words) => {
  expect(healthOf({ ...row, ...fields }, NOW).words).toBe(words);
});
