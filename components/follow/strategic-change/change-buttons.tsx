"use client";

import { Ellipsis, MessageSquare } from "lucide-react";
import { useState } from "react";
import { api } from "#components/base/api/client.ts";
import { WordsDialog } from "#components/follow/action-item/words-dialog.tsx";
import { Button } from "#components/ui/button.tsx";
import { useKeys } from "#components/ui/keys/use-keys.ts";
import { Menu, MenuItem, MenuSeparator } from "#components/ui/menu.tsx";
import { toastDone } from "#components/ui/toast.tsx";
import { CHANGE_STATUS_WORDS } from "#lib/base/vocabulary/strategic-change.ts";
import type { StrategicChange } from "#lib/contract/strategic-change.ts";
import { HealthDialog } from "./health-dialog.tsx";
import { type ChangeStep, nextStepOf, stepsOf } from "./steps.ts";
import { useChangeStrategic } from "./use-change.ts";

/** The step that moves a change on, its update, and the rest behind one button. */
export function ChangeButtons({ change, isPrimary = false }: { change: StrategicChange; isPrimary?: boolean }) {
  const { patch, send, isBusy } = useChangeStrategic();
  const [asking, setAsking] = useState<ChangeStep | "health" | null>(null);
  const { edit, report } = change.abilities;
  const reporting = () => setAsking("health");
  useKeys(report ? [{ keys: "u", label: "Write a health update", group: "Change", run: reporting }] : []);
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
    <div className="steps">
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
        <Button icon={<MessageSquare className="i s" />} keys="U" onClick={reporting}>
          Update
        </Button>
      ) : null}
      {edit ? (
        <Menu
          trigger={
            <Button kind="ghost" icon={<Ellipsis className="i s" />}>
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
          hint={asking.asks ?? undefined}
          missing={asking.asks ?? "Say why in a few words"}
          confirm={asking.verb}
          onConfirm={(reason) => move(asking, reason)}
          onClose={() => setAsking(null)}
        />
      ) : null}
    </div>
  );
}
