"use client";

import { useWindowVirtualizer } from "@tanstack/react-virtual";
import { type Ref, useEffect, useLayoutEffect, useRef, useState } from "react";
import { cx } from "#components/ui/cx.ts";
import type { SpineRow, Tone } from "../spine-rows.ts";
import { EventRow, rowClass } from "./event-row.tsx";
import { GapRow, PhaseRow } from "./plain-rows.tsx";

const DRAWN_WHOLE = 150;
const ROW_PX = 48;
const MASTHEAD_PX = 104;
const FOOT_PX = 96;

const BANDS: Record<Tone, string> = { before: "pre", latent: "lat", degraded: "deg", outage: "out", restored: "res" };

type SpineProps = { rows: readonly SpineRow[]; currentId: string | null };

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
        <SpineItem key={row.key} row={row} currentId={currentId} />
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
  const virtual = useWindowVirtualizer({
    count: rows.length,
    estimateSize: () => ROW_PX,
    overscan: 10,
    scrollMargin: top,
    scrollPaddingStart: MASTHEAD_PX,
    scrollPaddingEnd: FOOT_PX,
    getItemKey: (index) => rows[index]?.key ?? index,
  });
  const latest = useRef(rows);
  useEffect(() => {
    latest.current = rows;
  });
  useEffect(() => {
    const index = latest.current.findIndex(isRowOf(currentId));
    if (index >= 0) virtual.scrollToIndex(index, { align: "auto" });
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
            currentId={currentId}
            place={{ index: item.index, of: rows.length, y: item.start - top }}
            ref={virtual.measureElement}
          />
        );
      })}
    </ol>
  );
}

type SpineItemProps = {
  row: SpineRow;
  currentId: string | null;
  /** Where it stands in a long list, y in px from the list's top. */
  place?: { index: number; of: number; y: number };
  ref?: Ref<HTMLLIElement>;
};

function SpineItem({ row, currentId, place, ref }: SpineItemProps) {
  const isCurrent = isRowOf(currentId)(row);
  const shared = {
    ref,
    "data-ph": BANDS[row.tone],
    ...(place
      ? {
          "data-index": place.index,
          "aria-setsize": place.of,
          "aria-posinset": place.index + 1,
          style: { transform: `translateY(${place.y}px)` },
        }
      : {}),
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
}
