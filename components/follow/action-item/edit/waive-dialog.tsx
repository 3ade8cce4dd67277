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
import { waiverFaults } from "#lib/follow/action-item/transition.ts";
import { useActionItems } from "../use-action-item.ts";
import { useEditLayer } from "./edit-context.ts";

interface WaiveDialogProps {
  rows: readonly ActionItemRow[];
  onClose: () => void;
}

/**
 * Requests that an action waits until a date, with the reason and what limits the risk until then. For an action that is
 * waived, a later date. The risk is limited as it is now unless someone writes something else.
 */
export function WaiveDialog({ rows, onClose }: WaiveDialogProps) {
  const { change } = useEditLayer();
  const mine = useToday();
  const items = useActionItems(rows.map(({ key }) => key)).map(({ data }) => data);
  const today = latestDay(
    items.map((item) => item?.teamDay),
    mine,
  );
  const words = rows[0]?.status === "waived" ? LONGER : FIRST;
  const [reason, setReason] = useState("");
  const [written, setMitigation] = useState<string | null>(null);
  const mitigation = written ?? (words === LONGER ? items[0]?.waiver?.mitigation : null) ?? "";
  const [until, setUntil] = useState<string | null>(null);
  const [isTried, setTried] = useState(false);
  const details = { reason, mitigation, ...(until === null ? {} : { until }) };
  const faults = rows[0] && waiverFaults(rows[0], details, today);
  const errorOf = (field: keyof typeof details) => (isTried ? faults?.[field]?.message : undefined);
  const request = () => {
    setTried(true);
    if (faults && Object.values(faults).some(Boolean)) return false;
    change(rows, { kind: "step", to: "waived", ...details });
    return true;
  };
  return (
    <FormDialog
      title={`${words.title} for ${rows.length === 1 ? rows[0]?.key : `${rows.length} actions`}`}
      description={words.description}
      widthPx={560}
      confirm={words.confirm}
      onSend={request}
      onClose={onClose}
    >
      <DateField label="Until" value={until} today={today} onChange={setUntil} error={errorOf("until")} />
      <Field label="Reason" error={errorOf("reason")}>
        <Textarea
          rows={3}
          maxLength={LENGTHS.actionItem.reason}
          value={reason}
          onChange={(event) => setReason(event.target.value)}
        />
      </Field>
      <Field label="Mitigation" hint="What limits the risk until then, and who does it" error={errorOf("mitigation")}>
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

const FIRST = {
  ...{ title: "Request a waiver", confirm: "Request a waiver" },
  description:
    "A TPM, an admin or the manager of the team approves it. A waived action doesn't become late, and returns to its status when the waiver ends.",
};
const LONGER = {
  ...{ title: "Ask for a longer waiver", confirm: "Ask for longer" },
  description:
    "A TPM, an admin or the manager of the team approves it. Until then, the present waiver doesn't change. If it ends first, the request is withdrawn.",
};

/** Returns the day from which a waiver counts: the latest one where the teams are. Until it is known, the reader's. */
export function latestDay(days: readonly (LocalDate | undefined)[], mine: LocalDate): LocalDate {
  const known = days.flatMap((day) => day ?? []).sort();
  return known.at(-1) ?? mine;
}
