"use client";

import { type ReactNode, useRef, useState } from "react";
import { api } from "#components/base/api/client.ts";
import { keepFocus } from "#components/follow/action-item/edit/keep-focus.ts";
import { useMe } from "#components/people/me/use-me.ts";
import { useToday } from "#components/people/me/use-today.ts";
import { toastDone } from "#components/ui/overlays/toast.tsx";
import type { ChangeStatus } from "#lib/base/vocabulary/strategic-change.ts";
import { CHANGE_STATUS_WORDS } from "#lib/base/vocabulary/strategic-change.ts";
import type { StrategicChange } from "#lib/contract/strategic-change.ts";
import { type Quarter, quarterOf } from "#lib/follow/strategic-change/quarter.ts";
import { changeMoves, transitionChange } from "#lib/follow/strategic-change/transition.ts";
import { DECIDED_FIELDS, DecisionDialog, type Said } from "../edit/decision-dialog.tsx";
import { useRefusedFields } from "../edit/use-refused-fields.ts";
import { useChangeStrategic } from "../use-change.ts";

export interface ChangeStep {
  to: ChangeStatus;
  verb: string;
  /** The question for a reason, as text. Null if the step needs no reason. */
  asks: string | null;
  /** Why it can't be taken now. */
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
  "delivered>in_progress": "Reopen",
  "effect_checked>in_progress": "Reopen",
  "effect_checked>delivered": "Recheck the effect",
  "deferred>deferred": "Defer longer",
  "declined>declined": "Accept the risk longer",
  "deferred>proposed": "Propose again",
  "declined>proposed": "Propose again",
};

const NO_QUARTER = "target_needed";

/** Returns where a change can go from here, with what the rules need from this person. */
function stepsOf(change: StrategicChange, byId: string | null, thisQuarter: Quarter): ChangeStep[] {
  const state = {
    ...{ status: change.status, targetQuarter: change.targetQuarter, hasMeasure: change.measure !== null },
    ...{ ownerId: change.owner?.id ?? null, sponsorId: change.sponsor?.id ?? null },
    openMilestones: [
      ...change.milestones.filter((one) => one.blocks && one.reachedOn === null).map((one) => one.title),
      ...change.released,
    ],
  };
  return changeMoves(change.status).map((to) => {
    const silent = transitionChange(state, to, { byId, measured: 0, thisQuarter });
    const isAsked = !silent.ok && (silent.rule === "reason_needed" || (to === "funded" && silent.rule === NO_QUARTER));
    const asks = isAsked ? silent.message : null;
    const refused = !silent.ok && asks === null ? silent.message : null;
    return { to, verb: BACK[`${change.status}>${to}`] ?? VERBS[to], asks, refused };
  });
}

interface ChangeSteps {
  steps: ChangeStep[];
  /** Takes a step, after asking for what it needs. */
  take: (step: ChangeStep) => void;
  isBusy: boolean;
  /** Asks for the reason of the step that is being taken. */
  dialog: ReactNode;
}

/** The steps of a change that this person can take. */
export function useChangeSteps(change: StrategicChange): ChangeSteps {
  const { send, isBusy } = useChangeStrategic();
  const [asking, setAsking] = useState<ChangeStep | null>(null);
  const { refused, place, clear } = useRefusedFields(DECIDED_FIELDS);
  const used = useRef<Element | null>(null);
  const myId = useMe()?.id ?? null;
  const move = ({ to }: ChangeStep, said: Partial<Said> = {}) => {
    const restore = keepFocus(used.current);
    clear();
    send(
      change.key,
      change.version,
      (version) => api.strategicChange.transition({ key: change.key, version, to, ...said }),
      () => {
        setAsking(null);
        toastDone(`${change.key}: ${CHANGE_STATUS_WORDS[to]}`);
        // A dialog returns the focus to its button first, which can be gone.
        setTimeout(restore);
      },
      asking ? place : undefined,
    );
  };
  const take = (step: ChangeStep) => {
    used.current = document.activeElement;
    clear();
    if (step.asks === null) move(step);
    else setAsking(step);
  };
  const dialog = asking ? (
    <DecisionDialog
      change={change}
      to={asking.to}
      verb={asking.verb}
      asks={asking.asks ?? "Enter a reason"}
      isBusy={isBusy}
      refused={refused}
      onDecide={(said) => move(asking, said)}
      onClose={() => setAsking(null)}
    />
  ) : null;
  const { decide, checkEffect } = change.abilities;
  const steps = stepsOf(change, myId, quarterOf(useToday())).filter(({ to }) =>
    to === "effect_checked" ? checkEffect : decide,
  );
  return { steps, take, isBusy, dialog };
}
