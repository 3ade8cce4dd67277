"use client";

import { type FormEvent, useRef, useState } from "react";
import { useToday } from "#components/people/me/use-today.ts";
import { Button } from "#components/ui/button.tsx";
import { DateField } from "#components/ui/fields/date-field.tsx";
import { Field } from "#components/ui/fields/field.tsx";
import { focusFirstError, hasUnread } from "#components/ui/fields/focus-first-error.ts";
import { Input } from "#components/ui/fields/input.tsx";
import { submitOnModEnter } from "#components/ui/keys/submit-on-mod-enter.ts";
import layoutStyles from "#components/ui/roles/layout.module.css";
import textStyles from "#components/ui/roles/text.module.css";
import type { ActionItemRow } from "#lib/contract/action-item.ts";
import { LENGTHS } from "#lib/contract/lengths.ts";
import { moveDueDate } from "#lib/follow/action-item/due.ts";
import { useEditLayer } from "./edit-context.ts";

/** A day that was chosen already, and why if that was said. */
export interface StartedMove {
  to: string | null;
  reason?: string;
}

interface DueEditorProps {
  rows: readonly ActionItemRow[];
  started?: StartedMove | undefined;
}

/** A new due date in words. If it moves an accepted date, it asks why, and says that the old date stays visible. */
export function DueEditor({ rows, started }: DueEditorProps) {
  const { change } = useEditLayer();
  const today = useToday();
  const [first] = rows;
  const isShared = rows.every((row) => row.dueDate === first?.dueDate);
  const [dueDate, setDueDate] = useState(started ? started.to : isShared ? (first?.dueDate ?? null) : null);
  const [isSet, setSet] = useState(started !== undefined);
  const [reason, setReason] = useState(started?.reason ?? "");
  const [isTried, setTried] = useState(false);
  const form = useRef<HTMLFormElement>(null);
  const refusals = (date: string | null) =>
    rows.flatMap((row) => {
      const moved = moveDueDate(row, date, { mayApprove: row.abilities.approve });
      return moved.ok ? [] : [moved];
    });
  const promised = refusals(dueDate);
  const unapproved = promised.find(({ rule }) => rule === "due_move_needs_approval");
  const save = (date: string | null) =>
    change(rows, { kind: "due", dueDate: date, ...(reason.trim() ? { reason: reason.trim() } : {}) });
  const pick = (date: string | null) => {
    setDueDate(date);
    setSet(true);
    if (refusals(date).length === 0) save(date);
  };
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    setTried(true);
    if (hasUnread(event.currentTarget) || !reason.trim()) focusFirstError(event.currentTarget);
    else if (isSet) save(dueDate);
  };
  return (
    <form ref={form} className={layoutStyles.stack} onSubmit={submit} onKeyDown={submitOnModEnter}>
      <DateField
        label="Due"
        value={dueDate}
        today={today}
        onChange={pick}
        // The first Enter shows the field of the reason, which isn't wrong yet.
        onEnter={() => (isSet ? form.current?.requestSubmit() : undefined)}
        optional
      />
      {isSet && unapproved ? <p className={textStyles.muted}>{unapproved.message}</p> : null}
      {isSet && promised.length > 0 && !unapproved ? (
        <>
          <Field
            label="Reason"
            error={isTried && !reason.trim() ? "Enter a reason" : undefined}
            hint="Kept in the history with the old date"
          >
            <Input
              autoFocus
              maxLength={LENGTHS.actionItem.dueReason}
              value={reason}
              onChange={(event) => setReason(event.target.value)}
            />
          </Field>
          <Button type="submit" kind="primary">
            {dueDate === null ? "Remove the date" : "Move the date"}
          </Button>
        </>
      ) : null}
    </form>
  );
}
