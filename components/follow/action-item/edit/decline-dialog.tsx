"use client";

import { useState } from "react";
import { useToday } from "#components/people/me/use-today.ts";
import { Options } from "#components/ui/choices/option.tsx";
import { Field } from "#components/ui/fields/field.tsx";
import { FormDialog } from "#components/ui/fields/form-dialog.tsx";
import { Input } from "#components/ui/fields/input.tsx";
import { Textarea } from "#components/ui/fields/textarea.tsx";
import { DECLINE_KIND_WORDS, DECLINE_KINDS, type DeclineKind } from "#lib/base/vocabulary/action-item.ts";
import type { ActionItemRow } from "#lib/contract/action-item.ts";
import { LENGTHS } from "#lib/contract/lengths.ts";
import { transition } from "#lib/follow/action-item/transition.ts";
import { useEditLayer } from "./edit-context.ts";

interface DeclineDialogProps {
  rows: readonly ActionItemRow[];
  onClose: () => void;
}

const CONSEQUENCES: Record<DeclineKind, string> = {
  wont_do: "Enter the reason and the remaining risk",
  duplicate: "The other action continues",
  superseded: "Another action replaces it",
  moved_to_change: "It needs more than a short action",
};

const FIELD_RULES = ["reason_needed", "link_needed"];

/** Declines with the reason and, if something replaces it, a link. */
export function DeclineDialog({ rows, onClose }: DeclineDialogProps) {
  const { change } = useEditLayer();
  const today = useToday();
  const [declineKind, setKind] = useState<DeclineKind>("wont_do");
  const [reason, setReason] = useState("");
  const [link, setLink] = useState("");
  const [isTried, setTried] = useState(false);
  const needsLink = declineKind !== "wont_do";
  const details = { reason, declineKind, ...(needsLink ? { link: link.trim().toUpperCase() } : {}) };
  const refusal = refusalOf(rows, details, today);
  const decline = () => {
    setTried(true);
    // The server explains what no field can fix, such as a newer status.
    const isWrong = refusal !== null && FIELD_RULES.includes(refusal.rule);
    if (!isWrong) change(rows, { kind: "step", to: "declined", ...details, reason: reason.trim() });
    return !isWrong;
  };
  const error = (rule: string) => (isTried && refusal?.rule === rule ? refusal.message : undefined);
  return (
    <FormDialog
      title={rows.length === 1 ? `Decline ${rows[0]?.key}` : `Decline ${rows.length} actions`}
      description="A declined action stays in the record with its reason."
      widthPx={560}
      confirm="Decline"
      onSend={decline}
      onClose={onClose}
    >
      <Options
        label="Kind of reason"
        value={declineKind}
        columns={2}
        options={DECLINE_KINDS.map((kind) => ({
          value: kind,
          label: DECLINE_KIND_WORDS[kind],
          consequence: CONSEQUENCES[kind],
        }))}
        onChange={(value) => setKind(DECLINE_KINDS.find((kind) => kind === value) ?? "wont_do")}
      />
      {needsLink ? (
        <Field
          label={declineKind === "moved_to_change" ? "Strategic change" : "Replacement action"}
          error={error("link_needed")}
        >
          <Input
            placeholder={declineKind === "moved_to_change" ? "SC-4" : "ACT-12"}
            value={link}
            maxLength={LENGTHS.actionItem.link}
            onChange={(event) => setLink(event.target.value)}
          />
        </Field>
      ) : null}
      <Field label="Reason and remaining risk" error={error("reason_needed")}>
        <Textarea
          rows={3}
          maxLength={LENGTHS.actionItem.reason}
          value={reason}
          onChange={(event) => setReason(event.target.value)}
        />
      </Field>
    </FormDialog>
  );
}

/** Checks what the rules would reject, before anything is sent. */
function refusalOf(
  rows: readonly ActionItemRow[],
  details: { reason: string; declineKind: DeclineKind; link?: string },
  today: string,
) {
  const [row] = rows;
  if (!row) return null;
  const state = {
    ...row,
    ownerId: row.owner?.id ?? null,
    implementedById: null,
    hasEvidence: false,
    doneWhen: "",
    isWaiverRequested: false,
  };
  const step = transition(state, "declined", { actorId: null, now: new Date().toISOString(), today, ...details });
  return step.ok ? null : step;
}
