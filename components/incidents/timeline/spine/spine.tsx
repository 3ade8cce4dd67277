"use client";

import { useWindowVirtualizer } from "@tanstack/react-virtual";
import { useCallback, useEffect, useEffectEvent, useLayoutEffect, useRef, useState } from "react";
import { cx } from "#components/ui/cx.ts";
import { followRow } from "#components/ui/keys/follow-row.ts";
import type { Suggestion } from "../curate/suggestions.ts";
import type { EditingFlag } from "../presence/here-words.ts";
import type { SpineRow } from "../story/spine-rows.ts";
import styles from "./row.module.css";
import { type RowState, SpineItem } from "./spine-item.tsx";
import { useNear } from "./use-near.ts";

const DRAWN_WHOLE = 150;
const FOOT_PX = 96;

export type SpineProps = {
  rows: readonly SpineRow[];
  currentId: string | null;
  /** Ids of the selected events. */
  selected: ReadonlySet<string>;
  /** Ids of the events that someone else changed just now. */
  edged: ReadonlySet<string>;
  /** Who else has an event open, by event. */
  flags: ReadonlyMap<string, EditingFlag>;
  /** Ids of the leads whose bundles are open. */
  openBundles: ReadonlySet<string>;
  /** Ids of the events with open text. */
  openBodies: ReadonlySet<string>;
  suggestions: ReadonlyMap<string, readonly Suggestion[]>;
  /** Height in px of what covers the list while it scrolls. */
  stickPx: number;
};

const LINE_PX = 36;
const BODY_PX = 130;

const HEAD_PX = { phase: 24, gap: 28, day: 24, seen: 36, found: 52 };

/** Estimated height of a row. Each is measured once it is rendered. */
function heightOf(row: SpineRow | undefined, bodies: ReadonlySet<string>): number {
  if (row === undefined) return LINE_PX;
  if (row.type !== "event") return HEAD_PX[row.type];
  return bodies.has(row.event.id) ? LINE_PX + BODY_PX : LINE_PX;
}

/** The vertical list. A long one renders only the rows in view, and the current row is kept in view. */
export function Spine(props: SpineProps) {
  return props.rows.length > DRAWN_WHOLE ? <LongSpine {...props} /> : <WholeSpine {...props} />;
}

const NO_SUGGESTIONS: readonly Suggestion[] = [];

const PLAIN: RowState = {
  isCurrent: false,
  isNear: false,
  isSelected: false,
  isEdged: false,
  isOpen: false,
  isBodyOpen: false,
  suggestions: NO_SUGGESTIONS,
  flag: undefined,
};

const stateOf = (
  row: SpineRow,
  near: number | null,
  { currentId, selected, edged, flags, openBundles, openBodies, suggestions }: SpineProps,
): RowState =>
  row.type === "event"
    ? {
        isCurrent: row.event.id === currentId,
        isNear: row.event.id === currentId || row.event.number === near,
        isSelected: selected.has(row.event.id),
        isEdged: edged.has(row.event.id),
        isOpen: openBundles.has(row.event.id),
        isBodyOpen: openBodies.has(row.event.id),
        suggestions: suggestions.get(row.event.id) ?? NO_SUGGESTIONS,
        flag: flags.get(row.event.id),
      }
    : PLAIN;

/** Whether the current row already has the focus. It is in view then, and must not move under a pressed mouse. */
const isFocused = (list: HTMLOListElement | null) =>
  list?.querySelector("[aria-current]")?.contains(document.activeElement) ?? false;

const isRowOf = (id: string | null) => (row: SpineRow) => row.type === "event" && row.event.id === id;

function WholeSpine(props: SpineProps) {
  const { rows, currentId, selected } = props;
  const list = useRef<HTMLOListElement>(null);
  const [near, nearHandlers] = useNear();
  useEffect(() => {
    if (currentId !== null && !isFocused(list.current))
      list.current?.querySelector("[aria-current]")?.scrollIntoView({ block: "nearest" });
    followRow(list.current);
  }, [currentId]);
  return (
    <ol
      ref={list}
      className={cx(styles.list, selected.size > 0 && styles.picking)}
      aria-label="Events in order"
      {...nearHandlers}
    >
      {rows.map((row) => (
        <SpineItem key={row.key} row={row} {...stateOf(row, near, props)} />
      ))}
    </ol>
  );
}

function LongSpine(props: SpineProps) {
  const { rows, currentId, selected, openBodies, stickPx } = props;
  const list = useRef<HTMLOListElement>(null);
  const [near, nearHandlers] = useNear();
  const [top, setTop] = useState(0);
  useLayoutEffect(() => {
    const measure = () => {
      const rect = list.current?.getBoundingClientRect();
      if (rect) setTop(Math.round(rect.top + window.scrollY));
    };
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(document.body);
    return () => observer.disconnect();
  }, []);
  // New functions would make the virtualizer measure all rows again on every scroll.
  const estimateSize = useCallback((index: number) => heightOf(rows[index], openBodies), [rows, openBodies]);
  const getItemKey = useCallback((index: number) => rows[index]?.key ?? index, [rows]);
  const virtual = useWindowVirtualizer({
    count: rows.length,
    estimateSize,
    getItemKey,
    overscan: 10,
    // Rendering rows in the scroll event would delay it. The rows beyond the edges cover the frame in between.
    useFlushSync: false,
    scrollMargin: top,
    scrollPaddingStart: stickPx + 8,
    scrollPaddingEnd: FOOT_PX,
  });
  const follow = useEffectEvent((id: typeof currentId) => {
    const index = rows.findIndex(isRowOf(id));
    if (index < 0 || isFocused(list.current)) return;
    followRow(list.current);
    // A step scrolls little. A jump shows the events around it.
    const isNear = virtual.getVirtualItems().some((item) => item.index === index);
    virtual.scrollToIndex(index, { align: isNear ? "auto" : "center" });
  });
  useEffect(() => follow(currentId), [currentId]);
  return (
    <ol
      ref={list}
      className={cx(styles.list, styles.long, selected.size > 0 && styles.picking)}
      aria-label="Events in order"
      {...nearHandlers}
      style={{ height: virtual.getTotalSize() }}
    >
      {virtual.getVirtualItems().map((item) => {
        const row = rows[item.index];
        if (!row) return null;
        return (
          <SpineItem
            key={row.key}
            row={row}
            {...stateOf(row, near, props)}
            index={item.index}
            of={rows.length}
            y={item.start - top}
            ref={virtual.measureElement}
          />
        );
      })}
    </ol>
  );
}
