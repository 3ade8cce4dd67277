"use client";

import { type KeyboardEvent, type PointerEvent, useRef } from "react";
import { LEAST_SHARE } from "#lib/document/nodes/picture.ts";
import styles from "./picture.module.css";

const STEP = 5;
const PAGE = 20;

const within = (share: number) => Math.min(100, Math.max(LEAST_SHARE, Math.round(share)));

/** The width after a key, or null for a key that doesn't change it. */
function afterKey(key: string, share: number): number | null {
  const by: Record<string, number> = {
    ...{ ArrowLeft: -STEP, ArrowDown: -STEP, ArrowRight: STEP, ArrowUp: STEP },
    ...{ PageDown: -PAGE, PageUp: PAGE, Home: -100, End: 100 },
  };
  const step = by[key];
  return step === undefined ? null : within(share + step);
}

/** Changes the width of a picture, as a share of the column: by dragging, or with the arrow keys. */
export function ResizeHandle({ share, onResize }: { share: number; onResize: (share: number) => void }) {
  const handle = useRef<HTMLButtonElement>(null);
  const dragged = useRef<number | null>(null);
  const figure = () => handle.current?.closest("figure") ?? null;
  const drag = ({ clientX, pointerId }: PointerEvent) => {
    const around = figure();
    if (!around || !handle.current?.hasPointerCapture(pointerId)) return;
    const { left, width } = around.getBoundingClientRect();
    dragged.current = within((100 * (clientX - left)) / width);
    // Drawn at once, and written to the text at the end.
    around.style.setProperty("--share", `${dragged.current}%`);
  };
  const drop = () => {
    if (dragged.current !== null && dragged.current !== share) onResize(dragged.current);
    dragged.current = null;
  };
  const press = (event: KeyboardEvent) => {
    const next = afterKey(event.key, share);
    if (next === null) return;
    event.preventDefault();
    if (next !== share) onResize(next);
  };
  return (
    <button
      ref={handle}
      type="button"
      role="slider"
      className={`noprint ${styles.handle}`}
      aria-label="Width of the picture"
      aria-valuemin={LEAST_SHARE}
      aria-valuemax={100}
      aria-valuenow={share}
      aria-valuetext={`${share}% of the text`}
      onPointerDown={({ pointerId, currentTarget }) => currentTarget.setPointerCapture(pointerId)}
      onPointerMove={drag}
      onPointerUp={drop}
      onPointerCancel={drop}
      onClick={(event) => event.stopPropagation()}
      onKeyDown={press}
    />
  );
}
