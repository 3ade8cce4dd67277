"use client";

import type { Editor } from "@tiptap/core";
import { useEffect, useEffectEvent } from "react";

/** Calls `read` once the text is there, and again when it has been unchanged for a while. */
export function useSettledText(editor: Editor | null, waitMs: number, read: (editor: Editor) => void): void {
  const onSettled = useEffectEvent(read);
  useEffect(() => {
    if (!editor) return;
    let waiting = 0;
    const later = () => {
      window.clearTimeout(waiting);
      waiting = window.setTimeout(() => onSettled(editor), waitMs);
    };
    later();
    editor.on("update", later);
    return () => {
      window.clearTimeout(waiting);
      editor.off("update", later);
    };
  }, [editor, waitMs]);
}
