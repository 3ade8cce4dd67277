"use client";

import type { Editor } from "@tiptap/core";
import type { Transaction } from "@tiptap/pm/state";
import { yCursorPluginKey } from "@tiptap/y-tiptap";
import { useEffect, useEffectEvent, useState } from "react";
import { type OutlineEntry, placeOfSection } from "./use-outline.ts";

const WAIT_MS = 250;
const EVERYONE = "";

/** The caret that the text draws for another person. Null while they don't write. */
const caretOf = ({ view }: Editor, id: string) =>
  view.dom.querySelector<HTMLElement>(`[data-person="${CSS.escape(id)}"]`);

/**
 * Calls back after changes of the text or of a caret, but not more often than four times a second. It starts over with
 * another person in `of`.
 */
function useCaretMoves(editor: Editor | null, of: string | null, onMove: (editor: Editor) => void): void {
  const move = useEffectEvent(onMove);
  useEffect(() => {
    if (!editor) return;
    let waiting = 0;
    const later = () => {
      waiting ||= window.setTimeout(() => {
        waiting = 0;
        if (!editor.isDestroyed) move(editor);
      }, WAIT_MS);
    };
    const onTransaction = ({ transaction }: { transaction: Transaction }) => {
      if (transaction.docChanged || transaction.getMeta(yCursorPluginKey)) later();
    };
    if (of !== null) later();
    editor.on("transaction", onTransaction);
    return () => {
      window.clearTimeout(waiting);
      editor.off("transaction", onTransaction);
    };
  }, [editor, of]);
}

/** The sections in which other people write, by the id of the person. */
export type Whereabouts = ReadonlyMap<string, Pick<OutlineEntry, "number" | "title">>;

/** Returns where other people write. */
export function useWhereabouts(editor: Editor | null, outline: readonly OutlineEntry[]): Whereabouts {
  const [places, setPlaces] = useState<Whereabouts>(new Map());
  useCaretMoves(editor, EVERYONE, (now) => {
    const { view } = now;
    const found = new Map<string, OutlineEntry>();
    for (const caret of view.dom.querySelectorAll<HTMLElement>("[data-person]")) {
      const section = outline.findLast(({ number }) => {
        const place = placeOfSection(now, number);
        const heading = place === null ? null : view.nodeDOM(place);
        return heading && (heading.compareDocumentPosition(caret) & CARET_IS_IN) !== 0;
      });
      if (section && caret.dataset.person) found.set(caret.dataset.person, section);
    }
    setPlaces((before) => (isSame(before, found) ? before : found));
  });
  return places;
}

/** Bits of `compareDocumentPosition`: the caret is in the heading, or after it. */
const CARET_IS_IN = 16 | 4;

const isSame = (one: Whereabouts, other: Whereabouts) =>
  one.size === other.size &&
  [...one].every(([id, { number, title }]) => other.get(id)?.number === number && other.get(id)?.title === title);

/** Keys that neither write nor scroll. */
const HARMLESS = /^(Tab|Shift|Control|Alt|Meta|F\d+)$/;

/** Scrolls to where a person writes, until `onStop` is called because the reader typed or scrolled. */
export function useFollow(editor: Editor | null, id: string | null, onStop: () => void): void {
  useCaretMoves(editor, id, (now) => {
    const place = id === null ? null : caretOf(now, id)?.getBoundingClientRect();
    if (!place || id === null) return;
    const isInView = place.top > window.innerHeight * 0.2 && place.bottom < window.innerHeight * 0.8;
    if (!isInView) caretOf(now, id)?.scrollIntoView({ block: "center" });
  });
  const stop = useEffectEvent(onStop);
  useEffect(() => {
    if (id === null) return;
    const onKey = ({ key, target }: KeyboardEvent) => {
      const isPress = target instanceof Element && target.closest("button") !== null;
      if (!isPress && !HARMLESS.test(key)) stop();
    };
    const onScroll = () => stop();
    // A press on the page itself is one on its scroll bar.
    const onPress = ({ target }: PointerEvent) => {
      if (target === document.documentElement) stop();
    };
    window.addEventListener("keydown", onKey);
    window.addEventListener("wheel", onScroll, { passive: true });
    window.addEventListener("touchmove", onScroll, { passive: true });
    window.addEventListener("pointerdown", onPress);
    return () => {
      window.removeEventListener("keydown", onKey);
      window.removeEventListener("wheel", onScroll);
      window.removeEventListener("touchmove", onScroll);
      window.removeEventListener("pointerdown", onPress);
    };
  }, [id]);
}
