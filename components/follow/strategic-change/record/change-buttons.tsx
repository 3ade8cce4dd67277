"use client";

import { Ellipsis, MessageSquare } from "lucide-react";
import { useState } from "react";
import { api } from "#components/base/api/client.ts";
import { useMe } from "#components/people/me/use-me.ts";
import { Button } from "#components/ui/button.tsx";
import { cx } from "#components/ui/cx.ts";
import { useKeys } from "#components/ui/keys/use-keys.ts";
import { Menu, MenuItem, MenuSeparator } from "#components/ui/overlays/menu.tsx";
import { toastDone } from "#components/ui/overlays/toast.tsx";
import type { ChangeStatus } from "#lib/base/vocabulary/strategic-change.ts";
import { CHANGE_STATUS_WORDS } from "#lib/base/vocabulary/strategic-change.ts";
import type { StrategicChange } from "#lib/contract/strategic-change.ts";
import { changeMoves, transitionChange } from "#lib/follow/strategic-change/transition.ts";
import { DecisionDialog, type Said } from "../edit/decision-dialog.tsx";
import { useChangeStrategic } from "../use-change.ts";
import styles from "./change-buttons.module.css";

interface ChangeStep {
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
  "deferred>proposed": "Propose again",
  "declined>proposed": "Propose again",
};

/** Returns where a change can go from here, with what the rules need from this person. */
function stepsOf(change: StrategicChange, byId: string | null): ChangeStep[] {
  const state = {
    ...{ status: change.status, targetQuarter: change.targetQuarter, hasMeasure: change.measure !== null },
    ...{ ownerId: change.owner?.id ?? null, sponsorId: change.sponsor?.id ?? null },
    openMilestones: change.milestones.filter((one) => one.blocks && one.reachedOn === null).map((one) => one.title),
  };
  return changeMoves(change.status).map((to) => {
    const silent = transitionChange(state, to, { byId, measured: 0 });
    const asks = !silent.ok && silent.rule === "reason_needed" ? silent.message : null;
    const refused = !silent.ok && asks === null ? silent.message : null;
    return { to, verb: BACK[`${change.status}>${to}`] ?? VERBS[to], asks, refused };
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

interface ChangeButtonsProps {
  change: StrategicChange;
  isPrimary?: boolean;
  /** Opens the form of an update. */
  onReport: () => void;
}

/** The button of a change's next step, its update, and a menu with the rest. */
export function ChangeButtons({ change, isPrimary = false, onReport }: ChangeButtonsProps) {
  const { patch, send, isBusy } = useChangeStrategic();
  const [asking, setAsking] = useState<ChangeStep | null>(null);
  const { edit, report, decide } = change.abilities;
  const myId = useMe()?.id ?? null;
  useKeys(report ? [{ keys: "u", label: "Add health update", group: "Change", run: onReport }] : []);
  if (!edit && !report && !decide) return null;
  const steps = decide ? stepsOf(change, myId) : [];
  const next = steps.find((step) => step.to === ONWARD[change.status]) ?? null;
  const others = steps.filter((step) => step.to !== next?.to && step.refused === null);
  const move = ({ to }: ChangeStep, said: Partial<Said> = {}) =>
    send(
      change.key,
      change.version,
      (version) => api.strategicChange.transition({ key: change.key, version, to, ...said }),
      () => {
        setAsking(null);
        toastDone(`${change.key}: ${CHANGE_STATUS_WORDS[to]}`);
      },
    );
  const take = (step: ChangeStep) => (step.asks === null ? move(step) : setAsking(step));
  return (
    <div className={cx("inline-row wrap", !isPrimary && styles.inPanel)}>
      {next ? (
        <Button
          kind={isPrimary ? "primary" : "default"}
          busy={isBusy}
          disabledReason={next.refused ?? undefined}
          onClick={() => take(next)}
        >
          {next.verb}
        </Button>
      ) : null}
      {report ? (
        <Button icon={<MessageSquare size={14} />} keys="U" onClick={onReport}>
          Update
        </Button>
      ) : null}
      {edit || others.length > 0 ? (
        <Menu
          trigger={
            <Button kind="ghost" icon={<Ellipsis size={14} />}>
              More
            </Button>
          }
        >
          {others.map((step) => (
            <MenuItem key={step.to} onSelect={() => take(step)}>
              {step.verb}
            </MenuItem>
          ))}
          {edit && others.length > 0 ? <MenuSeparator /> : null}
          {edit ? (
            <MenuItem onSelect={() => patch(change, { archived: !change.archived })}>
              {change.archived ? "Restore" : "Archive"}
            </MenuItem>
          ) : null}
        </Menu>
      ) : null}
      {asking !== null ? (
        <DecisionDialog
          change={change}
          to={asking.to}
          verb={asking.verb}
          asks={asking.asks ?? "Enter a reason"}
          isBusy={isBusy}
          onDecide={(said) => move(asking, said)}
          onClose={() => setAsking(null)}
        />
      ) : null}
    </div>
  );
}
