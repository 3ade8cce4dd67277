"use client";

import { type PointerEvent, useRef } from "react";

const LONG_MS = 500;

/** A long press with a finger, as phones select a row. A move or a short tap does nothing. */
export function useLongPress(run: () => void) {
  const timer = useRef<number | undefined>(undefined);
  const stop = () => window.clearTimeout(timer.current);
  return {
    onPointerDown: (event: PointerEvent) => {
      if (event.pointerType === "touch") timer.current = window.setTimeout(run, LONG_MS);
    },
    onPointerUp: stop,
    onPointerMove: stop,
    onPointerCancel: stop,
  };
}
