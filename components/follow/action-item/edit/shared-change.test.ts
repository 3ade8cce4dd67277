import { expect, it } from "vitest";
import type { Change } from "./change.ts";
import { isShared, requestParts, sharedInput } from "./shared-change.ts";

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
  [
    { kind: "step", to: "verified", reason: "Seen", answers: [{ point: 2, answer: "met" }] },
    { step: { ...ROW, to: "verified", reason: "Seen", answers: [{ point: 2, answer: "met" }] } },
  ],
])("%j is one request for several actions", (change, input) => {
  expect(isShared(change)).toBe(true);
  expect(sharedInput(ROW, change)).toEqual(input);
});

it.each<Change>([
  { kind: "step", to: "waived", until: "2026-12-31" },
  { kind: "step", to: "implemented", evidence: "Seen" },
  { kind: "step", to: "implemented", method: "By hand" },
  { kind: "step", to: "implemented", file: new File(["a"], "a.log") },
  { kind: "incident", incident: null },
  { kind: "blocked", blockedReason: null },
])("%j is a request for each action", (change) => {
  expect(sharedInput(ROW, change)).toEqual({});
});

it.each([
  ["few bytes", 1200, "x", [500, 500, 200]],
  ["a long reason", 500, "x".repeat(2000), [334, 166]],
  ["a long reason in letters of three bytes", 500, "\u2014".repeat(2000), [114, 114, 114, 114, 44]],
])("%s: changes are sent in as few requests as fit", (_, count, reason, sizes) => {
  const change: Change = { kind: "step", to: "declined", reason, declineKind: "wont_do" };
  const edits = Array.from({ length: count }, (_, at) => ({ row: { ...ROW, key: `ACT-${at}` }, change }));
  const parts = requestParts(edits);
  expect(parts.flat()).toEqual(edits);
  expect(parts.map((part) => part.length)).toEqual(sizes);
  for (const part of parts) {
    const sent = JSON.stringify({ transitions: part.map(({ row }) => sharedInput(row, change).step) });
    expect(Buffer.byteLength(sent)).toBeLessThan(800_000);
  }
});
