"use client";

import { type ReactNode, useRef, useState } from "react";
import { FormRefusal } from "#components/base/api/form-refusal.tsx";
import { AnchoredPopover } from "#components/ui/overlays/anchored-popover.tsx";
import { KeptDialog } from "#components/ui/overlays/kept-dialog.tsx";
import { toastError } from "#components/ui/overlays/toast.tsx";
import { Later, LaterPart } from "#components/ui/page/later-part.tsx";
import type { EffectAnswer } from "#lib/base/vocabulary/action-item.ts";
import type { ActionItemRow } from "#lib/contract/action-item.ts";
import { moveDueDate } from "#lib/follow/action-item/due.ts";
import { type Change, type Edit, fileOf } from "./change.ts";
import type { StartedMove } from "./due-editor.tsx";
import { EditContext, type EditField, type EditLayerApi, type Rework, type TextField } from "./edit-context.ts";
import styles from "./edit-layer.module.css";
import type { EffectDialogProps } from "./effect-dialog.tsx";
import { FieldEditor } from "./field-editor.tsx";
import type { HandOverDialogProps } from "./hand-over-dialog.tsx";
import { keepFocus } from "./keep-focus.ts";
import type { ReworkDialogProps } from "./rework-dialog.tsx";
import { StepDialog } from "./step-dialog.tsx";
import { maySteps, type StepOption } from "./steps.ts";
import { TextEditor } from "./text-editor.tsx";
import { type Refused, refusalWords, useChangeActions } from "./use-change-actions.ts";

type Rows = readonly ActionItemRow[];
export type Open =
  | { kind: "field"; field: EditField; rows: Rows; anchor: HTMLElement; due?: StartedMove }
  | { kind: "text"; field: TextField; row: ActionItemRow; text: string; typed?: string; anchor: HTMLElement }
  | { kind: "hand_over"; row: ActionItemRow }
  | { kind: "effect"; row: ActionItemRow; answer: EffectAnswer }
  | { kind: "step"; step: StepOption; rows: Rows }
  | { kind: "rework"; rework: Rework; row: ActionItemRow }
  | { kind: "block" | "refuse_waiver" | "add_evidence" | "add_effect_evidence"; rows: Rows };

interface Shown {
  open: Open;
  /** Whether what was entered is being sent. */
  isAway: boolean;
  /** Why it was rejected. */
  refusal: string | null;
  /** Cancels the upload of a file. While it is sent, its dialog stays open. */
  upload?: AbortController;
}

const ABILITY: Record<EditField, (row: ActionItemRow) => boolean> = {
  owner: (row) => row.abilities.edit,
  team: (row) => row.abilities.edit,
  type: (row) => row.abilities.edit,
  priority: (row) => row.abilities.edit,
  incident: (row) => row.abilities.edit,
  factors: (row) => row.abilities.edit,
  effort: (row) => row.abilities.edit,
  verifier: (row) => row.abilities.verify || row.abilities.work,
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
  effort: "Effort",
  verifier: "Verifier",
  due: "Due date",
  status: "Status",
};

const EFFECT_DIALOG = new Later<EffectDialogProps>(async () => (await import("./effect-dialog.tsx")).EffectDialog);
const HAND_OVER_DIALOG = new Later<HandOverDialogProps>(
  async () => (await import("./hand-over-dialog.tsx")).HandOverDialog,
);
const REWORK_DIALOG = new Later<ReworkDialogProps>(async () => (await import("./rework-dialog.tsx")).ReworkDialog);

/** Renders the open editor: a popover at a value, or the dialog of a step. Everything inside can open it. */
export function EditLayer({ children }: { children: ReactNode }) {
  const [shown, setShown] = useState<Shown | null>(null);
  const [sent, setSent] = useState<number | null>(null);
  const latest = useRef<Shown | null>(null);
  const opener = useRef<Element | null>(null);
  const changeActions = useChangeActions();
  const put = (next: Shown | null) => {
    latest.current = next;
    setShown(next);
  };
  const show = (next: Open) => {
    const from = latest.current?.open;
    // A choice in an editor opens a dialog, which returns the focus where the editor was opened.
    if (from && "anchor" in from) from.anchor.focus({ preventScroll: true });
    opener.current = document.activeElement;
    put({ open: next, isAway: false, refusal: null });
  };
  const close = () => {
    latest.current?.upload?.abort();
    setSent(null);
    put(null);
  };
  const add = (share: number) => setSent((before) => (before ?? 0) + share);
  const saveEach = async (edits: readonly Edit[]) => {
    const restore = keepFocus(shown ? opener.current : document.activeElement);
    if (latest.current?.upload) return false;
    const upload = edits.some(({ change }) => fileOf(change)) ? new AbortController() : null;
    const away = shown && {
      ...{ open: shown.open, isAway: upload === null, refusal: null },
      ...(upload ? { upload } : {}),
    };
    put(away);
    if (upload) setSent(0);
    const { refused, tell } = await changeActions(
      edits,
      upload ? { signal: upload.signal, onProgress: add } : undefined,
    );
    if (upload) setSent(null);
    if (upload?.signal.aborted) return false;
    // Someone who has opened another editor by now keeps that one.
    const isFree = latest.current === away;
    const again = isFree && away && refused.length > 0 ? reopened(away.open, refused) : null;
    if (again) put({ open: again, isAway: false, refusal: refusalWords(refused) });
    else {
      if (isFree) put(null);
      tell();
      // A dialog returns the focus to its button first, which can be gone.
      setTimeout(restore);
    }
    return refused.length === 0;
  };
  const save = (rows: Rows, one: Change) => saveEach(rows.map((row) => ({ row, change: one })));
  const change = (rows: Rows, one: Change) => void save(rows, one);
  const layer: EditLayerApi = {
    ...{ change, save, saveEach, sent },
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
      else show({ kind: "field", field: "due", rows: [row], anchor, due: { to } });
    },
    block: (rows) => show({ kind: "block", rows }),
    refuseWaiver: (row) => show({ kind: "refuse_waiver", rows: [row] }),
    answerEffect: (row, answer) => show({ kind: "effect", row, answer }),
    handOver: (row) => show({ kind: "hand_over", row }),
    rework: (rework, row) => show({ kind: "rework", rework, row }),
    addEvidence: (row, to) => show({ kind: to === "effect" ? "add_effect_evidence" : "add_evidence", rows: [row] }),
  };
  return (
    <EditContext value={layer}>
      {children}
      <KeptDialog isAway={shown?.isAway ?? false} refusal={shown?.refusal ?? null}>
        {shown ? <Editor {...shown} onClose={close} /> : null}
      </KeptDialog>
    </EditContext>
  );
}

/** The editor or dialog that is open. While it is away, only a dialog stays, unseen, with what was typed. */
function Editor({ open, isAway, refusal, onClose }: Shown & { onClose: () => void }) {
  switch (open.kind) {
    case "field":
      return isAway ? null : (
        <AnchoredPopover
          anchor={open.anchor}
          label={FIELD_WORDS[open.field]}
          onClose={onClose}
          room={open.field === "due" || open.field === "effort" ? "text" : "list"}
        >
          <FormRefusal message={refusal ?? undefined} />
          <FieldEditor field={open.field} rows={open.rows} due={open.due} onClose={onClose} />
        </AnchoredPopover>
      );
    case "text":
      return isAway ? null : (
        <AnchoredPopover anchor={open.anchor} label="Edit the text" onClose={onClose} className={styles.textEditor}>
          <FormRefusal message={refusal ?? undefined} />
          <TextEditor field={open.field} row={open.row} text={open.text} typed={open.typed} onClose={onClose} />
        </AnchoredPopover>
      );
    case "effect":
      return <LaterPart of={EFFECT_DIALOG} props={{ row: open.row, answer: open.answer, onClose }} />;
    case "hand_over":
      return <LaterPart of={HAND_OVER_DIALOG} props={{ row: open.row, onClose }} />;
    case "rework":
      return <LaterPart of={REWORK_DIALOG} props={{ kind: open.rework, row: open.row, onClose }} />;
    case "step":
      return <StepDialog step={open.step} rows={open.rows} onClose={onClose} />;
    default:
      return <StepDialog step={open.kind} rows={open.rows} onClose={onClose} />;
  }
}

/**
 * Returns the editor that opens again after a rejection, for the newest rows of those that were rejected, if it has words
 * of a person in it. Null for a choice from a list, which is quickly made again.
 */
export function reopened(open: Open, refused: readonly Refused[]): Open | null {
  const rows = refused.map(({ edit, newer }) => newer ?? edit.row);
  const [first] = refused;
  const [row] = rows;
  if (!first || !row) return null;
  const { change } = first.edit;
  switch (open.kind) {
    case "field": {
      if (!open.anchor.isConnected || change.kind !== "due" || !change.reason) return null;
      return { ...open, rows, due: { to: change.dueDate, reason: change.reason } };
    }
    case "text": {
      if (!open.anchor.isConnected || change.kind !== "texts") return null;
      return { ...open, row, typed: change.texts[open.field] ?? "" };
    }
    case "effect":
    case "hand_over":
    case "rework":
      return { ...open, row };
    default:
      return { ...open, rows };
  }
}

function tellLeftOut(left: number, all: number): void {
  const who = "Only the owner, the person who proposed it or a TPM can change this";
  toastError(all === 1 ? who : `${left} of ${all} can't be changed. ${who}`);
}
