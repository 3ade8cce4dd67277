"use client";

import { useState } from "react";
import { Field } from "#components/ui/fields/field.tsx";
import { FormDialog } from "#components/ui/fields/form-dialog.tsx";
import { Textarea } from "#components/ui/fields/textarea.tsx";
import textStyles from "#components/ui/roles/text.module.css";
import type { ActionItemRow } from "#lib/contract/action-item.ts";
import { LENGTHS } from "#lib/contract/lengths.ts";
import { fileFault } from "#lib/incidents/evidence/limits.ts";
import { EvidenceList } from "../evidence-list.tsx";
import { PointField } from "../point-field.tsx";
import { useActionItem } from "../use-action-item.ts";
import { useEditLayer } from "./edit-context.ts";
import { FileField } from "./file-field.tsx";
import { MethodField } from "./method-field.tsx";

/** Asks for the evidence of actions that are done. One that has evidence already needs no more. */
export function ImplementDialog({ rows, onClose }: { rows: readonly ActionItemRow[]; onClose: () => void }) {
  const { change, sent } = useEditLayer();
  const [evidence, setEvidence] = useState("");
  const [file, setFile] = useState<File | null>(null);
  const [point, setPoint] = useState("");
  const [method, setMethod] = useState("");
  const [isTried, setTried] = useState(false);
  const [row] = rows;
  const item = useActionItem(row?.key ?? "").data;
  const only = rows.length === 1 ? item : undefined;
  const known = only?.evidenceList ?? [];
  const isNeeded = known.length === 0;
  const isGiven = evidence.trim() !== "" || file !== null;
  const points = only?.points ?? [];
  const place = points.indexOf(point) + 1;
  const send = () => {
    setTried(true);
    if ((isNeeded || isGiven) && !(isGiven && method.trim())) return false;
    if (file && fileFault(file.size)) return false;
    const added = {
      ...(evidence.trim() ? { evidence: evidence.trim() } : {}),
      ...(file ? { file } : {}),
      ...(place ? { point: place } : {}),
      method: method.trim(),
    };
    change(rows, { kind: "step", to: "implemented", ...(isGiven ? added : {}) });
    return true;
  };
  return (
    <FormDialog
      title={`Mark ${rows.length === 1 ? row?.key : `${rows.length} actions`} as implemented`}
      description={only ? <DoneWhen doneWhen={only.doneWhen} /> : undefined}
      widthPx={560}
      confirm="Submit for verification"
      isBusy={sent !== null}
      busyLabel="Sending the file"
      hasInput={file !== null}
      onSend={send}
      onClose={onClose}
    >
      {known.length > 0 ? <EvidenceList evidence={known} /> : null}
      <Field
        label={isNeeded ? "Evidence" : "More evidence"}
        optional={!isNeeded}
        hint="A link to a test, drill, dashboard or merged change, or what you saw"
        error={isTried && isNeeded && !isGiven ? "Add a link, describe what you saw or choose a file" : undefined}
      >
        <Textarea
          autoFocus
          rows={3}
          maxLength={LENGTHS.actionItem.evidence}
          value={evidence}
          onChange={({ target }) => setEvidence(target.value)}
        />
      </Field>
      <FileField file={file} optional onChange={setFile} />
      {isGiven ? <PointField points={points} value={point} onChange={setPoint} /> : null}
      {isNeeded || isGiven ? <MethodField value={method} isTried={isTried} onChange={setMethod} /> : null}
    </FormDialog>
  );
}

const DoneWhen = ({ doneWhen }: { doneWhen: string }) =>
  doneWhen ? (
    <span className={textStyles.keepsLines}>Done when: {doneWhen}</span>
  ) : (
    <>“Done when” isn't set, so the evidence is all the verifier has.</>
  );
