"use client";

import type { Editor } from "@tiptap/core";
import { useEffect, useEffectEvent } from "react";

/** How many waits a text that keeps changing may go unread. */
const LONGEST = 4;

/**
 * Returns a function to call after each change, and one that ends it. `run` is called once nothing has changed for
 * `waitMs`, and after four times as long where the changes don't stop.
 */
export function settling(waitMs: number, run: () => void) {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let latest = 0;
  const settle = () => {
    timer = undefined;
    run();
  };
  return {
    changed(): void {
      const now = Date.now();
      if (timer === undefined) latest = now + LONGEST * waitMs;
      clearTimeout(timer);
      timer = setTimeout(settle, Math.max(0, Math.min(waitMs, latest - now)));
    },
    end(): void {
      clearTimeout(timer);
    },
  };
}

/** Calls `read` once the text is there, and again after it has changed: when it is quiet, or now and then until it is. */
export function useSettledText(editor: Editor | null, waitMs: number, read: (editor: Editor) => void): void {
  const onSettled = useEffectEvent(read);
  useEffect(() => {
    if (!editor) return;
    const { changed, end } = settling(waitMs, () => onSettled(editor));
    changed();
    editor.on("update", changed);
    return () => {
      end();
      editor.off("update", changed);
    };
  }, [editor, waitMs]);
}
