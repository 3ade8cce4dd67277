"use client";

import { useCallback, useLayoutEffect, useRef } from "react";

interface PeekInUrl {
  /** The row in the panel, if it is open. */
  peek: string | null;
  /** The rest of the URL. */
  list: string;
  set: (peek: string | null, history: "push" | "replace") => void;
}

/**
 * Returns a function that opens and closes the panel of a list in its URL. Back closes it too, and moving to another row
 * adds no step to the history. The function is the same one at each render.
 */
export function usePeekHistory(now: PeekInUrl): (peek: string | null) => void {
  const url = useRef(now);
  useLayoutEffect(() => {
    url.current = now;
  });
  /** The list from which it was opened here. */
  const opened = useRef<string | null>(null);
  return useCallback((next) => {
    const { peek, list, set } = url.current;
    if (next !== null) {
      if (peek === null) opened.current = list;
      set(next, peek === null ? "push" : "replace");
      return;
    }
    // The entry before shows the same list without the panel.
    if (opened.current === list) window.history.back();
    else set(null, "replace");
    opened.current = null;
  }, []);
}
