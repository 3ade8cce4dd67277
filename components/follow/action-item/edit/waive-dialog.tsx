"use client";

import { useState } from "react";
import { useToday } from "#components/people/me/use-today.ts";
import { Button } from "#components/ui/button.tsx";
import { DateField } from "#components/ui/fields/date-field.tsx";
import { Field } from "#components/ui/fields/field.tsx";
import { Textarea } from "#components/ui/fields/textarea.tsx";
import { Dialog } from "#components/ui/overlays/dialog.tsx";
import type { ActionItemRow } from "#lib/contract/action-item.ts";
import { LENGTHS } from "#lib/contract/lengths.ts";
import { useEditLayer } from "./edit-context.ts";

interface WaiveDialogProps {
  rows: readonly ActionItemRow[];
  onClose: () => void;
}

/** Waives an action until a date, with the reason and what limits the risk until then. */
export function WaiveDialog({ rows, onClose }: WaiveDialogProps) {
  const { change } = useEditLayer();
  const today = useToday();
  const [reason, setReason] = useState("");
  const [until, setUntil] = useState<string | null>(null);
  const [isTried, setTried] = useState(false);
  const dateRefusal =
    until === null ? "Choose the last day of the waiver" : until <= today ? "Choose a day in the future" : undefined;
  const waive = () => {
    setTried(true);
    if (reason.trim() && until !== null && !dateRefusal)
      change(rows, { kind: "step", to: "waived", reason: reason.trim(), until });
  };
  return (
    <Dialog
      open
      onOpenChange={(open) => open || onClose()}
      title={rows.length === 1 ? `Waive ${rows[0]?.key}` : `Waive ${rows.length} actions`}
      description="A waived action doesn’t become late. It reopens when the waiver ends."
      actions={
        <>
          <Button kind="ghost" onClick={onClose}>
            Cancel
          </Button>
          <Button kind="primary" onClick={waive}>
            Waive
          </Button>
        </>
      }
    >
      <DateField
        label="Until"
        value={until}
        today={today}
        onChange={setUntil}
        error={isTried ? dateRefusal : undefined}
      />
      <Field
        label="Reason, and how the risk is limited until then"
        error={isTried && !reason.trim() ? "Enter a reason" : undefined}
      >
        <Textarea
          rows={3}
          maxLength={LENGTHS.actionItem.reason}
          value={reason}
          onChange={(event) => setReason(event.target.value)}
        />
      </Field>
    </Dialog>
  );
}
