"use client";

import { WordsDialog } from "#components/ui/fields/words-dialog.tsx";
import type { ActionItemRow } from "#lib/contract/action-item.ts";
import { LENGTHS } from "#lib/contract/lengths.ts";
import { AddEvidenceDialog } from "./add-evidence-dialog.tsx";
import { BlockDialog } from "./block-dialog.tsx";
import { DeclineDialog } from "./decline-dialog.tsx";
import { useEditLayer } from "./edit-context.ts";
import { ImplementDialog } from "./implement-dialog.tsx";
import type { StepOption } from "./steps.ts";
import { VerifyDialog } from "./verify-dialog.tsx";
import { WaiveDialog } from "./waive-dialog.tsx";

interface StepDialogProps {
  step: StepOption | "block" | "refuse_waiver" | "add_evidence" | "add_effect_evidence";
  rows: readonly ActionItemRow[];
  onClose: () => void;
}

/** "ACT-12" or "3 actions". */
export const nameOf = (rows: readonly ActionItemRow[]) =>
  rows.length === 1 ? (rows[0]?.key ?? "") : `${rows.length} actions`;

/** Asks for what a step needs before it is sent. */
export function StepDialog({ step, rows, onClose }: StepDialogProps) {
  const { change } = useEditLayer();
  const what = nameOf(rows);
  if (step === "block") return <BlockDialog rows={rows} onClose={onClose} />;
  if (step === "add_evidence" || step === "add_effect_evidence")
    return rows[0] ? (
      <AddEvidenceDialog row={rows[0]} ofEffect={step === "add_effect_evidence"} onClose={onClose} />
    ) : null;
  if (step === "refuse_waiver") {
    const verb = `Reject the ${rows[0]?.status === "waived" ? "longer " : ""}waiver`;
    return (
      <WordsDialog
        title={`${verb} for ${what}`}
        label="Reason"
        maxLength={LENGTHS.actionItem.reason}
        hint="Why it can't wait. The owner reads it."
        missing="Enter a reason"
        confirm={verb}
        onConfirm={(reason) => change(rows, { kind: "waiver_answer", answer: "refused", reason })}
        onClose={onClose}
      />
    );
  }
  const { to, asks, verb } = step;
  if (asks === "check") return <VerifyDialog rows={rows} onClose={onClose} />;
  if (asks === "decline") return <DeclineDialog rows={rows} onClose={onClose} />;
  if (asks === "waive") return <WaiveDialog rows={rows} onClose={onClose} />;
  if (asks === "evidence") return <ImplementDialog rows={rows} onClose={onClose} />;
  return (
    <WordsDialog
      title={`${verb}: ${what}`}
      label="Reason"
      maxLength={LENGTHS.actionItem.reason}
      hint={to === "proposed" ? "Reason for reopening" : "What is still missing"}
      missing="Enter a reason"
      confirm={verb}
      onConfirm={(reason) => change(rows, { kind: "step", to, reason })}
      onClose={onClose}
    />
  );
}
