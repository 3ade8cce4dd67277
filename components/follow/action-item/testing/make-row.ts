import type { ActionItemRow } from "#lib/contract/action-item.ts";

/** A row of the tracker for tests: ACT-n, an accepted P2 without an owner, and the given fields. */
export const makeRow = (number: number, fields: Partial<ActionItemRow> = {}): ActionItemRow => ({
  id: `id-${number}`,
  key: `ACT-${number}`,
  title: `Action ${number}`,
  type: "prevent",
  priority: "P2",
  status: "accepted",
  blockedReason: null,
  blockedUntil: null,
  blockedBy: null,
  owner: null,
  team: null,
  dueDate: null,
  originalDueDate: null,
  dueMoves: 0,
  incident: null,
  review: null,
  threadId: null,
  waivedUntil: null,
  archived: false,
  demo: false,
  createdAt: "2026-10-01T00:00:00.000Z",
  version: 1,
  abilities: { edit: true, work: true, verify: true, moveDate: true, approve: false },
  ...fields,
});
