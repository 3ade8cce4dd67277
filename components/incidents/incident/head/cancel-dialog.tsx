"use client";

import { useState } from "react";
import { api } from "#components/base/api/client.ts";
import { Button } from "#components/ui/button.tsx";
import { Dialog } from "#components/ui/dialog.tsx";
import { Field } from "#components/ui/field.tsx";
import { Textarea } from "#components/ui/textarea.tsx";
import type { Incident } from "#lib/contract/incident.ts";
import { useWriteIncident } from "../use-write-incident.ts";

type CancelDialogProps = { incident: Incident; onClose: () => void };

/** Cancels an incident that was made by mistake; the reason stays with it. */
export function CancelDialog({ incident, onClose }: CancelDialogProps) {
  const { key } = incident;
  const write = useWriteIncident(key);
  const [reason, setReason] = useState("");
  const [tried, setTried] = useState(false);
  const isMissing = reason.trim() === "";
  const cancel = () => {
    setTried(true);
    if (isMissing) return;
    onClose();
    void write.act(
      (version) => api.incident.cancel({ key, version, reason: reason.trim() }),
      `${key} is cancelled. Its actions stay`,
      (version) => api.incident.restore({ key, version }),
    );
  };
  return (
    <Dialog
      open
      onOpenChange={(open) => open || onClose()}
      title={`Cancel ${key}?`}
      description="It was not an incident, or stands twice. It leaves every number and stays readable; its actions stay as they are. It can be restored."
      actions={
        <>
          <Button kind="ghost" onClick={onClose}>
            Keep it
          </Button>
          <Button kind="primary" onClick={cancel}>
            Cancel the incident
          </Button>
        </>
      }
    >
      <Field label="Why" error={tried && isMissing ? "Say why, for those who look for it" : undefined}>
        <Textarea
          rows={2}
          maxLength={500}
          placeholder="The same as INC-12; a test alert"
          value={reason}
          onChange={(event) => setReason(event.target.value)}
        />
      </Field>
    </Dialog>
  );
}
