"use client";

import { Ellipsis, MessageSquare } from "lucide-react";
import { STEPS } from "#components/follow/action-item/edit/keep-focus.ts";
import { useAsk } from "#components/follow/action-item/edit/use-ask.tsx";
import { useMe } from "#components/people/me/use-me.ts";
import { Button } from "#components/ui/button.tsx";
import { cx } from "#components/ui/cx.ts";
import { useKeys } from "#components/ui/keys/use-keys.ts";
import { Menu, MenuItem, MenuSeparator } from "#components/ui/overlays/menu.tsx";
import layoutStyles from "#components/ui/roles/layout.module.css";
import type { ChangeStatus } from "#lib/base/vocabulary/strategic-change.ts";
import type { StrategicChange } from "#lib/contract/strategic-change.ts";
import { useChangeStrategic } from "../use-change.ts";
import styles from "./change-buttons.module.css";
import { useChangeSteps } from "./use-change-steps.tsx";

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
  const { patch } = useChangeStrategic();
  const { steps, take, isBusy, dialog } = useChangeSteps(change);
  const { edit, report } = change.abilities;
  const me = useMe();
  const { ask, dialog: askDialog } = useAsk();
  const isTheirs = change.owner !== null && change.owner.id !== me?.id && !change.archived;
  const mayAsk = isTheirs && (me?.may.includes("action.create") ?? false);
  useKeys([
    ...(report ? [{ keys: "u", label: "Add health update", group: "Change", run: onReport }] : []),
    ...(mayAsk ? [{ keys: "n", label: "Ask the owner", group: "Change", run: () => ask([change.key]) }] : []),
  ]);
  if (!edit && !report && steps.length === 0 && !mayAsk) return null;
  const next = steps.find((step) => step.to === ONWARD[change.status]) ?? null;
  const others = steps.filter((step) => step.to !== next?.to && step.refused === null);
  return (
    <div {...STEPS} className={cx(layoutStyles.wrappingRow, !isPrimary && styles.inPanel)}>
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
      {edit || mayAsk || others.length > 0 ? (
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
          {(edit || mayAsk) && others.length > 0 ? <MenuSeparator /> : null}
          {mayAsk ? (
            <MenuItem keys="N" onSelect={() => ask([change.key])}>
              Ask the owner
            </MenuItem>
          ) : null}
          {edit ? (
            <MenuItem onSelect={() => patch(change, { archived: !change.archived })}>
              {change.archived ? "Restore" : "Archive"}
            </MenuItem>
          ) : null}
        </Menu>
      ) : null}
      {dialog}
      {askDialog}
    </div>
  );
}
