"use client";

import { useState } from "react";
import { api } from "#components/base/api/client.ts";
import { wordsOf } from "#components/base/api/problem.ts";
import { WordsDialog } from "#components/ui/fields/words-dialog.tsx";
import { toastDone, toastError } from "#components/ui/overlays/toast.tsx";
import { countWords } from "#lib/base/text/sentence.ts";
import type { ActionItemRow } from "#lib/contract/action-item.ts";
import { LENGTHS } from "#lib/contract/lengths.ts";
import { nameOf } from "./step-dialog.tsx";

export interface AskDialogProps {
  rows: readonly ActionItemRow[];
  onClose: () => void;
}

/** A question to the owner of each action. */
export function AskDialog({ rows, onClose }: AskDialogProps) {
  const [isBusy, setBusy] = useState(false);
  const ask = async (question: string) => {
    setBusy(true);
    try {
      const { asked, notAsked } = await api.actionPart.ask({ keys: rows.map(({ key }) => key), question });
      if (asked.length > 0) toastDone(`Asked about ${countWords(asked.length, "action")}`);
      if (notAsked.length > 0)
        toastError(`Not asked: ${notAsked.map(({ key, reason }) => `${key}. ${reason}`).join("; ")}`);
      onClose();
    } catch (error) {
      toastError(wordsOf(error));
      setBusy(false);
    }
  };
  return (
    <WordsDialog
      title={rows.length === 1 ? `Ask the owner of ${nameOf(rows)}` : `Ask the owners of ${nameOf(rows)}`}
      description="Each owner gets a message with your question, one for each action."
      label="Question"
      hint="For example, is the due date still right?"
      maxLength={LENGTHS.actionItem.reason}
      missing="Enter a question"
      confirm="Ask"
      isBusy={isBusy}
      onConfirm={(question) => void ask(question)}
      onClose={onClose}
    />
  );
}
