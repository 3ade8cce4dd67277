import { expect, it } from "vitest";
import type { ActionItem } from "#lib/contract/action-item.ts";
import { makeRow } from "../testing/make-row.ts";
import { inverseOf, isRepeatable } from "./change.ts";

it("offers a change again on a newer row, unless it answers conditions that may differ there", () => {
  const step = { kind: "step", to: "verified" } as const;
  expect(isRepeatable({ ...step, answers: [{ point: 1, answer: "met" }] })).toBe(false);
  expect(isRepeatable({ ...step, reason: "Checked in staging" })).toBe(true);
  expect(isRepeatable({ kind: "priority", priority: "P1" })).toBe(true);
});

it("undoes a new relation, including one made by a blocked flag, but not an earlier one", () => {
  const blockedBy = { kind: "action" as const, id: "ACT-2", name: "Open the vault" };
  const row = makeRow(1, { blockedReason: "The vault is closed", blockedBy, version: 4 });
  const removed = { kind: "related", related: false, relation: "blocked_by", otherKey: "ACT-2" } as const;
  expect(inverseOf(row, removed)).toEqual({ ...removed, related: true });
  const { blockedReason } = row;
  expect(inverseOf(row, { ...removed, flag: true })).toEqual({ kind: "blocked", blockedReason, blockedBy });
  expect(inverseOf(row, { ...removed, relation: "blocks", flag: true })).toBeNull();
  const added = { ...removed, related: true };
  expect(inverseOf(row, added, { version: 5 } as ActionItem)).toEqual(removed);
  expect(inverseOf(row, added, { version: 4 } as ActionItem)).toBeNull();
});
