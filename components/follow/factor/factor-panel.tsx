"use client";

import { type FormEvent, type KeyboardEvent, useState } from "react";
import { ClashNote } from "#components/base/api/clash-note.tsx";
import { useEditedFields } from "#components/base/api/use-edited-fields.ts";
import { Button } from "#components/ui/button.tsx";
import { Field } from "#components/ui/fields/field.tsx";
import { Textarea } from "#components/ui/fields/textarea.tsx";
import { submitOnModEnter } from "#components/ui/keys/submit-on-mod-enter.ts";
import { Peek } from "#components/ui/overlays/peek.tsx";
import { toastDone } from "#components/ui/overlays/toast.tsx";
import layoutStyles from "#components/ui/roles/layout.module.css";
import { onOneLine } from "#lib/base/text/one-line.ts";
import type { SimilarFactor } from "#lib/contract/canonical-factor.ts";
import type { Factor } from "#lib/contract/factor.ts";
import { LENGTHS } from "#lib/contract/lengths.ts";
import { ConditionField } from "./condition-field.tsx";
import { EvidenceFields, type FactorFields, fieldsOf, KindFields } from "./factor-fields.tsx";
import styles from "./factor-panel.module.css";
import { StatementField } from "./statement-field.tsx";
import { useFactors, useLinkTo } from "./use-factors.ts";

interface FactorPanelProps {
  reviewKey: string;
  incidentKey: string;
  /** Null: a new factor. */
  factor: Factor | null;
  statement?: string | undefined;
  onClose: () => void;
}

const LABELS: Readonly<Record<keyof FactorFields, string>> = {
  statement: "statement",
  detail: "details",
  role: "role",
  domains: "domains",
  explains: "parts that it explains",
  actedBy: "actor",
  status: "status",
  pro: "evidence for",
  contra: "evidence against",
  acceptedReason: "reason why nothing will be done",
};

const evidenceOf = ({ pro, contra }: Pick<FactorFields, "pro" | "contra">) => [
  ...pro.map((eventId) => ({ eventId, stance: "for" as const })),
  ...contra.filter((id) => !pro.includes(id)).map((eventId) => ({ eventId, stance: "against" as const })),
];

/** Only what the person changed. Evidence is one list, of both stances. */
function asked({ pro, contra, acceptedReason, ...changed }: Partial<FactorFields>, fields: FactorFields) {
  return {
    ...changed,
    ...(pro || contra ? { evidence: evidenceOf(fields) } : {}),
    ...(acceptedReason === undefined ? {} : { acceptedReason: acceptedReason.trim() || null }),
  };
}

/** A contributing factor as a form: statement, role, domains, status, evidence, and why it stays if nothing addresses it. */
export function FactorPanel({ reviewKey, incidentKey, factor, statement = "", onClose }: FactorPanelProps) {
  const { create, update } = useFactors(reviewKey);
  const [wasThere] = useState(factor !== null);
  const { fields, set, changed, version, clashes, takeTheirs } = useEditedFields(factor, (row) => ({
    ...fieldsOf(row),
    statement: row?.statement ?? onOneLine(statement),
  }));
  const [missing, setMissing] = useState(false);
  const [choice, setChoice] = useState<SimilarFactor | null>(null);
  const linkTo = useLinkTo();
  const readOnly = factor !== null && !factor.abilities.edit;

  const save = (event: FormEvent) => {
    event.preventDefault();
    if (!fields.statement.trim()) return setMissing(true);
    const onSuccess = (saved: Factor) => {
      onClose();
      if (choice) linkTo(choice, saved);
    };
    if (factor && Object.keys(changed).length === 0) onSuccess(factor);
    else if (factor && version !== null)
      update.mutate({ id: factor.id, version, ...asked(changed, fields) }, { onSuccess });
    else {
      const { pro, contra, acceptedReason: _none, ...given } = fields;
      create.mutate({ key: reviewKey, ...given, evidence: evidenceOf({ pro, contra }) }, { onSuccess });
    }
  };
  const press = (event: KeyboardEvent<HTMLFormElement>) => {
    submitOnModEnter(event);
    if (event.key === "Escape" && !event.defaultPrevented) onClose();
  };
  const remove = () => {
    if (!factor) return;
    update.mutate({ id: factor.id, version: factor.version, removed: true }, { onSuccess: () => onClose() });
    toastDone("Factor removed", {
      undo: () => update.mutate({ id: factor.id, version: factor.version + 1, removed: false }),
    });
  };

  return (
    <Peek
      className={styles.panel}
      label={factor ? `Factor ${factor.number}` : "New factor"}
      id={factor ? `Factor ${factor.number}` : "New factor"}
      onClose={onClose}
    >
      <form className={layoutStyles.stack} onSubmit={save} onKeyDown={press}>
        <StatementField
          reviewKey={reviewKey}
          value={fields.statement}
          onChange={(text) => set({ statement: text })}
          error={missing ? "Describe the condition in one sentence" : undefined}
          disabled={readOnly}
          isLinked={Boolean(factor?.condition)}
          choice={choice}
          onChoose={setChoice}
        />
        {factor && !choice ? <ConditionField factor={factor} /> : null}
        <KindFields fields={fields} set={set} readOnly={readOnly} />
        <EvidenceFields incidentKey={incidentKey} fields={fields} set={set} readOnly={readOnly} />
        <Field label="Details" optional>
          <Textarea
            reading
            rows={5}
            value={fields.detail}
            maxLength={LENGTHS.factor.detail}
            disabled={readOnly}
            onChange={(event) => set({ detail: event.target.value })}
          />
        </Field>
        {factor ? (
          <Field label="Why nothing will be done" optional hint="If no action addresses it, explain why">
            <Textarea
              rows={2}
              value={fields.acceptedReason}
              maxLength={LENGTHS.factor.acceptedReason}
              disabled={readOnly}
              onChange={(event) => set({ acceptedReason: event.target.value })}
            />
          </Field>
        ) : null}
        <ClashNote
          clashes={clashes}
          labels={LABELS}
          isRemoved={wasThere && factor === null}
          onTakeTheirs={takeTheirs}
        />
        {readOnly ? null : (
          <div className={layoutStyles.row}>
            <Button kind="primary" type="submit" busy={create.isPending || update.isPending} busyLabel="Saving">
              {factor ? "Save factor" : "Add factor"}
            </Button>
            {factor ? (
              <Button kind="ghost" onClick={remove}>
                Remove
              </Button>
            ) : null}
          </div>
        )}
      </form>
    </Peek>
  );
}
