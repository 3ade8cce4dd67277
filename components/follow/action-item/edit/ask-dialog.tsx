"use client";

import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { api } from "#components/base/api/client.ts";
import { wordsOf } from "#components/base/api/problem.ts";
import type { Inputs } from "#components/base/api/reads.ts";
import { refresh } from "#components/base/api/refresh.ts";
import { WordsDialog } from "#components/ui/fields/words-dialog.tsx";
import { toastDone, toastError } from "#components/ui/overlays/toast.tsx";
import { countWords } from "#lib/base/text/sentence.ts";
import { LENGTHS } from "#lib/contract/lengths.ts";

export interface AskDialogProps {
  /** Of actions, or of one strategic change. */
  keys: readonly string[];
  /** The question at first. */
  question?: string | undefined;
  onClose: () => void;
}

/** A question to the owner of each action, or of a strategic change, with an undo. */
export function AskDialog({ keys, question: initial, onClose }: AskDialogProps) {
  const client = useQueryClient();
  const [isBusy, setBusy] = useState(false);
  const withdraw = async (asks: Inputs["actionPart"]["unask"]["asks"]) => {
    try {
      const { told } = await api.actionPart.unask({ asks });
      await refresh(client, "action_item");
      toastDone(
        told === 0
          ? "Undone"
          : `Undone. ${countWords(told, "owner")} had already seen the question. Afterword notified them.`,
      );
    } catch (error) {
      toastError(wordsOf(error));
    }
  };
  const askAboutChange = async (key: string, question: string) => {
    const { owner, messageId } = await api.strategicChange.ask({ key, question });
    const undo = async () => {
      try {
        const { told } = await api.strategicChange.unask({ key, messageId });
        toastDone(told ? `Undone. ${owner} had already seen the question and was notified.` : "Undone");
      } catch (error) {
        toastError(wordsOf(error));
      }
    };
    toastDone(`Asked ${owner} about ${key}`, { undo: () => void undo() });
    onClose();
  };
  const [only] = keys;
  const change = only?.startsWith("SC-") ? only : null;
  const ask = async (question: string) => {
    setBusy(true);
    try {
      if (change) return await askAboutChange(change, question);
      const { asked, notAsked } = await api.actionPart.ask({ keys: [...keys], question });
      const asks = asked.map(({ key, messageId }) => ({ key, messageId }));
      if (asks.length > 0)
        toastDone(`Asked about ${countWords(asks.length, "action")}`, { undo: () => void withdraw(asks) });
      if (notAsked.length > 0)
        toastError(`Not asked: ${notAsked.map(({ key, reason }) => `${key}. ${reason}`).join("; ")}`);
      onClose();
      await refresh(client, "action_item");
    } catch (error) {
      toastError(wordsOf(error));
      setBusy(false);
    }
  };
  return (
    <WordsDialog
      title={keys.length === 1 ? `Ask the owner of ${only}` : `Ask the owners of ${keys.length} actions`}
      description={
        keys.length === 1
          ? "They get a message with your question."
          : "Each owner gets a message with your question, one for each action."
      }
      label="Question"
      hint={change ? "For example, what is in the way?" : "For example, is the due date still right?"}
      maxLength={LENGTHS.actionItem.reason}
      initial={initial}
      missing="Enter a question"
      confirm="Ask"
      isBusy={isBusy}
      onConfirm={(question) => void ask(question)}
      onClose={onClose}
    />
  );
}
