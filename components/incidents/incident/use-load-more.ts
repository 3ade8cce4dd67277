"use client";

import { type RefCallback, useCallback, useEffect, useRef } from "react";

/** Returns a ref for the element at the end of a list, which loads the next page when it comes near the window. */
export function useLoadMore(load: (() => void) | null): RefCallback<Element> {
  const latest = useRef(load);
  useEffect(() => {
    latest.current = load;
  });
  return useCallback((element: Element | null) => {
    if (!element) return;
    const observer = new IntersectionObserver(
      (entries) => {
        if (entries.some((entry) => entry.isIntersecting)) latest.current?.();
      },
      { rootMargin: "600px" },
    );
    observer.observe(element);
    return () => observer.disconnect();
  }, []);
}
