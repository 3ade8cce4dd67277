import { expect, it } from "vitest";
import type { Change } from "./change.ts";
import { isShared, sharedInput } from "./shared-change.ts";

const ROW = { key: "ACT-1", version: 3 };

it.each<[Change, object]>([
  [{ kind: "owner", owner: null }, { update: { ...ROW, ownerId: null } }],
  [{ kind: "team", team: { id: "t", name: "Storage" } }, { update: { ...ROW, teamId: "t" } }],
  [{ kind: "due", dueDate: null, undoes: true }, { update: { ...ROW, dueDate: null, undoesDueMove: true } }],
  [{ kind: "due", dueDate: "2026-10-31", reason: "x" }, { update: { ...ROW, dueDate: "2026-10-31", dueReason: "x" } }],
  [
    { kind: "step", to: "declined", reason: "x", declineKind: "wont_do" },
    {
      step: { ...ROW, to: "declined", reason: "x", declineKind: "wont_do" },
    },
  ],
])("%j is one request for several actions", (change, input) => {
  expect(isShared(change)).toBe(true);
  expect(sharedInput(ROW, change)).toEqual(input);
});

it.each<Change>([
  { kind: "step", to: "waived", until: "2026-12-31" },
  { kind: "step", to: "implemented", evidence: "Seen" },
  { kind: "step", to: "verified", answers: [] },
  { kind: "incident", incident: null },
  { kind: "blocked", blockedReason: null },
])("%j is a request for each action", (change) => {
  expect(sharedInput(ROW, change)).toEqual({});
});
