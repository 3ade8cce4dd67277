"use client";

import { type FormEvent, useId, useState } from "react";
import { api } from "#components/base/api/client.ts";
import { Button } from "#components/ui/button.tsx";
import { Options } from "#components/ui/choices/option.tsx";
import { Field } from "#components/ui/fields/field.tsx";
import { Textarea } from "#components/ui/fields/textarea.tsx";
import { submitOnModEnter } from "#components/ui/keys/submit-on-mod-enter.ts";
import { Dialog } from "#components/ui/overlays/dialog.tsx";
import { toastDone } from "#components/ui/overlays/toast.tsx";
import { CHANGE_HEALTHS, type ChangeHealth } from "#lib/base/vocabulary/strategic-change.ts";
import { LENGTHS } from "#lib/contract/lengths.ts";
import type { StrategicChange } from "#lib/contract/strategic-change.ts";
import { HEALTH_CHOICES } from "../options.tsx";
import { useChangeStrategic } from "../use-change.ts";

/** Health in one choice and a few sentences. The sponsor is notified when help is needed. */
export function HealthDialog({ change, onClose }: { change: StrategicChange; onClose: () => void }) {
  const formId = useId();
  const { send, isBusy } = useChangeStrategic();
  const [health, setHealth] = useState<ChangeHealth>(change.health ?? "on_track");
  const [body, setBody] = useState("");
  const [isTried, setTried] = useState(false);
  const { key, version } = change;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (!body.trim()) return;
    const done = () => {
      onClose();
      toastDone(`Health update added to ${key}`);
    };
    send(key, () => api.strategicChange.reportHealth({ key, version, health, body: body.trim() }), done);
  };
  return (
    <Dialog
      open
      onOpenChange={(open) => open || onClose()}
      title="Add health update"
      description={change.title}
      widthPx={560}
      actions={
        <>
          <Button kind="ghost" onClick={onClose}>
            Cancel
          </Button>
          <Button kind="primary" type="submit" form={formId} busy={isBusy} busyLabel="Adding">
            Add health update
          </Button>
        </>
      }
    >
      <form id={formId} className="stack" onSubmit={submit} onKeyDown={submitOnModEnter}>
        <Options
          label="Health"
          value={health}
          options={HEALTH_CHOICES}
          columns={3}
          onChange={(value) => setHealth(CHANGE_HEALTHS.find((one) => one === value) ?? health)}
        />
        <Field
          label="Update"
          hint="Progress, next steps, obstacles and who could help"
          error={isTried && !body.trim() ? "Describe the progress in a few sentences" : undefined}
        >
          <Textarea
            rows={4}
            reading
            maxLength={LENGTHS.strategicChange.healthUpdate}
            value={body}
            onChange={(event) => setBody(event.target.value)}
          />
        </Field>
      </form>
    </Dialog>
  );
}
