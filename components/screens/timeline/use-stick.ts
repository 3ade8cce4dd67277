"use client";

import { type RefCallback, useCallback, useState } from "react";

const MAST_PX = 48;

/** The px at the top of the window that are covered while the page scrolls: the masthead, and what sticks below it. */
export function useStick(): [RefCallback<HTMLElement>, number] {
  const [px, setPx] = useState(MAST_PX);
  const ref = useCallback((element: HTMLElement | null) => {
    if (!element) return;
    const measure = () => {
      const style = getComputedStyle(element);
      const top = Number.parseFloat(style.top) || 0;
      setPx(style.position === "sticky" ? Math.round(top + element.getBoundingClientRect().height) : MAST_PX);
    };
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    window.addEventListener("resize", measure);
    return () => {
      observer.disconnect();
      window.removeEventListener("resize", measure);
    };
  }, []);
  return [ref, px];
}
