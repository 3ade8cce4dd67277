import { ACTION_STATUS_WORDS, type ActionStatus } from "#lib/base/vocabulary/action-item.ts";
import type { ActionItemRow } from "#lib/contract/action-item.ts";
import { needsSecondPerson } from "#lib/follow/action-item/second-person.ts";
import { actionMoves } from "#lib/follow/action-item/transition.ts";

/** The input that a step needs before it can be sent. */
export type Asks = "nothing" | "evidence" | "check" | "reason" | "decline" | "waive";

export interface StepOption {
  to: ActionStatus;
  /** The resulting status. */
  status: string;
  /** The step as a verb, for a button. */
  verb: string;
  asks: Asks;
  /** Why it can't be taken now, as text. */
  refused: string | null;
}

const VERBS: Partial<Record<`${ActionStatus}>${ActionStatus}`, string>> = {
  "proposed>accepted": "Accept",
  "waived>accepted": "Back to accepted",
  "waived>in_progress": "Back to in progress",
  "implemented>accepted": "Back to accepted",
  "in_progress>accepted": "Stop work",
  "accepted>proposed": "Back to proposed",
  "declined>proposed": "Propose again",
  "waived>proposed": "Back to proposed",
  "implemented>in_progress": "Send back",
  "verified>in_progress": "Reopen",
};
const VERB_TO: Record<ActionStatus, string> = {
  proposed: "Propose",
  accepted: "Accept",
  in_progress: "Start work",
  implemented: "Mark as implemented",
  verified: "Verify",
  declined: "Decline",
  waived: "Request a waiver",
};

function asksOf(row: ActionItemRow, to: ActionStatus, meId: string | undefined): Asks {
  const { status } = row;
  if (to === "implemented") return "evidence";
  if (to === "verified") return "check";
  if (to === "declined") return "decline";
  if (to === "waived") return "waive";
  if (status === "verified" || status === "declined") return "reason";
  return status === "implemented" && row.owner?.id !== meId ? "reason" : "nothing";
}

function refusalOf(row: ActionItemRow, to: ActionStatus): string | null {
  const { work, verify, endWaiver } = row.abilities;
  if (row.status === "waived" && !endWaiver) return "Only someone who can approve its waivers can end this one early";
  if (to === "verified") {
    if (verify) return null;
    return needsSecondPerson(row.priority) && work
      ? "A second person verifies P0 and P1"
      : "You can't verify this action";
  }
  const isBack = row.status === "implemented" || row.status === "verified";
  if (!work && row.status !== "waived" && !(isBack && verify)) return "Only the owner or a TPM can do this";
  const needsOwner = to === "accepted" || to === "in_progress" || to === "implemented";
  return needsOwner && row.owner === null ? "Set an owner first" : null;
}

/** Returns where an action can go from here, each with what it needs, in the order of the work. */
export function stepsOf(row: ActionItemRow, meId: string | undefined): StepOption[] {
  return actionMoves(row.status).map((to) => ({
    to,
    status: ACTION_STATUS_WORDS[to],
    verb: VERBS[`${row.status}>${to}`] ?? VERB_TO[to],
    asks: asksOf(row, to, meId),
    refused: refusalOf(row, to),
  }));
}

/** Requests a longer waiver than the one in force. Its status stays, so it isn't among the steps. */
export const LONGER_WAIVER: StepOption = {
  ...{ to: "waived", status: ACTION_STATUS_WORDS.waived, verb: "Ask for longer" },
  ...{ asks: "waive", refused: null },
};

/** Returns whether this person can move the status from here. */
export const maySteps = (row: ActionItemRow): boolean => stepsOf(row, undefined).some((step) => step.refused === null);

/** Returns steps that all of several rows can take together. One that any of them rejects says so. */
export function sharedSteps(rows: readonly ActionItemRow[], meId: string | undefined): StepOption[] {
  const [first, ...rest] = rows;
  if (!first) return [];
  return stepsOf(first, meId).flatMap((step) => {
    const same = rest.map((row) => stepsOf(row, meId).find((one) => one.to === step.to));
    if (same.some((one) => one === undefined)) return [];
    const refused = step.refused ?? same.find((one) => one?.refused)?.refused ?? null;
    const asks = same.some((one) => one?.asks === "reason") ? "reason" : step.asks;
    return [{ ...step, asks, refused }];
  });
}

/** Returns the step that moves it on, or null when it is settled or waived. */
export const nextStepOf = (row: ActionItemRow, meId: string | undefined): StepOption | null => {
  const onward: Partial<Record<ActionStatus, ActionStatus>> = {
    proposed: "accepted",
    accepted: "in_progress",
    in_progress: "implemented",
    implemented: "verified",
  };
  return stepsOf(row, meId).find((step) => step.to === onward[row.status]) ?? null;
};

/** Returns whether an action can be split, merged or converted. */
export const isOpen = ({ archived, status }: Pick<ActionItemRow, "archived" | "status">): boolean =>
  !archived && status !== "verified" && status !== "declined" && status !== "waived";

/** Returns whether this person can verify the action now. */
export const asksToVerify = (row: ActionItemRow): boolean => row.status === "implemented" && row.abilities.verify;
