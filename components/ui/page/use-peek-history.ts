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
 * Returns how to open and close the panel of a list in its URL, so that Back closes it. Another row in the open panel is no
 * step of its own. It is the same function for as long as the list is on the page.
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
