import type { ChangeStatus } from "#lib/base/vocabulary/strategic-change.ts";
import type { StrategicChangeRow } from "#lib/contract/strategic-change.ts";
import { changeMoves, transitionChange } from "#lib/follow/strategic-change/transition.ts";

export interface ChangeStep {
  to: ChangeStatus;
  verb: string;
  /** What is asked for, in words; null when the step needs no reason. */
  asks: string | null;
  /** Why it cannot be taken now. */
  refused: string | null;
}

const VERBS: Record<ChangeStatus, string> = {
  proposed: "Back to proposed",
  funded: "Fund",
  in_progress: "Start",
  delivered: "Mark as delivered",
  effect_checked: "Record the effect",
  deferred: "Defer",
  declined: "Decline",
};
const BACK: Partial<Record<`${ChangeStatus}>${ChangeStatus}`, string>> = {
  "in_progress>funded": "Back to funded",
  "delivered>in_progress": "Take up again",
  "effect_checked>in_progress": "Take up again",
  "effect_checked>delivered": "Check the effect again",
  "deferred>proposed": "Propose again",
  "declined>proposed": "Propose again",
};

/** Where a change may go from here, with what the rules would ask for. */
export function stepsOf(row: StrategicChangeRow): ChangeStep[] {
  const state = { status: row.status, ownerId: row.owner?.id ?? null, targetQuarter: row.targetQuarter };
  return changeMoves(row.status).map((to) => {
    const silent = transitionChange(state, to);
    const asks = !silent.ok && silent.rule === "reason_needed" ? silent.message : null;
    const refused = !silent.ok && asks === null ? silent.message : null;
    return { to, verb: BACK[`${row.status}>${to}`] ?? VERBS[to], asks, refused };
  });
}

const ONWARD: Partial<Record<ChangeStatus, ChangeStatus>> = {
  proposed: "funded",
  funded: "in_progress",
  in_progress: "delivered",
  delivered: "effect_checked",
  deferred: "funded",
  declined: "proposed",
};

export const nextStepOf = (row: StrategicChangeRow): ChangeStep | null =>
  stepsOf(row).find((step) => step.to === ONWARD[row.status]) ?? null;
