"use client";

import { ChevronDown, Plus, X } from "lucide-react";
import NextLink from "next/link";
import { useState } from "react";
import { api } from "#components/base/api/client.ts";
import { CreateActionForm } from "#components/follow/action-item/create/create-action-form.tsx";
import { statusOf } from "#components/follow/action-item/options.tsx";
import { useMe } from "#components/people/me/use-me.ts";
import { useToday } from "#components/people/me/use-today.ts";
import { Button } from "#components/ui/button.tsx";
import { cx } from "#components/ui/cx.ts";
import { IconButton } from "#components/ui/icon-button.tsx";
import { Late } from "#components/ui/labels/late.tsx";
import { Status } from "#components/ui/labels/status.tsx";
import { Menu, MenuItem } from "#components/ui/overlays/menu.tsx";
import { toastDone } from "#components/ui/overlays/toast.tsx";
import { Section } from "#components/ui/page/section.tsx";
import layoutStyles from "#components/ui/roles/layout.module.css";
import textStyles from "#components/ui/roles/text.module.css";
import { wordsOfDate } from "#lib/base/time/local-date.ts";
import { ACTION_STATUSES } from "#lib/base/vocabulary/action-item.ts";
import type { StrategicChange } from "#lib/contract/strategic-change.ts";
import { daysLate } from "#lib/follow/action-item/lateness.ts";
import { withEdits } from "../change-cache.ts";
import { ActionPicker } from "../edit/link-dialogs.tsx";
import { useChangeStrategic } from "../use-change.ts";
import styles from "./linked-list.module.css";

/** The action items that are part of a change, with their progress. */
export function LinkedActions({ change, level }: { change: StrategicChange; level: 2 | 3 }) {
  const { send } = useChangeStrategic();
  const mayCreate = useMe()?.may.includes("action.create") ?? false;
  const [open, setOpen] = useState<"pick" | "create" | null>(null);
  const { key, version, actions, actionCount, actionsVerified, abilities } = change;
  const remove = (actionKey: string) =>
    send(
      key,
      version,
      (latest, last) => {
        const linked = (last?.actions ?? actions).map((action) => action.key);
        return api.strategicChange.update({ key, version: latest, actionKeys: withEdits(linked, [actionKey], []) });
      },
      () => toastDone(`${actionKey} unlinked`),
    );
  return (
    <Section
      title="Actions"
      level={level}
      count={actionCount === 0 ? undefined : `${actionsVerified} of ${actionCount} verified`}
      right={
        abilities.edit || mayCreate ? (
          <Menu
            align="end"
            trigger={
              <Button className={styles.add} kind="ghost" icon={<Plus size={14} />}>
                Add <ChevronDown size={14} />
              </Button>
            }
          >
            {mayCreate ? <MenuItem onSelect={() => setOpen("create")}>Propose action</MenuItem> : null}
            {abilities.edit ? <MenuItem onSelect={() => setOpen("pick")}>Link existing action</MenuItem> : null}
          </Menu>
        ) : null
      }
    >
      {actions.length === 0 ? (
        <p className={textStyles.muted}>No actions yet. Actions that are part of this change appear here.</p>
      ) : null}
      <ul className={styles.list}>
        {actions.map((action) => (
          <LinkedAction
            key={action.key}
            action={action}
            onRemove={abilities.edit ? () => remove(action.key) : undefined}
          />
        ))}
      </ul>
      {open === "pick" ? <ActionPicker change={change} onClose={() => setOpen(null)} /> : null}
      {open === "create" ? (
        <CreateActionForm
          preset={{ changeKeys: [key], factorIds: [] }}
          onDone={() => setOpen(null)}
          onCancel={() => setOpen(null)}
        />
      ) : null}
    </Section>
  );
}

interface LinkedActionProps {
  action: StrategicChange["actions"][number];
  onRemove: (() => void) | undefined;
}

function LinkedAction({ action, onRemove }: LinkedActionProps) {
  const today = useToday();
  const status = ACTION_STATUSES.find((one) => one === action.status) ?? "proposed";
  const shown = statusOf({ ...action, status });
  const days = daysLate({ ...action, status }, today);
  return (
    <li>
      <Status kind={shown.kind} name={shown.words} />
      <NextLink
        className={cx(layoutStyles.fill, textStyles.truncated, textStyles.link)}
        href={`/actions/${action.key}`}
        title={action.title}
      >
        {action.title}
      </NextLink>
      <span className={textStyles.recordKey}>{action.key}</span>
      {days !== null && days > 0 ? <Late daysLate={days} /> : null}
      {days !== null && days <= 0 && action.dueDate ? (
        <span className={cx(textStyles.muted, textStyles.figure, textStyles.unbroken)}>
          {wordsOfDate(action.dueDate, today)}
        </span>
      ) : null}
      {onRemove ? (
        <IconButton
          className={styles.remove}
          label={`Remove the link to ${action.key}`}
          icon={<X size={14} />}
          onClick={onRemove}
        />
      ) : null}
    </li>
  );
}
