"use client";

import type { Editor } from "@tiptap/core";
import { useEffect, useState } from "react";

export interface OutlineEntry {
  position: number;
  title: string;
  /** Words under the heading that people wrote or accepted; a section of records counts as written. */
  state: "written" | "drafted" | "empty";
}

/** Sections of the text with how far each is. */
export function outlineOf(editor: Editor): OutlineEntry[] {
  const entries: OutlineEntry[] = [];
  editor.state.doc.forEach((node, position) => {
    if (node.type.name === "heading" && node.attrs.level === 2) {
      entries.push({ position, title: node.textContent || "Untitled", state: "empty" });
      return;
    }
    const current = entries.at(-1);
    if (!current) return;
    if (node.type.name === "draftBlock") current.state = current.state === "written" ? "written" : "drafted";
    else if (node.type.name === "liveBlock" || node.textContent.trim() !== "")
      current.state = current.state === "drafted" ? "drafted" : "written";
  });
  return entries;
}

export function useOutline(editor: Editor | null): OutlineEntry[] {
  const [outline, setOutline] = useState<OutlineEntry[]>([]);
  useEffect(() => {
    if (!editor) return;
    let waiting = 0;
    const read = () => {
      window.clearTimeout(waiting);
      waiting = window.setTimeout(() => setOutline(outlineOf(editor)), 150);
    };
    setOutline(outlineOf(editor));
    editor.on("update", read);
    return () => {
      window.clearTimeout(waiting);
      editor.off("update", read);
    };
  }, [editor]);
  return outline;
}
