"use client";

import { type RefObject, useEffect, useRef } from "react";

/** The action whose button last had the focus, or moved it by a key. */
export type Moved = RefObject<string | null>;

/**
 * Returns the props of a button that moves an action: once the action is in its new place, even by an undo, the focus is
 * too.
 */
export function useMovedFocus(key: string, moved: Moved) {
  const ref = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    // The focus went with the button that was left behind. Elsewhere someone has taken it.
    if (moved.current === key && document.activeElement === document.body) ref.current?.focus();
  }, [key, moved]);
  const onFocus = () => {
    moved.current = key;
  };
  return { ref, onFocus };
}
