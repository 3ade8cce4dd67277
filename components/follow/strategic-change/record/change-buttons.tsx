"use client";

import { Ellipsis, MessageSquare } from "lucide-react";
import { useState } from "react";
import { api } from "#components/base/api/client.ts";
import { Button } from "#components/ui/button.tsx";
import { cx } from "#components/ui/cx.ts";
import { WordsDialog } from "#components/ui/fields/words-dialog.tsx";
import { useKeys } from "#components/ui/keys/use-keys.ts";
import { Menu, MenuItem, MenuSeparator } from "#components/ui/overlays/menu.tsx";
import { toastDone } from "#components/ui/overlays/toast.tsx";
import type { ChangeStatus } from "#lib/base/vocabulary/strategic-change.ts";
import { CHANGE_STATUS_WORDS } from "#lib/base/vocabulary/strategic-change.ts";
import { LENGTHS } from "#lib/contract/lengths.ts";
import type { StrategicChange, StrategicChangeRow } from "#lib/contract/strategic-change.ts";
import { changeMoves, transitionChange } from "#lib/follow/strategic-change/transition.ts";
import { HealthDialog } from "../edit/health-dialog.tsx";
import { useChangeStrategic } from "../use-change.ts";
import styles from "./change-buttons.module.css";

interface ChangeStep {
  to: ChangeStatus;
  verb: string;
  /** What is asked for, as text. Null if the step needs no reason. */
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

/** Returns where a change can go from here, with what the rules need. */
function stepsOf(row: StrategicChangeRow): ChangeStep[] {
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

const nextStepOf = (row: StrategicChangeRow): ChangeStep | null =>
  stepsOf(row).find((step) => step.to === ONWARD[row.status]) ?? null;

/** The step that moves a change on, its update, and the rest behind one button. */
export function ChangeButtons({ change, isPrimary = false }: { change: StrategicChange; isPrimary?: boolean }) {
  const { patch, send, isBusy } = useChangeStrategic();
  const [asking, setAsking] = useState<ChangeStep | "health" | null>(null);
  const { edit, report } = change.abilities;
  const reporting = () => setAsking("health");
  useKeys(report ? [{ keys: "u", label: "Add health update", group: "Change", run: reporting }] : []);
  if (!edit && !report) return null;
  const next = nextStepOf(change);
  const others = stepsOf(change).filter((step) => step.to !== next?.to && step.refused === null);
  const move = ({ to }: ChangeStep, reason?: string) =>
    send(
      change.key,
      () =>
        api.strategicChange.transition({ key: change.key, version: change.version, to, ...(reason ? { reason } : {}) }),
      () => {
        setAsking(null);
        toastDone(`${change.key}: ${CHANGE_STATUS_WORDS[to]}`);
      },
    );
  const take = (step: ChangeStep) => (step.asks === null ? move(step) : setAsking(step));
  return (
    <div className={cx("inline-row wrap", !isPrimary && styles.inPanel)}>
      {edit && next ? (
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
        <Button icon={<MessageSquare size={14} />} keys="U" onClick={reporting}>
          Update
        </Button>
      ) : null}
      {edit ? (
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
          {others.length > 0 ? <MenuSeparator /> : null}
          <MenuItem onSelect={() => patch(change, { archived: !change.archived })}>
            {change.archived ? "Restore" : "Archive"}
          </MenuItem>
        </Menu>
      ) : null}
      {asking === "health" ? <HealthDialog change={change} onClose={() => setAsking(null)} /> : null}
      {asking !== null && asking !== "health" ? (
        <WordsDialog
          title={`${asking.verb}: ${change.title}`}
          label="Reason"
          maxLength={LENGTHS.strategicChange.reason}
          hint={asking.asks ?? undefined}
          missing={asking.asks ?? "Enter a reason"}
          confirm={asking.verb}
          onConfirm={(reason) => move(asking, reason)}
          onClose={() => setAsking(null)}
        />
      ) : null}
    </div>
  );
}
