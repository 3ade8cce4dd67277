"use client";

import { type ReactNode, useRef, useState } from "react";
import { WordsDialog } from "#components/ui/fields/words-dialog.tsx";
import { AnchoredPopover } from "#components/ui/overlays/anchored-popover.tsx";
import { toastError } from "#components/ui/overlays/toast.tsx";
import { Later, LaterPart } from "#components/ui/page/later-part.tsx";
import { EFFECT_ANSWER_WORDS, type EffectAnswer } from "#lib/base/vocabulary/action-item.ts";
import type { ActionItemRow } from "#lib/contract/action-item.ts";
import { LENGTHS } from "#lib/contract/lengths.ts";
import { moveDueDate } from "#lib/follow/action-item/due.ts";
import type { Change, Edit } from "./change.ts";
import { EditContext, type EditField, type EditLayerApi, type Rework, type TextField } from "./edit-context.ts";
import styles from "./edit-layer.module.css";
import { FieldEditor } from "./field-editor.tsx";
import { keepFocus } from "./keep-focus.ts";
import type { ReworkDialogProps } from "./rework-dialog.tsx";
import { StepDialog } from "./step-dialog.tsx";
import { maySteps, type StepOption } from "./steps.ts";
import { TextEditor } from "./text-editor.tsx";
import { useChangeActions } from "./use-change-actions.ts";

type Rows = readonly ActionItemRow[];
type Open =
  | { kind: "field"; field: EditField; rows: Rows; anchor: HTMLElement; to?: string }
  | { kind: "text"; field: TextField; row: ActionItemRow; text: string; anchor: HTMLElement }
  | { kind: "effect"; row: ActionItemRow; answer: EffectAnswer }
  | { kind: "step"; step: StepOption; rows: Rows }
  | { kind: "rework"; rework: Rework; row: ActionItemRow }
  | { kind: "block" | "refuse_waiver" | "add_evidence"; rows: Rows };

const ABILITY: Record<EditField, (row: ActionItemRow) => boolean> = {
  owner: (row) => row.abilities.edit,
  team: (row) => row.abilities.edit,
  type: (row) => row.abilities.edit,
  priority: (row) => row.abilities.edit,
  incident: (row) => row.abilities.edit,
  factors: (row) => row.abilities.edit,
  due: (row) => row.abilities.moveDate,
  status: (row) => row.abilities.work || maySteps(row),
};

export const FIELD_WORDS: Record<EditField, string> = {
  owner: "Owner",
  team: "Team",
  type: "Type",
  priority: "Priority",
  incident: "Incident",
  factors: "Factors",
  due: "Due date",
  status: "Status",
};

const REWORK_DIALOG = new Later<ReworkDialogProps>(async () => (await import("./rework-dialog.tsx")).ReworkDialog);

/** Renders the open editor: a popover at a value, or the dialog of a step. Everything inside can open it. */
export function EditLayer({ children }: { children: ReactNode }) {
  const [open, setOpen] = useState<Open | null>(null);
  const opener = useRef<Element | null>(null);
  const changeActions = useChangeActions();
  const show = (next: Open) => {
    opener.current = document.activeElement;
    setOpen(next);
  };
  const close = () => setOpen(null);
  const saveEach = async (edits: readonly Edit[]) => {
    const restore = keepFocus(open ? opener.current : document.activeElement);
    close();
    const isSaved = await changeActions(edits);
    // A dialog returns the focus to its button first, which can be gone.
    setTimeout(restore);
    return isSaved;
  };
  const save = (rows: Rows, one: Change) => saveEach(rows.map((row) => ({ row, change: one })));
  const change = (rows: Rows, one: Change) => void save(rows, one);
  const layer: EditLayerApi = {
    ...{ change, save, saveEach },
    edit: (field, rows, anchor) => {
      const mine = rows.filter(ABILITY[field]);
      if (mine.length < rows.length) tellLeftOut(rows.length - mine.length, rows.length);
      if (mine.length > 0) show({ kind: "field", field, rows: mine, anchor });
    },
    editText: (field, row, text, anchor) => show({ kind: "text", field, row, text, anchor }),
    take: (step, rows) =>
      step.asks === "nothing" ? change(rows, { kind: "step", to: step.to }) : show({ kind: "step", step, rows }),
    moveDue: (row, to, anchor) => {
      if (!row.abilities.moveDate) return tellLeftOut(1, 1);
      if (row.dueDate === to) return;
      if (moveDueDate(row, to, { mayApprove: row.abilities.approve }).ok) change([row], { kind: "due", dueDate: to });
      else show({ kind: "field", field: "due", rows: [row], anchor, to });
    },
    block: (rows) => show({ kind: "block", rows }),
    refuseWaiver: (row) => show({ kind: "refuse_waiver", rows: [row] }),
    answerEffect: (row, answer) => show({ kind: "effect", row, answer }),
    rework: (rework, row) => show({ kind: "rework", rework, row }),
    addEvidence: (row) => show({ kind: "add_evidence", rows: [row] }),
  };
  return (
    <EditContext value={layer}>
      {children}
      {open?.kind === "field" ? (
        <AnchoredPopover
          anchor={open.anchor}
          label={FIELD_WORDS[open.field]}
          onClose={close}
          room={open.field === "due" ? "text" : "list"}
        >
          <FieldEditor field={open.field} rows={open.rows} to={open.to} onClose={close} />
        </AnchoredPopover>
      ) : null}
      {open?.kind === "text" ? (
        <AnchoredPopover anchor={open.anchor} label="Edit the text" onClose={close} className={styles.textEditor}>
          <TextEditor field={open.field} row={open.row} text={open.text} onClose={close} />
        </AnchoredPopover>
      ) : null}
      {open?.kind === "effect" ? (
        <WordsDialog
          title={`Did ${open.row.key} work? ${EFFECT_ANSWER_WORDS[open.answer]}`}
          label="Evidence"
          maxLength={LENGTHS.actionItem.evidence}
          hint="A link, or what you have seen since it was verified"
          missing="Add a link or describe what you saw"
          confirm="Save answer"
          onConfirm={(text) => change([open.row], { kind: "effect_answered", answer: open.answer, text })}
          onClose={close}
        />
      ) : null}
      {open?.kind === "rework" ? (
        <LaterPart of={REWORK_DIALOG} props={{ kind: open.rework, row: open.row, onClose: close }} />
      ) : null}
      {open?.kind === "step" ? <StepDialog step={open.step} rows={open.rows} onClose={close} /> : null}
      {open?.kind === "block" || open?.kind === "refuse_waiver" || open?.kind === "add_evidence" ? (
        <StepDialog step={open.kind} rows={open.rows} onClose={close} />
      ) : null}
    </EditContext>
  );
}

function tellLeftOut(left: number, all: number): void {
  const who = "Only the owner, the person who proposed it or a TPM can change this";
  toastError(all === 1 ? who : `${left} of ${all} can't be changed. ${who}`);
}
