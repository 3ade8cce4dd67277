"use client";

import { useState } from "react";
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

interface StepsOptions {
  /** The open threads. */
  open: readonly Thread[];
  activeId: string | null;
  /** Shows a thread and moves the focus to it. */
  show: (id: string) => void;
}

/** Goes from thread to thread in the order of the text, and around. */
export function useThreadSteps({ open, activeId, show }: StepsOptions) {
  const [said, setSaid] = useState("");
  const step = (by: 1 | -1) => {
    const places = inTextOrder(open);
    const active = places.findIndex(({ id }) => id === activeId);
    const wanted = active < 0 ? (by > 0 ? 0 : -1) : active + by;
    const at = (wanted + places.length) % places.length;
    const place = places[at];
    if (!place) {
      setSaid("No open comments");
      return;
    }
    setSaid(`Comment ${at + 1} of ${places.length}`);
    show(place.id);
  };
  return { step, said };
}
