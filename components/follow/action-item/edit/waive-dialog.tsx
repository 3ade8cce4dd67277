"use client";

import { useState } from "react";
import { useToday } from "#components/people/me/use-today.ts";
import { DateField } from "#components/ui/fields/date-field.tsx";
import { Field } from "#components/ui/fields/field.tsx";
import { FormDialog } from "#components/ui/fields/form-dialog.tsx";
import { Textarea } from "#components/ui/fields/textarea.tsx";
import type { LocalDate } from "#lib/base/time/local-date.ts";
import type { ActionItemRow } from "#lib/contract/action-item.ts";
import { LENGTHS } from "#lib/contract/lengths.ts";
import { type Refusal, transition } from "#lib/follow/action-item/transition.ts";
import { useActionItems } from "../use-action-item.ts";
import { useEditLayer } from "./edit-context.ts";

interface WaiveDialogProps {
  rows: readonly ActionItemRow[];
  onClose: () => void;
}

/** Requests that an action waits until a date, with the reason and what limits the risk until then. */
export function WaiveDialog({ rows, onClose }: WaiveDialogProps) {
  const { change } = useEditLayer();
  const mine = useToday();
  const today = latestDay(
    useActionItems(rows.map(({ key }) => key)).map(({ data }) => data?.teamDay),
    mine,
  );
  const [reason, setReason] = useState("");
  const [mitigation, setMitigation] = useState("");
  const [until, setUntil] = useState<string | null>(null);
  const [isTried, setTried] = useState(false);
  const details = { reason, mitigation, ...(until === null ? {} : { until }) };
  const refusal = refusalOf(rows, details, today);
  const error = (...rules: string[]) =>
    isTried && refusal && rules.includes(refusal.rule) ? refusal.message : undefined;
  const request = () => {
    setTried(true);
    if (refusal === null) change(rows, { kind: "step", to: "waived", ...details });
    return refusal === null;
  };
  return (
    <FormDialog
      title={`Request a waiver for ${rows.length === 1 ? rows[0]?.key : `${rows.length} actions`}`}
      description="A TPM, an admin or the manager of the team approves it. A waived action doesn't become late, and returns to its status when the waiver ends."
      widthPx={560}
      confirm="Request a waiver"
      onSend={request}
      onClose={onClose}
    >
      <DateField
        label="Until"
        value={until}
        today={today}
        onChange={setUntil}
        error={error("until_needed", "until_in_past")}
      />
      <Field label="Reason" error={error("reason_needed", "reason_too_short")}>
        <Textarea
          rows={3}
          maxLength={LENGTHS.actionItem.reason}
          value={reason}
          onChange={(event) => setReason(event.target.value)}
        />
      </Field>
      <Field
        label="Mitigation"
        hint="What limits the risk until then, and who does it"
        error={error("mitigation_needed")}
      >
        <Textarea
          rows={2}
          maxLength={LENGTHS.actionItem.reason}
          value={mitigation}
          onChange={(event) => setMitigation(event.target.value)}
        />
      </Field>
    </FormDialog>
  );
}

/** Returns the day from which a waiver counts: the latest one where the teams are. Until it is known, the reader's. */
export function latestDay(days: readonly (LocalDate | undefined)[], mine: LocalDate): LocalDate {
  const known = days.flatMap((day) => day ?? []).sort();
  return known.at(-1) ?? mine;
}

/** Checks what the rules would reject, before anything is sent. */
function refusalOf(
  [row]: readonly ActionItemRow[],
  details: { reason: string; mitigation: string; until?: string },
  today: string,
): Refusal | null {
  if (!row) return null;
  const state = {
    ...row,
    ownerId: null,
    implementedById: null,
    doneWhen: "",
    hasEvidence: false,
    isWaiverRequested: false,
  };
  const step = transition(state, "waived", { actorId: null, now: today, today, ...details });
  return step.ok ? null : step;
}
