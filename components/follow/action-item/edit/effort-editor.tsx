"use client";

import { type FormEvent, useState } from "react";
import { Button } from "#components/ui/button.tsx";
import { Field } from "#components/ui/fields/field.tsx";
import { focusFirstError } from "#components/ui/fields/focus-first-error.ts";
import { Input } from "#components/ui/fields/input.tsx";
import layoutStyles from "#components/ui/roles/layout.module.css";
import type { ActionItemRow } from "#lib/contract/action-item.ts";
import { LENGTHS } from "#lib/contract/lengths.ts";
import { readEffort, WRONG_EFFORT } from "#lib/follow/action-item/effort.ts";
import { useEditLayer } from "./edit-context.ts";

/** The working days that are planned for an action. Empty for no estimate. */
export function EffortEditor({ row, onClose }: { row: ActionItemRow; onClose: () => void }) {
  const { change } = useEditLayer();
  const [text, setText] = useState(row.effortDays === null ? "" : String(row.effortDays));
  const effortDays = readEffort(text);
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    if (effortDays === undefined) return focusFirstError(event.currentTarget);
    if (effortDays === row.effortDays) return onClose();
    change([row], { kind: "effort", effortDays });
  };
  return (
    <form className={layoutStyles.stack} onSubmit={submit}>
      <Field
        label="Effort in working days"
        hint="Leave it empty for no estimate"
        error={effortDays === undefined ? WRONG_EFFORT : undefined}
      >
        <Input
          autoFocus
          inputMode="numeric"
          maxLength={LENGTHS.actionItem.effort}
          value={text}
          onChange={({ target }) => setText(target.value)}
        />
      </Field>
      <Button type="submit" kind="primary">
        Save
      </Button>
    </form>
  );
}
