"use client";

import type { Editor } from "@tiptap/core";
import { useEffect, useState } from "react";
import type { DocumentNode } from "#lib/document/document-json.ts";
import { isUntouched } from "#lib/document/draft-hash.ts";
import { readByBlock } from "#lib/document/read-by-block.ts";
import { standingText } from "#lib/document/text-as.ts";
import {
  type BlockSort,
  type Completeness,
  type CompletenessFacts,
  completenessOf,
  sortOfBlock,
} from "#lib/reviews/review/completeness.ts";

export interface OutlineEntry {
  position: number;
  title: string;
  state: Completeness;
}

const sortOf = readByBlock((block) =>
  sortOfBlock(
    block.type.name,
    () => isUntouched(block.toJSON() as DocumentNode),
    () => standingText(block).trim() === "",
  ),
);

/** Sections of the text with their completeness. */
export function outlineOf(editor: Pick<Editor, "state">, facts: CompletenessFacts): OutlineEntry[] {
  const sections: { position: number; title: string; key: unknown; blocks: Set<BlockSort> }[] = [];
  editor.state.doc.forEach((node, position) => {
    if (node.attrs.suggestInsert) return;
    if (node.type.name === "heading" && node.attrs.level === 2) {
      const title = standingText(node) || "Untitled";
      sections.push({ position, title, key: node.attrs.sectionKey, blocks: new Set() });
      return;
    }
    const sort = sortOf(node);
    if (sort !== null) sections.at(-1)?.blocks.add(sort);
  });
  return sections.map(({ position, title, key, blocks }) => ({
    position,
    title,
    state: completenessOf(key, blocks, facts),
  }));
}

export function useOutline(editor: Editor | null, { template, hasFactors }: CompletenessFacts): OutlineEntry[] {
  const [outline, setOutline] = useState<OutlineEntry[]>([]);
  useEffect(() => {
    if (!editor) return;
    let waiting = 0;
    const now = () => setOutline(outlineOf(editor, { template, hasFactors }));
    const read = () => {
      window.clearTimeout(waiting);
      waiting = window.setTimeout(now, 150);
    };
    now();
    editor.on("update", read);
    return () => {
      window.clearTimeout(waiting);
      editor.off("update", read);
    };
  }, [editor, template, hasFactors]);
  return outline;
}
