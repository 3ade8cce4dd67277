"use client";

import type { Editor } from "@tiptap/core";
import { useCallback, useState } from "react";
import { newId } from "#components/ui/new-id.ts";
import { returnToText, takeSelection } from "./take-selection.ts";

export interface PendingComment {
  id: string;
  quote: string;
  blockId: string | null;
}

/** A comment being written. Its mark is in the text from the start and is removed if the comment is abandoned. */
export function useCommentSelection(editor: Editor | null) {
  const [pending, setPending] = useState<PendingComment | null>(null);
  const begin = useCallback(() => {
    if (!editor?.isEditable) return;
    takeSelection(editor);
    const marked = markSelection(editor);
    if (marked) setPending(marked);
  }, [editor]);
  const leave = useCallback(() => {
    if (pending && editor) removeThreadMark(editor, pending.id);
    setPending(null);
    if (editor) returnToText(editor);
  }, [editor, pending]);
  const sent = useCallback(() => {
    setPending(null);
    if (!editor) return;
    // The next letters continue the text and don't replace the passage.
    editor.commands.setTextSelection(editor.state.selection.to);
    returnToText(editor);
  }, [editor]);
  return { pending, begin, leave, sent };
}

function markSelection(editor: Editor): PendingComment | null {
  const { from, to, $from } = editor.state.selection;
  const quote = editor.state.doc.textBetween(from, to, " ").trim().slice(0, 500);
  if (!quote) return null;
  const id = newId();
  const blockId: unknown = $from.parent.attrs.id;
  editor.chain().setMark("comment", { threadId: id }).run();
  return { id, quote, blockId: typeof blockId === "string" ? blockId : null };
}

function removeThreadMark(editor: Editor, threadId: string): void {
  const { tr, doc } = editor.state;
  doc.descendants((node, at) => {
    for (const mark of node.marks) {
      if (mark.type.name === "comment" && mark.attrs.threadId === threadId) tr.removeMark(at, at + node.nodeSize, mark);
    }
  });
  if (tr.docChanged) editor.view.dispatch(tr);
}
