import { expect, it } from "vitest";
import { defaultDueDate, moveDueDate } from "./due.ts";

it.each([
  ["P0", 1, "2026-10-08"],
  ["P1", 1, "2026-10-16"],
  ["P1", 2, "2026-10-31"],
  ["P1", null, "2026-10-31"],
  ["P2", 1, "2026-11-26"],
  ["P3", 1, null],
] as const)("%s after SEV%s is due on %s", (priority, severity, due) => {
  expect(defaultDueDate(priority, severity, "2026-10-01")).toBe(due);
});

it.each([
  ["accepted", "2026-10-01", "2026-11-01", undefined, "due_move_needs_reason"],
  ["accepted", "2026-10-01", "2026-11-01", "  ", "due_move_needs_reason"],
  ["in_progress", "2026-10-01", null, undefined, "due_move_needs_reason"],
  ["verified", "2026-10-01", "2026-11-01", "why not", "due_date_settled"],
  ["declined", null, "2026-11-01", "why not", "due_date_settled"],
] as const)("rejects on %s from %s to %s", (status, dueDate, to, reason, rule) => {
  expect(moveDueDate({ status, dueDate }, to, reason)).toMatchObject({ ok: false, rule });
});

it.each([
  ["proposed", "2026-10-01", "2026-11-01"],
  ["accepted", null, "2017-02-10"],
  ["accepted", "2026-10-01", "2026-10-01"],
] as const)("needs no reason on %s from %s to %s", (status, dueDate, to) => {
  expect(moveDueDate({ status, dueDate }, to)).toEqual({ ok: true, move: null });
});

it("keeps a move with its reason", () => {
  const item = { status: "accepted" as const, dueDate: "2026-10-01" };
  expect(moveDueDate(item, "2026-11-01", " Waits for storage ")).toEqual({
    ok: true,
    move: { from: "2026-10-01", to: "2026-11-01", reason: "Waits for storage" },
  });
});
