"use client";

import { useState } from "react";
import { api } from "#components/base/api/client.ts";
import { Options } from "#components/ui/choices/option.tsx";
import { Field } from "#components/ui/fields/field.tsx";
import { FormDialog } from "#components/ui/fields/form-dialog.tsx";
import { Textarea } from "#components/ui/fields/textarea.tsx";
import { toastDone } from "#components/ui/overlays/toast.tsx";
import { CHANGE_HEALTH_WORDS, CHANGE_HEALTHS, type ChangeHealth } from "#lib/base/vocabulary/strategic-change.ts";
import { LENGTHS } from "#lib/contract/lengths.ts";
import type { StrategicChange } from "#lib/contract/strategic-change.ts";
import { isBetterThan } from "#lib/follow/strategic-change/milestone.ts";
import { HEALTH_CHOICES } from "../options.tsx";
import { useChangeStrategic } from "../use-change.ts";

const BLANK = { because: "", body: "", plans: "", problems: "", help: "" };

/** Health in one choice, and what there is to say about it. Off track once, or at risk twice in a row, notifies the sponsor. */
export function HealthDialog({ change, onClose }: { change: StrategicChange; onClose: () => void }) {
  const { send, isBusy } = useChangeStrategic();
  const [health, setHealth] = useState<ChangeHealth>(change.health ?? "on_track");
  const [lines, setLines] = useState(BLANK);
  const [isTried, setTried] = useState(false);
  const { key, version, worstMilestone } = change;
  const isBetter = isBetterThan(health, worstMilestone);
  const submit = () => {
    setTried(true);
    const { because, ...told } = trimmed(lines);
    if (!told.body || (isBetter && !because)) return false;
    const reported = { key, health, ...told, ...(isBetter ? { because } : {}) };
    send(
      key,
      version,
      (latest) => api.strategicChange.reportHealth({ ...reported, version: latest }),
      () => {
        onClose();
        toastDone(`Health update added to ${key}`);
      },
    );
    return true;
  };
  const line = (name: keyof typeof BLANK, label: string, rest: { hint?: string; missing?: string; rows?: number }) => (
    <Field
      label={label}
      hint={rest.hint}
      optional={rest.missing === undefined}
      error={isTried && !lines[name].trim() ? rest.missing : undefined}
    >
      <Textarea
        rows={rest.rows ?? 2}
        reading
        maxLength={name === "because" ? LENGTHS.strategicChange.reason : LENGTHS.strategicChange.healthUpdate}
        value={lines[name]}
        onChange={(event) => setLines((now) => ({ ...now, [name]: event.target.value }))}
      />
    </Field>
  );
  return (
    <FormDialog
      title="Add health update"
      description={change.title}
      widthPx={560}
      confirm="Add health update"
      isBusy={isBusy}
      busyLabel="Adding"
      onSend={submit}
      onClose={onClose}
    >
      <Options
        label="Health"
        value={health}
        options={HEALTH_CHOICES}
        columns={3}
        onChange={(value) => setHealth(CHANGE_HEALTHS.find((one) => one === value) ?? health)}
      />
      {isBetter && worstMilestone
        ? line("because", "Reason", {
            hint: `A blocking milestone is ${CHANGE_HEALTH_WORDS[worstMilestone].toLowerCase()}. The reason is shown with the health.`,
            missing: "Explain why the change is better than its milestone",
          })
        : null}
      {line("body", "Progress", { missing: "Describe the progress", rows: 3 })}
      {line("plans", "Plans", { hint: "Next steps" })}
      {line("problems", "Problems", { hint: "What is in the way" })}
      {line("help", "Help needed", { hint: "What you need, and from whom" })}
    </FormDialog>
  );
}

const trimmed = (lines: typeof BLANK) =>
  Object.fromEntries(Object.entries(lines).map(([name, text]) => [name, text.trim()])) as typeof BLANK;
