"use client";

import { useWindowVirtualizer } from "@tanstack/react-virtual";
import { memo, type Ref, useCallback, useEffect, useLayoutEffect, useRef, useState } from "react";
import { cx } from "#components/ui/cx.ts";
import type { SpineRow, Tone } from "../spine-rows.ts";
import { EventRow, rowClass } from "./event-row.tsx";
import { GapRow, PhaseRow } from "./plain-rows.tsx";

const DRAWN_WHOLE = 150;
const MASTHEAD_PX = 104;
const FOOT_PX = 96;

const BANDS: Record<Tone, string> = { before: "pre", latent: "lat", degraded: "deg", outage: "out", restored: "res" };

type SpineProps = { rows: readonly SpineRow[]; currentId: string | null };

const LINE_PX = 39;
const BODY_LINE_PX = 19;
const CHARS_A_LINE = 90;

/** About how high a row is before it is drawn; each is measured once it is. */
function heightOf(row: SpineRow | undefined): number {
  if (row?.type === "phase") return 40;
  if (row?.type === "gap") return 58;
  const body = row?.event.body ?? "";
  const lines = body === "" ? 0 : Math.min(4, Math.ceil(body.length / CHARS_A_LINE));
  return LINE_PX + lines * BODY_LINE_PX;
}

/** The vertical list. A long one draws only the rows in sight; the current row is kept in view. */
export function Spine(props: SpineProps) {
  return props.rows.length > DRAWN_WHOLE ? <LongSpine {...props} /> : <WholeSpine {...props} />;
}

const isRowOf = (id: string | null) => (row: SpineRow) => row.type === "event" && row.event.id === id;

function WholeSpine({ rows, currentId }: SpineProps) {
  const list = useRef<HTMLOListElement>(null);
  useEffect(() => {
    if (currentId !== null) list.current?.querySelector(".cur")?.scrollIntoView({ block: "nearest" });
  }, [currentId]);
  return (
    <ol ref={list} className="tls" aria-label="Events in order">
      {rows.map((row) => (
        <SpineItem key={row.key} row={row} isCurrent={isRowOf(currentId)(row)} />
      ))}
    </ol>
  );
}

function LongSpine({ rows, currentId }: SpineProps) {
  const list = useRef<HTMLOListElement>(null);
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
  // New functions would make the virtualizer measure all rows anew on every scroll.
  const estimateSize = useCallback((index: number) => heightOf(rows[index]), [rows]);
  const getItemKey = useCallback((index: number) => rows[index]?.key ?? index, [rows]);
  const virtual = useWindowVirtualizer({
    count: rows.length,
    estimateSize,
    getItemKey,
    overscan: 10,
    scrollMargin: top,
    scrollPaddingStart: MASTHEAD_PX,
    scrollPaddingEnd: FOOT_PX,
  });
  const latest = useRef(rows);
  useEffect(() => {
    latest.current = rows;
  });
  useEffect(() => {
    const index = latest.current.findIndex(isRowOf(currentId));
    if (index < 0) return;
    // A step stays near; whoever comes from afar sees what stands around it.
    const isNear = virtual.getVirtualItems().some((item) => item.index === index);
    virtual.scrollToIndex(index, { align: isNear ? "auto" : "center" });
  }, [currentId, virtual]);
  return (
    <ol ref={list} className="tls long" aria-label="Events in order" style={{ height: virtual.getTotalSize() }}>
      {virtual.getVirtualItems().map((item) => {
        const row = rows[item.index];
        if (!row) return null;
        return (
          <SpineItem
            key={row.key}
            row={row}
            isCurrent={isRowOf(currentId)(row)}
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

type SpineItemProps = {
  row: SpineRow;
  isCurrent: boolean;
  /** Where it stands in a long list, y in px from the list's top; left out in a short one. */
  index?: number;
  of?: number;
  y?: number;
  ref?: Ref<HTMLLIElement>;
};

const SpineItem = memo(function SpineItem({ row, isCurrent, index, of, y, ref }: SpineItemProps) {
  const shared = {
    ref,
    "data-ph": BANDS[row.tone],
    ...(index === undefined
      ? {}
      : {
          "data-index": index,
          "aria-setsize": of,
          "aria-posinset": index + 1,
          style: { transform: `translateY(${y}px)` },
        }),
  };
  if (row.type === "phase") {
    return (
      <li {...shared} className={cx("tl phr", !row.known && "open")}>
        <PhaseRow row={row} />
      </li>
    );
  }
  if (row.type === "gap") {
    return (
      <li {...shared} className="tl gapr">
        <GapRow seconds={row.seconds} />
      </li>
    );
  }
  return (
    <li
      {...shared}
      id={`E${row.event.number}`}
      className={cx(rowClass(row.event, isCurrent), row.followsHead && "first")}
      aria-current={isCurrent || undefined}
    >
      <EventRow event={row.event} />
    </li>
  );
});
