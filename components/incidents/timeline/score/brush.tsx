"use client";

import { type KeyboardEvent, type PointerEvent, useRef } from "react";
import { clockIn } from "#lib/base/time/zoned-clock.ts";
import { msAt, type ScoreAxis, xOf } from "#lib/incidents/timeline/score/score-axis.ts";
import type { ScoreLayout } from "#lib/story/score-layout.ts";
import type { TimeRange } from "../story/filter-story.ts";
import styles from "./score.module.css";

/** A shorter movement is a press and not a drag. */
const LEAST_DRAG_PX = 4;
const STEP_PX = 6;

const inOrder = (one: number, other: number): TimeRange => ({
  fromMs: Math.round(Math.min(one, other)),
  toMs: Math.round(Math.max(one, other)),
});

type BrushProps = {
  layout: ScoreLayout;
  zone: string;
  range: TimeRange | null;
  onRange: (range: TimeRange | null) => void;
  /** Called with the final range: after a drag, or a step by keyboard. */
  onSettle: (range: TimeRange) => void;
};

/** Chooses a stretch of time: drag over the lanes, then move either end by its handle or the arrow keys. */
export function Brush({ layout, zone, range, onRange, onSettle }: BrushProps) {
  const { axis, topPx, bandY, bandPx } = layout;
  const begun = useRef<{ x: number; anchorMs: number; range: TimeRange | null } | null>(null);
  const placeOf = (event: PointerEvent<HTMLElement>) =>
    event.clientX - event.currentTarget.getBoundingClientRect().left;
  const onPointerDown = (event: PointerEvent<HTMLElement>) => {
    // A finger scrolls the picture, and can use the handles.
    if (event.button !== 0 || event.pointerType === "touch") return;
    const x = placeOf(event);
    if (x < axis.x0) return;
    event.currentTarget.setPointerCapture(event.pointerId);
    begun.current = { x, anchorMs: msAt(axis, x), range: null };
  };
  const onPointerMove = (event: PointerEvent<HTMLElement>) => {
    const from = begun.current;
    if (!from || (from.range === null && Math.abs(placeOf(event) - from.x) < LEAST_DRAG_PX)) return;
    from.range = inOrder(from.anchorMs, msAt(axis, Math.max(axis.x0, placeOf(event))));
    onRange(from.range);
  };
  const onPointerUp = () => {
    const from = begun.current;
    begun.current = null;
    if (!from) return;
    if (from.range) onSettle(from.range);
    else onRange(null);
  };
  const box = { top: topPx - 4, height: bandY + bandPx - topPx + 4 };
  return (
    <div
      className={styles.field}
      onPointerDown={onPointerDown}
      onPointerMove={onPointerMove}
      onPointerUp={onPointerUp}
      onPointerCancel={onPointerUp}
    >
      {range ? (
        <>
          <span
            className={styles.shade}
            style={{ ...box, left: xOf(axis, range.fromMs), width: xOf(axis, range.toMs) - xOf(axis, range.fromMs) }}
          />
          {(["fromMs", "toMs"] as const).map((end) => (
            <Grip
              key={end}
              end={end}
              axis={axis}
              topPx={box.top + box.height / 2}
              {...{ zone, range, onRange, onSettle }}
            />
          ))}
        </>
      ) : null}
    </div>
  );
}

type GripProps = Pick<BrushProps, "zone" | "onRange" | "onSettle"> & {
  end: keyof TimeRange;
  range: TimeRange;
  axis: ScoreAxis;
  topPx: number;
};

function Grip({ end, range, axis, topPx, zone, onRange, onSettle }: GripProps) {
  const isHeld = useRef(false);
  const ms = range[end];
  const x = xOf(axis, ms);
  const other = range[end === "fromMs" ? "toMs" : "fromMs"];
  /** One end stops at the other. */
  const moved = (toX: number): TimeRange => {
    const to = msAt(axis, Math.min(axis.x1, Math.max(axis.x0, toX)));
    return end === "fromMs" ? inOrder(Math.min(to, other), other) : inOrder(other, Math.max(to, other));
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const by = { ArrowLeft: -STEP_PX, ArrowRight: STEP_PX }[event.key];
    if (by === undefined) return;
    event.preventDefault();
    event.stopPropagation();
    const next = moved(x + by * (event.shiftKey ? 8 : 1));
    onRange(next);
    onSettle(next);
  };
  const xOfPointer = (event: PointerEvent<HTMLElement>) => {
    const field = event.currentTarget.offsetParent;
    return field ? event.clientX - field.getBoundingClientRect().left : x;
  };
  return (
    <button
      type="button"
      role="slider"
      className={styles.grip}
      aria-orientation="horizontal"
      aria-label={end === "fromMs" ? "Start of the range" : "End of the range"}
      aria-valuemin={Math.floor((axis.pieces[0]?.fromMs ?? 0) / 1000)}
      aria-valuemax={Math.ceil((axis.pieces.at(-1)?.toMs ?? 0) / 1000)}
      aria-valuenow={Math.round(ms / 1000)}
      aria-valuetext={`${clockIn(ms, zone).time} ${zone}`}
      style={{ left: x - 12, top: topPx - 14 }}
      onKeyDown={onKeyDown}
      onPointerDown={(event) => {
        event.stopPropagation();
        event.currentTarget.setPointerCapture(event.pointerId);
        isHeld.current = true;
      }}
      onPointerMove={(event) => {
        if (isHeld.current) onRange(moved(xOfPointer(event)));
      }}
      onPointerUp={(event) => {
        event.stopPropagation();
        if (isHeld.current) onSettle(moved(xOfPointer(event)));
        isHeld.current = false;
      }}
      onPointerCancel={() => {
        isHeld.current = false;
      }}
    />
  );
}
