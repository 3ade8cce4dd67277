"use client";

import { useState } from "react";
import { Button } from "#components/ui/button.tsx";
import { Field } from "#components/ui/fields/field.tsx";
import { Textarea } from "#components/ui/fields/textarea.tsx";
import { Dialog } from "#components/ui/overlays/dialog.tsx";
import type { ActionItemRow } from "#lib/contract/action-item.ts";
import { LENGTHS } from "#lib/contract/lengths.ts";
import { LinkedText } from "../linked-text.tsx";
import { useActionItem } from "../use-action-item.ts";
import { useEditLayer } from "./edit-context.ts";
import styles from "./verify-dialog.module.css";

interface VerifyDialogProps {
  rows: readonly ActionItemRow[];
  onClose: () => void;
}

/** Shows what was promised and its evidence. Verified is the only "done". */
export function VerifyDialog({ rows, onClose }: VerifyDialogProps) {
  const { change } = useEditLayer();
  const [note, setNote] = useState("");
  const verify = () => change(rows, { kind: "step", to: "verified", ...(note.trim() ? { reason: note.trim() } : {}) });
  return (
    <Dialog
      open
      onOpenChange={(open) => open || onClose()}
      title={rows.length === 1 ? `Verify ${rows[0]?.key}?` : `Verify ${rows.length} actions?`}
      description="Confirm that you checked the end state. Your name is recorded."
      widthPx={560}
      actions={
        <>
          <Button kind="ghost" onClick={onClose}>
            Cancel
          </Button>
          <Button kind="primary" onClick={verify}>
            Verify
          </Button>
        </>
      }
    >
      {rows.map((row) => (
        <Promised key={row.key} row={row} />
      ))}
      <Field label="How you checked it" optional>
        <Textarea
          rows={2}
          maxLength={LENGTHS.actionItem.reason}
          value={note}
          onChange={(event) => setNote(event.target.value)}
        />
      </Field>
    </Dialog>
  );
}

function Promised({ row }: { row: ActionItemRow }) {
  const item = useActionItem(row.key).data;
  return (
    <div className="stack tighter">
      <b className="medium">{row.title}</b>
      <dl className={styles.promised}>
        <dt>Done when</dt>
        <dd>{item?.doneWhen || <span className="muted">Not set</span>}</dd>
        <dt>Evidence</dt>
        <dd>{item ? <LinkedText text={item.evidence ?? ""} /> : <span className="muted">Loading</span>}</dd>
        <dt>By</dt>
        <dd>{item?.implementedBy?.name ?? <span className="muted">Unknown</span>}</dd>
      </dl>
    </div>
  );
}
