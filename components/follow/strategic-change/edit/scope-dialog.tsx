"use client";

import { useState } from "react";
import { api } from "#components/base/api/client.ts";
import { useToday } from "#components/people/me/use-today.ts";
import { Select } from "#components/ui/choices/select.tsx";
import { DateField } from "#components/ui/fields/date-field.tsx";
import { Field } from "#components/ui/fields/field.tsx";
import { FormDialog } from "#components/ui/fields/form-dialog.tsx";
import { Textarea } from "#components/ui/fields/textarea.tsx";
import { toastDone } from "#components/ui/overlays/toast.tsx";
import { DECISION_KIND_WORDS, SCOPE_DECISIONS, type ScopeDecision } from "#lib/base/vocabulary/strategic-change.ts";
import { LENGTHS } from "#lib/contract/lengths.ts";
import type { StrategicChange } from "#lib/contract/strategic-change.ts";
import { PersonField } from "../person-field.tsx";
import { undoNewest } from "../undo-newest.ts";
import { useChangeStrategic } from "../use-change.ts";
import { useRefusedFields } from "./use-refused-fields.ts";

interface ScopeDialogProps {
  change: StrategicChange;
  first: ScopeDecision;
  onClose: () => void;
}

/** Asks what a change leaves out or how it's narrowed, who accepts that, and until when. */
export function ScopeDialog({ change, first, onClose }: ScopeDialogProps) {
  const { send, isBusy } = useChangeStrategic();
  const today = useToday();
  const [kind, setKind] = useState<ScopeDecision>(first);
  const [reason, setReason] = useState("");
  const [riskById, setRiskBy] = useState("");
  const [until, setUntil] = useState<string | null>(null);
  const [isTried, setTried] = useState(false);
  const { refused, place, clear } = useRefusedFields(["reason", "riskById", "until"]);
  const missing = {
    reason: reason.trim() ? undefined : "Enter what is left out, and why",
    risk: riskById ? undefined : "Choose a person",
    until: until === null || until > today ? undefined : "Enter a day after today",
  };
  const shown = (error: string | undefined) => (isTried ? error : undefined);
  const { key } = change;
  const submit = () => {
    setTried(true);
    clear();
    if (missing.reason || missing.risk || missing.until) return false;
    const given = { key, kind, reason: reason.trim(), riskById, ...(until ? { until } : {}) };
    send(
      key,
      change.version,
      (version) => api.strategicChange.decideScope({ ...given, version }),
      (saved) => {
        onClose();
        toastDone(`${key}: ${DECISION_KIND_WORDS[kind].toLowerCase()}`, {
          undo: () => send(key, saved.version, undoNewest(key, kind)),
        });
      },
      place,
    );
    return true;
  };
  return (
    <FormDialog
      title="Decision without a new status"
      confirm="Add decision"
      isBusy={isBusy}
      onSend={submit}
      onClose={onClose}
    >
      <Field label="Decision">
        <Select
          value={kind}
          options={SCOPE_DECISIONS.map((value) => ({ value, label: DECISION_KIND_WORDS[value] }))}
          onChange={({ target }) => setKind(SCOPE_DECISIONS.find((one) => one === target.value) ?? kind)}
        />
      </Field>
      <Field label="Reason" hint="What is left out, and why" error={shown(missing.reason) ?? refused.reason}>
        <Textarea
          autoFocus
          rows={3}
          maxLength={LENGTHS.strategicChange.reason}
          value={reason}
          onChange={(event) => setReason(event.target.value)}
        />
      </Field>
      <PersonField
        label="Who accepts it"
        value={riskById}
        onChange={setRiskBy}
        error={shown(missing.risk) ?? refused.riskById}
      />
      <DateField
        label="Accepted until"
        optional
        value={until}
        today={today}
        error={shown(missing.until) ?? refused.until}
        onChange={setUntil}
      />
    </FormDialog>
  );
}
