"use client";

import { type MouseEvent, type PointerEvent, useRef } from "react";

const LONG_MS = 500;

/**
 * A long press with a finger, as phones select a row. A move or a short tap does nothing, and the click that some
 * browsers send at its end doesn't arrive.
 */
export function useLongPress(run: (() => void) | null) {
  const timer = useRef<number | undefined>(undefined);
  const isHeld = useRef(false);
  const stop = () => window.clearTimeout(timer.current);
  const held = () => {
    isHeld.current = true;
    run?.();
  };
  return {
    onPointerDown: (event: PointerEvent) => {
      isHeld.current = false;
      stop(); // with a second finger, the first one isn't a long press any more
      if (run && event.pointerType === "touch") timer.current = window.setTimeout(held, LONG_MS);
    },
    onPointerUp: stop,
    onPointerMove: stop,
    onPointerCancel: stop,
    onClickCapture: (event: MouseEvent) => {
      if (!isHeld.current) return;
      isHeld.current = false;
      event.preventDefault();
      event.stopPropagation();
    },
  };
}
