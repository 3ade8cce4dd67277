"use client";

import type { Editor } from "@tiptap/core";
import type { Node } from "@tiptap/pm/model";
import { useState } from "react";
import { useSettledText } from "#components/ui/use-settled-text.ts";
import { wordCountOf } from "#lib/base/text/word-count.ts";
import { standingText } from "#lib/document/text-as.ts";

const WAIT_MS = 500;
/** An edit makes a new node only of the blocks around it. */
const counted = new WeakMap<Node, number>();

function wordCountOfBlock(block: Node): number {
  const known = counted.get(block);
  if (known !== undefined) return known;
  const count = block.attrs.suggestInsert ? 0 : wordCountOf(standingText(block, "\n"));
  counted.set(block, count);
  return count;
}

/** Number of words in the text, without its questions and live blocks. Null until the text is loaded. */
export function useWordCount(editor: Editor | null): number | null {
  const [count, setCount] = useState<number | null>(null);
  useSettledText(editor, WAIT_MS, ({ state }) =>
    setCount(state.doc.children.reduce((sum, block) => sum + wordCountOfBlock(block), 0)),
  );
  return count;
}
