"use client";

import { useState } from "react";
import { api } from "#components/base/api/client.ts";
import { useToday } from "#components/people/me/use-today.ts";
import { DateField } from "#components/ui/fields/date-field.tsx";
import { Field } from "#components/ui/fields/field.tsx";
import { FormDialog } from "#components/ui/fields/form-dialog.tsx";
import { Input } from "#components/ui/fields/input.tsx";
import { toastDone } from "#components/ui/overlays/toast.tsx";
import { addDays, wordsOfDate } from "#lib/base/time/local-date.ts";
import { LENGTHS } from "#lib/contract/lengths.ts";
import type { StrategicChange } from "#lib/contract/strategic-change.ts";
import { undoNewest } from "../undo-newest.ts";
import { useChangeStrategic } from "../use-change.ts";
import { useRefusedFields } from "./use-refused-fields.ts";

/** Suggested for the next question. */
const LATER_DAYS = 90;

/** Asks for the day on which the owner is asked for the effect again. */
export function EffectLaterDialog({ change, onClose }: { change: StrategicChange; onClose: () => void }) {
  const { send, isBusy } = useChangeStrategic();
  const today = useToday();
  const [until, setUntil] = useState<string | null>(addDays(today, LATER_DAYS));
  const [reason, setReason] = useState("");
  const [isTried, setTried] = useState(false);
  const { refused, place, clear } = useRefusedFields(["until", "reason"]);
  const { key } = change;
  const missing = until !== null && until > today ? undefined : "Enter a day after today";
  const submit = () => {
    setTried(true);
    clear();
    if (missing || until === null) return false;
    const said = reason.trim() ? { reason: reason.trim() } : {};
    send(
      key,
      change.version,
      (version) => api.strategicChange.postponeEffect({ key, version, until, ...said }),
      (saved) => {
        onClose();
        const undo = () => send(key, saved.version, undoNewest(key, "effect_later"));
        toastDone(`${key}: effect asked for again on ${wordsOfDate(until, today)}`, { undo });
      },
      place,
    );
    return true;
  };
  return (
    <FormDialog title="Too early to say" confirm="Ask again" isBusy={isBusy} onSend={submit} onClose={onClose}>
      <DateField
        label="Ask again on"
        value={until}
        today={today}
        error={(isTried ? missing : undefined) ?? refused.until}
        onChange={setUntil}
      />
      <Field label="Reason" optional error={refused.reason}>
        <Input
          maxLength={LENGTHS.strategicChange.reason}
          value={reason}
          onChange={({ target }) => setReason(target.value)}
        />
      </Field>
    </FormDialog>
  );
}
