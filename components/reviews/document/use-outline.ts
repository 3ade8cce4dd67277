"use client";

import type { Editor } from "@tiptap/core";
import { useEffect, useState } from "react";
import type { DocumentNode } from "#lib/document/document-json.ts";
import { isUntouched } from "#lib/document/draft-hash.ts";
import { readByBlock } from "#lib/document/read-by-block.ts";
import { standingText, startsSection } from "#lib/document/text-as.ts";
import {
  type BlockSort,
  type Completeness,
  type CompletenessFacts,
  completenessOf,
  sortOfBlock,
} from "#lib/reviews/review/completeness.ts";

export interface OutlineEntry {
  /** Counted from 0. Where the section is in the text changes with each letter before it: `placeOfSection`. */
  number: number;
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
function outlineOf({ state: { doc } }: Editor, facts: CompletenessFacts): OutlineEntry[] {
  const sections: { title: string; key: unknown; blocks: Set<BlockSort> }[] = [];
  for (const node of doc.children) {
    if (startsSection(node)) {
      const title = standingText(node) || "Untitled";
      sections.push({ title, key: node.attrs.sectionKey, blocks: new Set() });
      continue;
    }
    const sort = node.attrs.suggestInsert ? null : sortOf(node);
    if (sort !== null) sections.at(-1)?.blocks.add(sort);
  }
  return sections.map(({ title, key, blocks }, number) => ({
    number,
    title,
    state: completenessOf(key, blocks, facts),
  }));
}

/** Returns the number of the section with the caret. Null before the first one. */
export function sectionAtCaret({ state: { doc, selection } }: Editor): number | null {
  const until = selection.$from.index(0);
  const heads = doc.children.slice(0, until + 1).filter(startsSection).length;
  return heads === 0 ? null : heads - 1;
}

/** Returns where a section starts in the text as it is now. Null if it is no longer there. */
export function placeOfSection({ state: { doc } }: Editor, number: number): number | null {
  let found = -1;
  let place = 0;
  for (const node of doc.children) {
    if (startsSection(node)) found += 1;
    if (found === number) return place;
    place += node.nodeSize;
  }
  return null;
}

/** A new outline draws the page around the text again, so one that says the same stays the old one. */
const keptOutline = (before: OutlineEntry[], now: OutlineEntry[]) =>
  before.length === now.length &&
  before.every(({ title, state }, number) => title === now[number]?.title && state === now[number].state)
    ? before
    : now;

/**
 * Returns the outline of the text, read again after each change. It stays the same object while nothing of it
 * changes.
 */
export function useOutline(editor: Editor | null, facts: CompletenessFacts): OutlineEntry[] {
  const { template, hasFactors, hasLearnings } = facts;
  const [outline, setOutline] = useState<OutlineEntry[]>([]);
  useEffect(() => {
    if (!editor) return;
    let waiting = 0;
    const now = () =>
      setOutline((before) => keptOutline(before, outlineOf(editor, { template, hasFactors, hasLearnings })));
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
  }, [editor, template, hasFactors, hasLearnings]);
  return outline;
}
