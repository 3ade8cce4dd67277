"use client";

import type { Editor } from "@tiptap/core";
import type { Node } from "@tiptap/pm/model";
import { useEffect, useState } from "react";
import type { DocumentNode } from "#lib/document/document-json.ts";
import { isUntouched } from "#lib/document/draft-hash.ts";
import { type BlockSort, type Completeness, completenessOf } from "#lib/reviews/review/completeness.ts";

export interface OutlineEntry {
  position: number;
  title: string;
  state: Completeness;
}

/** What a block is to the question of how far its section is; null for an empty one. */
function sortOf(node: Node): BlockSort | null {
  if (node.type.name === "draftBlock") return isUntouched(node.toJSON() as DocumentNode) ? "generated" : "own";
  if (node.type.name === "liveBlock") return "live";
  if (node.type.name === "guidance") return "questions";
  return node.textContent.trim() === "" ? null : "own";
}

/** Sections of the text with how far each is. */
export function outlineOf(editor: Pick<Editor, "state">): OutlineEntry[] {
  const sections: { position: number; title: string; key: unknown; blocks: Set<BlockSort> }[] = [];
  editor.state.doc.forEach((node, position) => {
    if (node.type.name === "heading" && node.attrs.level === 2) {
      const title = node.textContent || "Untitled";
      sections.push({ position, title, key: node.attrs.sectionKey, blocks: new Set() });
      return;
    }
    const sort = sortOf(node);
    if (sort !== null) sections.at(-1)?.blocks.add(sort);
  });
  return sections.map(({ position, title, key, blocks }) => ({ position, title, state: completenessOf(key, blocks) }));
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
