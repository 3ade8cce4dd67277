import { ACTION_STATUS_WORDS, type ActionStatus } from "#lib/base/vocabulary/action-item.ts";
import type { ActionItemRow } from "#lib/contract/action-item.ts";
import { type StepOption, stepsOf } from "../edit/steps.ts";

/** The columns of the board, in the order of the work. */
export const BOARD_STATUSES = ["proposed", "accepted", "in_progress", "implemented", "verified"] as const;
export type BoardStatus = (typeof BOARD_STATUSES)[number];

const OR = new Intl.ListFormat("en-GB", { type: "disjunction" });

export type Drop = { kind: "same" } | { kind: "step"; step: StepOption } | { kind: "refused"; rule: string };

/** Returns what happens to an action that is dropped on a column: a step of the transition table, or the rule against it. */
export function dropOf(row: ActionItemRow, to: ActionStatus, meId: string | undefined): Drop {
  if (row.status === to) return { kind: "same" };
  const steps = stepsOf(row, meId);
  const step = steps.find((one) => one.to === to);
  if (step) return step.refused === null ? { kind: "step", step } : { kind: "refused", rule: step.refused };
  const open = steps
    .filter(({ to: other, refused }) => refused === null && BOARD_STATUSES.some((one) => one === other))
    .map(({ status }) => status);
  const instead = open.length > 0 ? ` It can go to ${OR.format(open)}.` : "";
  return {
    kind: "refused",
    rule: `An action can't go from ${ACTION_STATUS_WORDS[row.status]} to ${ACTION_STATUS_WORDS[to]}.${instead}`,
  };
}

/** Returns the column that an arrow key leads to. At an end it stays. */
export function columnNext(at: ActionStatus, by: number): BoardStatus {
  const from = BOARD_STATUSES.indexOf(at as BoardStatus);
  return BOARD_STATUSES[Math.min(BOARD_STATUSES.length - 1, Math.max(0, from + by))] ?? "proposed";
}
