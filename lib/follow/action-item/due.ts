import type { LocalDate } from "#lib/base/time/local-date.ts";
import { MINUTE_MS } from "#lib/base/time/spans.ts";
import type { ActionStatus, DueBasis } from "#lib/base/vocabulary/action-item.ts";

/** The basis of a due date, as it is stored. */
export type StoredBasis = "provisional" | "publication" | "acceptance" | "person";

interface Anchored {
  basis: StoredBasis;
  /** Whether it is or was accepted. */
  promised: boolean;
  /** Whether it has a review that wasn't published yet, and can still be. */
  awaitsPublication: boolean;
}

/**
 * Returns what a due date counts from. A provisional one counts from acceptance for now, and again from the first
 * publication of its review.
 */
export function dueBasisOf({ basis, promised, awaitsPublication }: Anchored): DueBasis {
  if (basis !== "provisional") return basis;
  if (awaitsPublication) return "until_publication";
  return promised ? "acceptance" : "until_acceptance";
}

export interface DueMove {
  from: LocalDate | null;
  to: LocalDate | null;
  reason: string;
}

export type DueMoveResult = { ok: true; move: DueMove | null } | { ok: false; rule: string; message: string };

export const UNDO_MOVE_MINUTES = 10;

/**
 * Returns whether setting a date to `to` undoes its last move: only by the person who made it, back to the previous
 * date, within ten minutes. Later it is a move of its own and needs a reason.
 */
export function undoesLastMove(
  item: { dueDate: LocalDate | null },
  last: { from: LocalDate | null; to: LocalDate | null; byId: string | null; at: Date } | null,
  wanted: { to: LocalDate | null; byId: string | null; now: Date },
): boolean {
  if (last === null || wanted.byId === null || last.byId !== wanted.byId) return false;
  const isRecent = wanted.now.getTime() - last.at.getTime() <= UNDO_MOVE_MINUTES * MINUTE_MS;
  return isRecent && last.to === item.dueDate && last.from === wanted.to;
}

interface Dated {
  status: ActionStatus;
  /** Whether it is or was accepted, even if it is proposed now. */
  promised: boolean;
  dueDate: LocalDate | null;
  /** How often it has moved since it was accepted. */
  dueMoves: number;
}

/** How often the owner can move a date. Each further move needs a TPM or the manager of the team. */
const OWN_MOVES = 2;

/** Returns whether a further move of the date needs someone other than the owner. */
export const needsApproval = ({ dueMoves }: Pick<Dated, "dueMoves">): boolean => dueMoves >= OWN_MOVES;

/** Returns whether the date of an action isn't a commitment: it is proposed, and no one ever accepted it. */
export const isFree = ({ status, promised }: Pick<Dated, "status" | "promised">): boolean =>
  status === "proposed" && !promised;

const SETTLED: readonly ActionStatus[] = ["verified", "declined"];

/** Returns whether an action is closed, so its date can't be set. */
export const isSettled = (status: ActionStatus): boolean => SETTLED.includes(status);

/**
 * Checks whether a due date can be set or moved. Past dates are allowed, for old incidents. Once accepted, moving or
 * removing a date needs a reason and is recorded as a move. The third one needs someone who can approve it, a TPM, an
 * admin or the manager of the team. A first date isn't a move, nor is any date of an action that was never accepted.
 */
export function moveDueDate(
  item: Dated,
  to: LocalDate | null,
  { reason, mayApprove }: { reason?: string | undefined; mayApprove: boolean },
): DueMoveResult {
  if (item.dueDate === to) return { ok: true, move: null };
  if (isSettled(item.status)) {
    const message = "The action is closed. Reopen it before you move its date.";
    return { ok: false, rule: "due_date_settled", message };
  }
  if (isFree(item) || item.dueDate === null) return { ok: true, move: null };
  if (needsApproval(item) && !mayApprove) {
    const message = "The date has moved twice. Ask a TPM, an admin or the manager of the team to move it.";
    return { ok: false, rule: "due_move_needs_approval", message };
  }
  const words = reason?.trim();
  if (!words) {
    const message = "Explain why the date moves. The reason is kept with the old date.";
    return { ok: false, rule: "due_move_needs_reason", message };
  }
  return { ok: true, move: { from: item.dueDate, to, reason: words } };
}
