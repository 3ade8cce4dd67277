import { expect, it } from "vitest";
import { incomingContract } from "#lib/contract/unassigned.ts";
import { versioned } from "./waiting.ts";

const id = "0190a000-0000-7000-8000-000000000001";

it("reduces whole rows to what the API accepts", () => {
  const row = { id, version: 3, at: "2026-01-01T12:00:00Z", title: "Disk full", labels: { host: "db1" } };
  const events = versioned([row]);
  expect(events).toEqual([{ id, version: 3 }]);
  for (const { "~orpc": route } of [incomingContract.dismiss, incomingContract.restore, incomingContract.detach])
    expect(route.inputSchema?.safeParse({ events }).success).toBe(true);
  expect(incomingContract.attach["~orpc"].inputSchema?.safeParse({ key: "INC-1", events: [row] }).success).toBe(false);
});
