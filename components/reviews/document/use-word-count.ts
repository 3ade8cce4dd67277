"use client";

import type { Editor } from "@tiptap/core";
import { useState } from "react";
import { useSettledText } from "#components/ui/use-settled-text.ts";
import { wordCountOf } from "#lib/base/text/word-count.ts";
import { readByBlock } from "#lib/document/read-by-block.ts";
import { standingText } from "#lib/document/text-as.ts";

const WAIT_MS = 500;

const wordCountOfBlock = readByBlock((block) =>
  block.attrs.suggestInsert ? 0 : wordCountOf(standingText(block, "\n")),
);

/** Number of words in the text, without its questions and live blocks. Null until the text is loaded. */
export function useWordCount(editor: Editor | null): number | null {
  const [count, setCount] = useState<number | null>(null);
  useSettledText(editor, WAIT_MS, ({ state }) =>
    setCount(state.doc.children.reduce((sum, block) => sum + wordCountOfBlock(block), 0)),
  );
  return count;
}
