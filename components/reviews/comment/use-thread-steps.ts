"use client";

import type { Editor } from "@tiptap/core";
import { useState } from "react";
import { useKeys } from "#components/ui/keys/use-keys.ts";
import type { Thread } from "#lib/contract/comment.ts";

/**
 * Returns the marked passage, or for a comment on a published page, which has no marks, the block that still contains
 * its words.
 */
export function passageOf({ id, blockId, quote }: Pick<Thread, "id" | "blockId" | "quote">): HTMLElement | null {
  const marked = document.querySelector<HTMLElement>(`[data-review-text] [data-thread-id="${CSS.escape(id)}"]`);
  if (marked || blockId === null) return marked;
  const block = document.querySelector<HTMLElement>(`[data-review-text] [data-id="${CSS.escape(blockId)}"]`);
  return block?.textContent.includes(quote) ? block : null;
}

const isAfter = (node: Node, other: Node) =>
  (other.compareDocumentPosition(node) & Node.DOCUMENT_POSITION_FOLLOWING) !== 0;

interface Place {
  id: string;
  passage: HTMLElement | null;
}

/** Returns the threads in the order of the text. Those without a passage are last, in their own order. */
function inTextOrder(threads: readonly Thread[]): Place[] {
  const places = threads.map((thread) => ({ id: thread.id, passage: passageOf(thread) }));
  const placed = places.flatMap(({ id, passage }) => (passage ? [{ id, passage }] : []));
  placed.sort((a, b) => (a.passage === b.passage ? 0 : isAfter(b.passage, a.passage) ? -1 : 1));
  return [...placed, ...places.filter(({ passage }) => passage === null)];
}

/** Returns the index to go to from the caret: the next passage after it, or the last before it. */
function fromCaret(places: readonly Place[], caret: Node, by: 1 | -1): number {
  const following = places.findIndex(({ passage }) => passage === null || isAfter(passage, caret));
  const next = following < 0 ? places.length : following;
  return by > 0 ? next : next - 1;
}

interface StepsOptions {
  /** The open threads. */
  open: readonly Thread[];
  activeId: string | null;
  editor: Editor | null;
  /** Shows a thread and moves the focus to it. */
  show: (id: string) => void;
}

/** F8 and Shift F8 go from thread to thread, from the caret or from the thread that has the focus, and around. */
export function useThreadSteps({ open, activeId, editor, show }: StepsOptions) {
  const [said, setSaid] = useState("");
  const step = (by: 1 | -1) => {
    const places = inTextOrder(open);
    const caret = editor?.isFocused ? (window.getSelection()?.anchorNode ?? null) : null;
    const active = places.findIndex(({ id }) => id === activeId);
    const wanted = caret ? fromCaret(places, caret, by) : active < 0 ? (by > 0 ? 0 : -1) : active + by;
    const at = (wanted + places.length) % places.length;
    const place = places[at];
    if (!place) {
      setSaid("No open comments");
      return;
    }
    setSaid(`Comment ${at + 1} of ${places.length}`);
    show(place.id);
  };
  useKeys([
    { keys: "F8", label: "Next comment", group: "Review", whileTyping: true, run: () => step(1) },
    { keys: "shift+F8", label: "Previous comment", group: "Review", whileTyping: true, run: () => step(-1) },
  ]);
  return { step, said };
}
