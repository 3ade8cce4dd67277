"use client";

import { type RefCallback, useCallback, useState } from "react";

/** Returns the inner width of an element in px, or the given one until it is measured. */
export function useWidth(initialPx: number): [RefCallback<HTMLElement>, number] {
  const [width, setWidth] = useState(initialPx);
  const ref = useCallback((element: HTMLElement | null) => {
    if (!element) return;
    const measure = () => {
      const style = getComputedStyle(element);
      const inner = element.clientWidth - Number.parseFloat(style.paddingLeft) - Number.parseFloat(style.paddingRight);
      setWidth(Math.round(inner));
    };
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    return () => observer.disconnect();
  }, []);
  return [ref, width];
}
