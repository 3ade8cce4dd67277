"use client";

import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import type { Editor } from "@tiptap/core";
import { useEditorState } from "@tiptap/react";
import { useEffect, useEffectEvent } from "react";
import { query, reads } from "#components/base/api/client.ts";
import { wordsOf } from "#components/base/api/problem.ts";
import { useKeys } from "#components/ui/keys/use-keys.ts";
import { toastDone, toastError } from "#components/ui/overlays/toast.tsx";
import type { HintDismissal } from "#lib/contract/hint.ts";
import { hintCount, showHints, stepHint } from "./hints-in-text.ts";

export interface Hints {
  /** How many the text shows. */
  count: number;
  /** Hidden in the whole review. */
  hidden: readonly HintDismissal[];
  next: () => void;
  restore: (id: string) => void;
}

const NONE: readonly HintDismissal[] = [];

/** Hints at words that close an inquiry, for those who write. F7 and Shift F7 go from one to the next. */
export function useHints(editor: Editor | null, key: string, isEditable: boolean): Hints {
  const client = useQueryClient();
  const options = reads.hint.list(key);
  const dismissed = useQuery({ ...options, enabled: isEditable });
  const settled = {
    onSuccess: (list: { items: HintDismissal[] }) => void client.setQueryData(options.queryKey, list),
    onError: (error: unknown) => toastError(wordsOf(error)),
  };
  const dismiss = useMutation(query.hint.dismiss.mutationOptions(settled));
  const restore = useMutation(query.hint.restore.mutationOptions(settled));
  const items = dismissed.data?.items;
  const onDismiss = useEffectEvent((pattern: string, sentence: string | null, reason: string) =>
    dismiss.mutate(
      { key, pattern, sentence, reason },
      {
        onSuccess(list) {
          const made = list.items.find((one) => one.pattern === pattern && one.sentence === sentence);
          if (!made) return;
          toastDone(sentence === null ? "Hint dismissed in this review" : "Hint dismissed in this sentence", {
            undo: () => restore.mutate({ key, id: made.id }),
          });
        },
      },
    ),
  );
  useEffect(() => {
    if (!editor) return;
    const decided = new Set(items?.map(({ pattern, sentence }) => `${pattern} ${sentence ?? ""}`));
    // Until it is known what people dismissed, nothing is shown.
    const choices =
      isEditable && items
        ? {
            isDismissed: ({ pattern, hash }: { pattern: string; hash: string }) =>
              decided.has(`${pattern} `) || decided.has(`${pattern} ${hash}`),
            dismiss: onDismiss,
          }
        : null;
    showHints(editor, choices);
  }, [editor, items, isEditable]);
  const count = useEditorState({ editor, selector: ({ editor: now }) => (now ? hintCount(now) : 0) }) ?? 0;
  const step = (by: 1 | -1) => editor && stepHint(editor.view, by);
  const when = () => isEditable && count > 0;
  useKeys([
    { keys: "f7", label: "Next wording hint", group: "Review", whileTyping: true, when, run: () => step(1) },
    { keys: "shift+f7", label: "Previous wording hint", group: "Review", whileTyping: true, when, run: () => step(-1) },
  ]);
  return {
    count,
    hidden: items?.filter(({ sentence }) => sentence === null) ?? NONE,
    next: () => void step(1),
    restore: (id) => restore.mutate({ key, id }),
  };
}
