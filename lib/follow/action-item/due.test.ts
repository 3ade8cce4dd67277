import { expect, it } from "vitest";
import { dueBasisOf, moveDueDate, undoesLastMove } from "./due.ts";

it.each([
  ["accepted", "2026-10-01", "2026-11-01", undefined, "due_move_needs_reason"],
  ["accepted", "2026-10-01", "2026-11-01", "  ", "due_move_needs_reason"],
  ["in_progress", "2026-10-01", null, undefined, "due_move_needs_reason"],
  ["verified", "2026-10-01", "2026-11-01", "why not", "due_date_settled"],
  ["declined", null, "2026-11-01", "why not", "due_date_settled"],
] as const)("rejects on %s from %s to %s", (status, dueDate, to, reason, rule) => {
  expect(
    moveDueDate({ status, promised: false, dueDate, dueMoves: 0 }, to, { reason, mayApprove: true }),
  ).toMatchObject({
    ok: false,
    rule,
  });
});

it.each([
  ["proposed", "2026-10-01", "2026-11-01"],
  ["accepted", null, "2017-02-10"],
  ["accepted", "2026-10-01", "2026-10-01"],
] as const)("needs no reason on %s from %s to %s", (status, dueDate, to) => {
  expect(moveDueDate({ status, promised: false, dueDate, dueMoves: 2 }, to, { mayApprove: false })).toEqual({
    ok: true,
    move: null,
  });
});

it.each([
  [0, false, null],
  [1, false, null],
  [2, false, "due_move_needs_approval"],
  [3, false, "due_move_needs_approval"],
  [2, true, null],
] as const)("after %s moves, with approval %s: %s", (dueMoves, mayApprove, rule) => {
  const item = { status: "accepted" as const, promised: true, dueDate: "2026-10-01", dueMoves };
  const moved = moveDueDate(item, "2026-11-01", { reason: "Waits for storage", mayApprove });
  expect(moved.ok ? null : moved.rule).toBe(rule);
});

it.each([
  [0, undefined, "due_move_needs_reason"],
  [1, "Waits for storage", null],
  [2, "Waits for storage", "due_move_needs_approval"],
] as const)("after %s moves and back to proposed, because of %s: %s", (dueMoves, reason, rule) => {
  const item = { status: "proposed" as const, promised: true, dueDate: "2026-10-01", dueMoves };
  const moved = moveDueDate(item, "2026-11-01", { reason, mayApprove: false });
  expect(moved.ok ? null : moved.rule).toBe(rule);
  expect(moved.ok && moved.move?.to).toBe(rule === null && "2026-11-01");
});

it("keeps a move with its reason", () => {
  const item = { status: "accepted" as const, promised: true, dueDate: "2026-10-01", dueMoves: 0 };
  expect(moveDueDate(item, "2026-11-01", { reason: " Waits for storage ", mayApprove: false })).toEqual({
    ok: true,
    move: { from: "2026-10-01", to: "2026-11-01", reason: "Waits for storage" },
  });
});

const at = new Date("2026-10-01T12:00:00Z");
const last = { from: "2026-11-01", to: "2026-12-01", byId: "me", at };
const wanted = { to: "2026-11-01", byId: "me", now: new Date("2026-10-01T12:10:00Z") };

it.each<[string, boolean, Parameters<typeof undoesLastMove>]>([
  ["by who made it, within ten minutes", true, [{ dueDate: "2026-12-01" }, last, wanted]],
  [
    "to no date, where it had none",
    true,
    [{ dueDate: "2026-12-01" }, { ...last, from: null }, { ...wanted, to: null }],
  ],
  ["without a last move", false, [{ dueDate: "2026-12-01" }, null, wanted]],
  ["by another person", false, [{ dueDate: "2026-12-01" }, last, { ...wanted, byId: "you" }]],
  ["by nobody", false, [{ dueDate: "2026-12-01" }, { ...last, byId: null }, { ...wanted, byId: null }]],
  ["later", false, [{ dueDate: "2026-12-01" }, last, { ...wanted, now: new Date("2026-10-01T12:10:00.001Z") }]],
  ["to another date", false, [{ dueDate: "2026-12-01" }, last, { ...wanted, to: "2026-11-02" }]],
  ["of a date that moved since", false, [{ dueDate: "2026-12-24" }, last, wanted]],
])("undoes a move %s: %s", (_, isUndone, asked) => {
  expect(undoesLastMove(...asked)).toBe(isUndone);
});

it("explains what to do about a date that can't be moved", () => {
  const said = (status: "accepted" | "verified", dueMoves = 0) => {
    const moved = moveDueDate({ status, promised: true, dueDate: "2026-10-01", dueMoves }, null, { mayApprove: false });
    return moved.ok ? null : moved.message;
  };
  expect(said("accepted")).toMatch(/^Explain why the date moves/);
  expect(said("accepted", 2)).toMatch(/^The date has moved twice\. Ask a TPM, an admin or the manager/);
  expect(said("verified")).toMatch(/^The action is closed\. Reopen it/);
});

it.each([
  ["provisional", false, true, "until_publication"],
  ["provisional", true, true, "until_publication"],
  ["provisional", false, false, "until_acceptance"],
  ["provisional", true, false, "acceptance"],
  ["publication", false, false, "publication"],
  ["acceptance", true, false, "acceptance"],
  ["person", true, true, "person"],
] as const)("a %s date, promised: %s, before publication: %s, counts from %s", (basis, promised, awaits, shown) => {
  expect(dueBasisOf({ basis, promised, awaitsPublication: awaits })).toBe(shown);
});

const KEPT = "Waits for storage";
it.each<[string, Partial<Parameters<typeof moveDueDate>[0]>, string | null, string | undefined, boolean, string]>([
  ["forward by a day", {}, "2026-10-02", KEPT, false, "move"],
  ["back by a day", {}, "2026-09-30", KEPT, false, "move"],
  ["away", {}, null, KEPT, false, "move"],
  ["away a third time, by the owner", { dueMoves: 2 }, null, KEPT, false, "due_move_needs_approval"],
  [
    "a third time without words, by the owner",
    { dueMoves: 2 },
    "2026-11-01",
    undefined,
    false,
    "due_move_needs_approval",
  ],
  ["a third time without words, by a TPM", { dueMoves: 2 }, "2026-11-01", " ", true, "due_move_needs_reason"],
  ["a ninth time, by a TPM", { dueMoves: 8 }, "2026-11-01", KEPT, true, "move"],
  ["to the same day a third time", { dueMoves: 2 }, "2026-10-01", undefined, false, "none"],
  ["to a first day after two moves", { dueMoves: 2, dueDate: null }, "2026-11-01", undefined, false, "none"],
  ["of an action that is waived", { status: "waived" }, "2026-11-01", KEPT, false, "move"],
  ["of an action to verify", { status: "implemented" }, "2026-11-01", undefined, false, "due_move_needs_reason"],
  ["of a closed action to the same day", { status: "verified" }, "2026-10-01", undefined, false, "none"],
  ["of a declined action without a day", { status: "declined", dueDate: null }, null, undefined, false, "none"],
  ["of a proposal that was never accepted", { status: "proposed", promised: false }, null, undefined, false, "none"],
])("moves a date %s", (_, of, to, reason, mayApprove, result) => {
  const item = { status: "accepted" as const, promised: true, dueDate: "2026-10-01", dueMoves: 0, ...of };
  const moved = moveDueDate(item, to, { reason, mayApprove });
  expect(moved.ok ? (moved.move ? "move" : "none") : moved.rule).toBe(result);
});
