"use client";

import type { Editor } from "@tiptap/core";
import { useEffect, useMemo, useState } from "react";
import { flushSync } from "react-dom";
import { useKeys } from "#components/ui/keys/use-keys.ts";
import { toastError } from "#components/ui/overlays/toast.tsx";
import type { Unproposable } from "#lib/document/suggestion/propose.ts";
import type { SuggestionReading } from "#lib/document/text-as.ts";
import { redraw, type SuggestingState } from "./suggesting.ts";
import { suggestedPassage, useSuggestions } from "./use-suggestions.ts";

/** Effects of typing: it changes the text, it proposes a change, or it does nothing. */
export const WRITING_MODES = ["editing", "suggesting", "reading"] as const;
export type WritingMode = (typeof WRITING_MODES)[number];

const REFUSED: Record<Unproposable, string> = {
  structure: "You can't suggest moving a block into or out of a list.",
  cells: "You can't suggest changes to columns, or deletions across cells.",
  template: "This belongs to the template, so you can't suggest removing it.",
  code: "You can't suggest changes in code.",
  settings: "You can't suggest a change to this setting of a block.",
  move: "You can't suggest moving a block.",
};

interface SuggestingOptions {
  reviewKey: string;
  editor: Editor | null;
  me: { id: string; name: string };
  isWritable: boolean;
}

/** The mode of the editor, and the selected suggestion. */
export function useSuggesting({ reviewKey, editor, me, isWritable }: SuggestingOptions) {
  const [chosen, setMode] = useState<WritingMode>("editing");
  const [activeId, setActiveId] = useState<string | null>(null);
  const [isOpen, setOpen] = useState(false);
  const [isShown, setShown] = useState(false);
  const [printAs, setPrintAs] = useState<SuggestionReading>("as_it_stands");
  const suggestions = useSuggestions(reviewKey, editor);
  const { open, authors } = suggestions;
  const mode: WritingMode = isWritable ? chosen : "reading";
  const state = useMemo<SuggestingState>(
    () => ({
      isSuggesting: mode === "suggesting",
      me,
      authors,
      activeId,
      onRefused: (reason) =>
        toastError(`${REFUSED[reason]} Comment on it, or switch to Editing.`, {
          label: "Editing",
          run: () => setMode("editing"),
        }),
    }),
    [mode, me, authors, activeId],
  );
  useEffect(() => {
    if (editor && !editor.isDestroyed && state) editor.view.dispatch(editor.state.tr.setMeta(redraw.key, redraw.value));
  }, [editor, state]);
  usePressed(editor, (id) => {
    setActiveId(id);
    setOpen(true);
  });
  const activate = (id: string) => {
    setActiveId(id);
    suggestedPassage(id)?.scrollIntoView({ block: "center" });
  };
  /** Goes to another suggestion. Returns false if none is open. */
  const step = (by: 1 | -1): boolean => {
    const at = open.findIndex(({ id }) => id === activeId);
    // Those that were just decided are still drawn.
    const left = open.filter(({ id }, index) => index === at || suggestions.isOpen(id));
    const from = left.findIndex(({ id }) => id === activeId);
    const next = left[(from < 0 ? (by > 0 ? 0 : left.length - 1) : from + by + left.length) % left.length];
    // The last one was just decided.
    if (!next || !suggestions.isOpen(next.id)) return false;
    // The list may open with it. The next key must find its card.
    flushSync(() => {
      setOpen(true);
      activate(next.id);
    });
    const card = document.querySelector<HTMLElement>(`[data-suggestion-card="${CSS.escape(next.id)}"]`);
    card?.focus({ preventScroll: true });
    card?.scrollIntoView({ block: "nearest" });
    return true;
  };
  const hasAny = () => open.length > 0;
  useKeys([
    {
      keys: "mod+shift+l",
      label: "Switch between Editing and Suggesting",
      group: "Review",
      whileTyping: true,
      when: () => isWritable,
      run: () => setMode(chosen === "suggesting" ? "editing" : "suggesting"),
    },
    { keys: "F9", label: "Next suggestion", group: "Review", whileTyping: true, when: hasAny, run: () => void step(1) },
    {
      keys: "shift+F9",
      label: "Previous suggestion",
      group: "Review",
      whileTyping: true,
      when: hasAny,
      run: () => void step(-1),
    },
  ]);
  return {
    ...{ mode, setMode, state, suggestions, activeId, activate, step, isOpen, setOpen, printAs, setPrintAs },
    show: () => setShown(true),
    isHidden: mode === "reading" && !isShown,
  };
}

export type Suggesting = ReturnType<typeof useSuggesting>;

/** Calls back when someone presses a suggestion in the text. */
function usePressed(editor: Editor | null, onPress: (id: string) => void): void {
  useEffect(() => {
    const text = editor?.view.dom;
    if (!text) return;
    const click = ({ target }: MouseEvent) => {
      const passage =
        target instanceof Element ? target.closest<HTMLElement>("[data-suggestion-id], [data-proposal-id]") : null;
      const id = passage?.dataset.suggestionId ?? passage?.dataset.proposalId;
      if (id) onPress(id);
    };
    text.addEventListener("click", click);
    return () => text.removeEventListener("click", click);
  });
}
