"use client";

import { type KeyboardEvent, type PointerEvent, useState } from "react";
import type { ImpactWindow } from "#lib/contract/impact.ts";
import { type Draft, moveEnd, stepOf, type WindowEnd } from "../move-end.ts";
import { clockWords } from "../window-words.ts";
import { type ImpactLayout, msAt, xAt } from "./impact-layout.ts";
import styles from "./selected-window.module.css";

type SelectedWindowProps = {
  layout: ImpactLayout;
  window: ImpactWindow;
  before: ImpactWindow | null;
  nowMs: number;
  zone: string;
  mayEdit: boolean;
  onDraft: (draft: Draft, isHeld: boolean) => void;
  onSettle: () => void;
};

/**
 * Ring, former position, and a handle at each end, for dragging or for arrow keys by 10 s and with Shift by a minute.
 */
export function SelectedWindow(props: SelectedWindowProps) {
  const { layout, window, before, nowMs, zone, mayEdit } = props;
  const [held, setHeld] = useState<WindowEnd | null>(null);
  const lane = layout.services.find(({ id }) => id === window.service.id);
  const bar = [
    ...(lane?.bars ?? []),
    ...(lane?.brackets.map((one) => ({ ...one, heightPx: 6, y: one.y - 3 })) ?? []),
  ].find((one) => one.window.id === window.id);
  if (!lane || !bar) return null;
  const wasX0 = before ? xAt(layout.piece, Date.parse(before.from)) : bar.x0;
  const wasX1 = before ? xAt(layout.piece, before.to === null ? nowMs : Date.parse(before.to)) : bar.x1;
  const box = { left: bar.x0, top: bar.y, width: Math.max(2, bar.x1 - bar.x0), height: bar.heightPx };
  const hasMoved = before !== null && (before.from !== window.from || before.to !== window.to);
  const moved = before?.from === window.from ? "to" : "from";
  const tip = hasMoved ? tipWords(before, window, moved, zone) : null;
  return (
    <>
      {hasMoved ? (
        <span
          className={styles.before}
          style={{ left: wasX0, top: bar.y, width: Math.max(2, wasX1 - wasX0), height: bar.heightPx }}
        />
      ) : null}
      <span className={styles.ring} style={box} />
      {mayEdit
        ? (["from", "to"] as const).map((end) => (
            <Grip
              key={end}
              end={end}
              {...props}
              box={box}
              isHeld={held === end}
              onHold={(on) => setHeld(on ? end : null)}
            />
          ))
        : null}
      {tip ? (
        <span
          className={styles.tip}
          style={{ left: Math.min(layout.widthPx - 150, (moved === "to" ? bar.x1 : bar.x0) - 20), top: bar.y - 32 }}
        >
          {tip}
        </span>
      ) : null}
    </>
  );
}

function tipWords(before: ImpactWindow, now: Draft, end: WindowEnd, zone: string): string {
  const words = (at: string | null) => (at === null ? "open" : clockWords(at, zone));
  return `${words(now[end])}, was ${words(before[end])}`;
}

type GripProps = SelectedWindowProps & {
  end: WindowEnd;
  box: { left: number; top: number; width: number; height: number };
  isHeld: boolean;
  onHold: (on: boolean) => void;
};

function Grip({ end, layout, window, nowMs, zone, box, isHeld, onHold, onDraft, onSettle }: GripProps) {
  const at = end === "from" ? window.from : window.to;
  const x = end === "from" ? box.left : box.left + box.width;
  const height = Math.max(19, Math.min(box.height, 26));
  const onKeyDown = (event: KeyboardEvent) => {
    const step = stepOf(event);
    if (step === null) return;
    event.preventDefault();
    onDraft(moveEnd(window, end, (at === null ? nowMs : Date.parse(at)) + step, nowMs), false);
  };
  const onPointerMove = (event: PointerEvent<HTMLButtonElement>) => {
    if (!isHeld) return;
    const parent = event.currentTarget.offsetParent;
    if (!parent) return;
    const ms = msAt(layout.piece, event.clientX - parent.getBoundingClientRect().left);
    onDraft(moveEnd(window, end, Math.round(ms / 10_000) * 10_000, nowMs), true);
  };
  return (
    <button
      type="button"
      className={styles.grip}
      role="slider"
      aria-orientation="horizontal"
      aria-label={`${end === "from" ? "Start" : "End"} of the window on ${window.service.name}`}
      aria-valuemin={Math.floor(layout.piece.fromMs / 1000)}
      aria-valuemax={Math.ceil(layout.piece.toMs / 1000)}
      aria-valuenow={Math.round((at === null ? nowMs : Date.parse(at)) / 1000)}
      aria-valuetext={at === null ? "still open" : `${clockWords(at, zone)} ${zone}`}
      style={{ left: x - 12, top: box.top + box.height / 2 - 16 }}
      onKeyDown={onKeyDown}
      onBlur={onSettle}
      onPointerDown={(event) => {
        event.currentTarget.setPointerCapture(event.pointerId);
        onHold(true);
      }}
      onPointerMove={onPointerMove}
      onPointerUp={() => {
        onHold(false);
        onSettle();
      }}
      onPointerCancel={() => {
        onHold(false);
        onSettle();
      }}
    >
      <span style={{ height }} />
    </button>
  );
}
