"use client";

import { useState } from "react";
import { Field } from "#components/ui/fields/field.tsx";
import { FormDialog } from "#components/ui/fields/form-dialog.tsx";
import { Textarea } from "#components/ui/fields/textarea.tsx";
import textStyles from "#components/ui/roles/text.module.css";
import type { ActionItemRow } from "#lib/contract/action-item.ts";
import { LENGTHS } from "#lib/contract/lengths.ts";
import { EvidenceList } from "../evidence-list.tsx";
import { useActionItem } from "../use-action-item.ts";
import { useEditLayer } from "./edit-context.ts";
import { MethodField } from "./method-field.tsx";

/** Asks for the evidence of actions that are done. One that has evidence already needs no more. */
export function ImplementDialog({ rows, onClose }: { rows: readonly ActionItemRow[]; onClose: () => void }) {
  const { change } = useEditLayer();
  const [evidence, setEvidence] = useState("");
  const [method, setMethod] = useState("");
  const [isTried, setTried] = useState(false);
  const [row] = rows;
  const item = useActionItem(row?.key ?? "").data;
  const only = rows.length === 1 ? item : undefined;
  const known = only?.evidenceList ?? [];
  const isNeeded = known.length === 0;
  const isGiven = evidence.trim() !== "";
  const send = () => {
    setTried(true);
    if ((isNeeded || isGiven) && !(isGiven && method.trim())) return false;
    const added = isGiven ? { evidence: evidence.trim(), method: method.trim() } : {};
    change(rows, { kind: "step", to: "implemented", ...added });
    return true;
  };
  return (
    <FormDialog
      title={`Mark ${rows.length === 1 ? row?.key : `${rows.length} actions`} as implemented`}
      description={only ? <DoneWhen doneWhen={only.doneWhen} /> : undefined}
      widthPx={560}
      confirm="Submit for verification"
      onSend={send}
      onClose={onClose}
    >
      {known.length > 0 ? <EvidenceList evidence={known} /> : null}
      <Field
        label={isNeeded ? "Evidence" : "More evidence"}
        optional={!isNeeded}
        hint="A link to a test, drill, dashboard or merged change, or what you saw"
        error={isTried && isNeeded && !isGiven ? "Add a link or describe what you saw" : undefined}
      >
        <Textarea
          autoFocus
          rows={3}
          maxLength={LENGTHS.actionItem.evidence}
          value={evidence}
          onChange={({ target }) => setEvidence(target.value)}
        />
      </Field>
      {isNeeded || isGiven ? <MethodField value={method} isTried={isTried} onChange={setMethod} /> : null}
    </FormDialog>
  );
}

const DoneWhen = ({ doneWhen }: { doneWhen: string }) =>
  doneWhen ? (
    <span className={textStyles.keepsLines}>Done when: {doneWhen}</span>
  ) : (
    <>“Done when” isn’t set, so the evidence is all the verifier has.</>
  );
