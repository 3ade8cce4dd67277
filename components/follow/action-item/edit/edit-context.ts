"use client";

import { createContext, useContext } from "react";
import type { EffectAnswer } from "#lib/base/vocabulary/action-item.ts";
import type { ActionItemRow } from "#lib/contract/action-item.ts";
import type { Change, Edit } from "./change.ts";
import type { StepOption } from "./steps.ts";

export type EditField =
  | "owner"
  | "due"
  | "status"
  | "priority"
  | "type"
  | "team"
  | "incident"
  | "factors"
  | "effort"
  | "verifier";
export type TextField = "title" | "doneWhen" | "description" | "trackerUrl";

/** Steps that change which actions there are, each with a dialog. */
export type Rework = "split" | "merge" | "move" | "purge";

/** Opens the editors of action items, which one layer on the page renders. */
export interface EditLayerApi {
  /** Opens the editor of a field at an element, for one row or several at once. */
  edit: (field: EditField, rows: readonly ActionItemRow[], anchor: HTMLElement) => void;
  editText: (field: TextField, row: ActionItemRow, text: string, anchor: HTMLElement) => void;
  /** Takes a step, after asking for what it needs. */
  take: (step: StepOption, rows: readonly ActionItemRow[]) => void;
  /** Moves the due date to a day. If its rules ask for something first, the editor opens with that day. */
  moveDue: (row: ActionItemRow, to: string, anchor: HTMLElement) => void;
  block: (rows: readonly ActionItemRow[]) => void;
  /** Asks why a requested waiver is rejected. */
  refuseWaiver: (row: ActionItemRow) => void;
  /** Asks for a piece of evidence: that it is done, or of the last answer to whether it worked. */
  addEvidence: (row: ActionItemRow, to?: "effect") => void;
  /** Asks what shows that a verified action worked, or didn't. */
  answerEffect: (row: ActionItemRow, answer: EffectAnswer) => void;
  rework: (kind: Rework, row: ActionItemRow) => void;
  /** Asks who is its next owner, and why. */
  handOver: (row: ActionItemRow) => void;
  change: (rows: readonly ActionItemRow[], change: Change) => void;
  /** How much of a file is sent, from 0 to 1. Null while none is. Its dialog stays open, and closing it cancels. */
  sent: number | null;
  /** Changes rows. Resolves to whether it was saved. */
  save: (rows: readonly ActionItemRow[], change: Change) => Promise<boolean>;
  /** The same for several rows, each changed in its own way, as one change. */
  saveEach: (edits: readonly Edit[]) => Promise<boolean>;
}

export const EditContext = createContext<EditLayerApi | null>(null);

/** Returns the surrounding layer of editors. Only inside an EditLayer. */
export function useEditLayer(): EditLayerApi {
  const layer = useContext(EditContext);
  if (!layer) throw new Error("Action editors need an EditLayer as an ancestor.");
  return layer;
}
