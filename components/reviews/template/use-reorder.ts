"use client";

import { type DragEvent, type FocusEvent, type KeyboardEvent, useLayoutEffect, useRef, useState } from "react";
import { moved } from "./edit-template.ts";

interface Picked {
  from: number;
  to: number;
  isDragged: boolean;
}

/**
 * Reorders a list by its grips: with the mouse, or Space to pick up, arrows to move, Space to drop and Esc to cancel.
 * `order` has the indexes as they are shown until then. `onMove` is called once, when the item is dropped.
 */
export function useReorder(
  count: number,
  nameOf: (index: number) => string,
  onMove: (from: number, to: number) => void,
) {
  const [picked, setPicked] = useState<Picked | null>(null);
  const [said, setSaid] = useState("");
  const grips = useRef(new Map<number, HTMLElement>());
  const landed = useRef<number | null>(null);
  const indexes = Array.from({ length: count }, (_, index) => index);
  const order = picked ? moved(indexes, picked.from, picked.to) : indexes;
  // Moving an element in the page takes the focus from it, and rows that are known by their index stay where they are.
  useLayoutEffect(() => {
    const held = picked ? picked.from : landed.current;
    landed.current = null;
    if (held !== null && !picked?.isDragged) grips.current.get(held)?.focus();
  }, [picked]);

  const say = (words: string, { from, to }: Pick<Picked, "from" | "to">) =>
    setSaid(`${nameOf(from)}, ${words}position ${to + 1} of ${count}`);
  const drop = ({ from, to, isDragged }: Picked) => {
    setPicked(null);
    if (!isDragged) landed.current = to;
    say("dropped at ", { from, to });
    if (from !== to) onMove(from, to);
  };
  const cancel = ({ from }: Picked) => {
    setPicked(null);
    say("not moved, ", { from, to: from });
  };

  function onKeyDown(event: KeyboardEvent<HTMLElement>, index: number) {
    if (event.key === " " || event.key === "Enter") {
      event.preventDefault();
      if (picked) return drop(picked);
      setPicked({ from: index, to: index, isDragged: false });
      return say("picked up, ", { from: index, to: index });
    }
    if (!picked) return;
    if (event.key === "Escape") {
      event.stopPropagation();
      return cancel(picked);
    }
    const step = event.key === "ArrowUp" ? -1 : event.key === "ArrowDown" ? 1 : 0;
    if (step === 0) return;
    event.preventDefault();
    const to = Math.min(Math.max(picked.to + step, 0), count - 1);
    setPicked({ ...picked, to });
    say("", { from: picked.from, to });
  }

  return {
    order,
    /** For screen readers. */
    said,
    isPicked: (index: number) => picked?.from === index,
    gripProps: (index: number) => ({
      ref: (element: HTMLElement | null) => {
        if (element) grips.current.set(index, element);
        else grips.current.delete(index);
      },
      draggable: true,
      "aria-pressed": picked?.from === index,
      onKeyDown: (event: KeyboardEvent<HTMLElement>) => onKeyDown(event, index),
      // Another window leaves the page its focus.
      onBlur: ({ currentTarget }: FocusEvent) => {
        if (picked?.isDragged === false && document.activeElement !== currentTarget) cancel(picked);
      },
      onDragStart: (event: DragEvent) => {
        event.dataTransfer.effectAllowed = "move";
        event.dataTransfer.setData("text/plain", nameOf(index));
        setPicked({ from: index, to: index, isDragged: true });
      },
      onDragEnd: () => setPicked(null),
    }),
    rowProps: (shownAt: number) => ({
      onDragOver: (event: DragEvent) => {
        if (!picked?.isDragged) return;
        event.preventDefault();
        if (picked.to !== shownAt) setPicked({ ...picked, to: shownAt });
      },
      onDrop: (event: DragEvent) => {
        if (!picked?.isDragged) return;
        event.preventDefault();
        drop(picked);
      },
    }),
  };
}
