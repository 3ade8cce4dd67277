"use client";

import { useState } from "react";
import { Button } from "#components/ui/button.tsx";
import { Dialog } from "#components/ui/dialog.tsx";
import { Field } from "#components/ui/field.tsx";
import { Textarea } from "#components/ui/textarea.tsx";

interface ReasonDialogProps {
  title: string;
  description?: string | undefined;
  confirm: string;
  dismiss: string;
  busy: boolean;
  onConfirm: (reason: string) => void;
  onClose: () => void;
}

/** Asks why, before a step that the history explains later. */
export function ReasonDialog({ title, description, confirm, dismiss, busy, onConfirm, onClose }: ReasonDialogProps) {
  const [reason, setReason] = useState("");
  const [missing, setMissing] = useState(false);
  const submit = () => (reason.trim() ? onConfirm(reason.trim()) : setMissing(true));
  return (
    <Dialog
      open
      onOpenChange={(open) => open || onClose()}
      title={title}
      description={description}
      actions={
        <>
          <Button kind="ghost" onClick={onClose}>
            {dismiss}
          </Button>
          <Button kind="primary" busy={busy} busyLabel="Saving" onClick={submit}>
            {confirm}
          </Button>
        </>
      }
    >
      <Field label="Reason" error={missing ? "Enter a reason" : undefined}>
        <Textarea rows={3} autoFocus value={reason} onChange={(event) => setReason(event.target.value)} />
      </Field>
    </Dialog>
  );
}
