"use client";

import { defaultRangeExtractor, useWindowVirtualizer } from "@tanstack/react-virtual";
import { type CSSProperties, useEffect, useLayoutEffect, useMemo, useRef, useState } from "react";
import { flushSync } from "react-dom";
import { followRow } from "#components/ui/keys/follow-row.ts";
import { rowFocused } from "#components/ui/keys/use-current-row.ts";
import { GroupRow, Table } from "#components/ui/lists/table.tsx";
import { useMediaQuery } from "#components/ui/use-media-query.ts";
import { ActionRow } from "./action-row.tsx";
import styles from "./action-table.module.css";
import { ColumnHeads } from "./column-heads.tsx";
import type { Entry } from "./list-entries.ts";
import { type ColumnTable, nameOf, useColumnTable } from "./use-column-table.ts";

interface ActionTableProps {
  entries: readonly Entry[];
  today: string;
  /** The chosen columns. Null for the usual ones, which share the width. */
  columns: string | null;
  selectedKeys: ReadonlySet<string>;
  /** Index of the current row, -1 for none. */
  current: number;
  onColumns: (columns: string | null) => void;
  onPeek: (at: number) => void;
  /** Called with the row whose control has the focus. */
  onCurrent: (key: string) => void;
  onToggle: (key: string) => void;
  /** Called when the end of the loaded rows is near. */
  onEnd: () => void;
}

const TICK_PX = 31;
const GROUP_PX = 40;
const ROW_PX = 36;
const NARROW_ROW_PX = 61;
const MASTHEAD_PX = 56;
const FOOT_PX = 80;
const NEAR_END = 12;

/** The rows of the tracker. Only those near the window are rendered, however many there are. */
export function ActionTable(props: ActionTableProps) {
  const {
    entries,
    today,
    columns: chosen,
    selectedKeys,
    current,
    onColumns,
    onPeek,
    onCurrent,
    onToggle,
    onEnd,
  } = props;
  const body = useRef<HTMLTableSectionElement>(null);
  const isNarrow = useMediaQuery("(max-width: 720px)");
  const [top, setTop] = useState(0);
  useLayoutEffect(() => {
    const box = body.current?.getBoundingClientRect();
    if (box) setTop(box.top + window.scrollY);
  }, []);
  const isPrinting = usePrinting();
  const columnTable = useColumnTable(chosen, onColumns);
  const { table: shown } = columnTable;
  const columns = useMemo(() => shown.getVisibleLeafColumns().map(nameOf), [shown]);
  // Paper and phones have no room for chosen widths.
  const isPlaced = chosen !== null && !isPrinting && !isNarrow;
  const places = useMemo(() => (isPlaced ? placesOf(shown) : null), [isPlaced, shown]);
  const span = columns.length + 1;
  const rowPx = isNarrow ? NARROW_ROW_PX : ROW_PX;
  const list = useWindowVirtualizer({
    count: entries.length,
    estimateSize: (index) => (entries[index]?.kind === "group" ? GROUP_PX : rowPx),
    getItemKey: (index) => keyOf(entries[index], index),
    overscan: 10,
    rangeExtractor: (range) => (isPrinting ? entries.map((_, at) => at) : defaultRangeExtractor(range)),
    scrollMargin: top,
    scrollPaddingStart: MASTHEAD_PX,
    scrollPaddingEnd: FOOT_PX,
    // The first render is the server's, which doesn't know the window or the scroll position.
    initialRect: { width: 1440, height: 1200 },
    initialOffset: 0,
  });
  const items = list.getVirtualItems();
  const [first, last] = [items[0], items.at(-1)];
  const isNearEnd = (last?.index ?? 0) >= entries.length - NEAR_END;
  useEffect(() => {
    if (isNearEnd) onEnd();
  }, [isNearEnd, onEnd]);
  const currentIndex = entries.findIndex((entry) => entry.kind === "row" && entry.at === current);
  const { scrollToIndex } = list;
  useEffect(() => {
    if (currentIndex < 0) return;
    const shown = body.current?.querySelector(`[data-index="${currentIndex}"]`);
    if (shown) shown.scrollIntoView({ block: "nearest" });
    else scrollToIndex(currentIndex, { align: "auto" });
    followRow(body.current);
  }, [currentIndex, scrollToIndex]);
  return (
    <div className={places === null ? undefined : styles.scroll}>
      <Table
        caption="Action items"
        className={styles.table}
        data-chosen={places !== null || undefined}
        data-paper={chosen === null ? undefined : "wide"}
        style={places === null ? undefined : { width: TICK_PX + shown.getTotalSize() }}
        data-selecting={selectedKeys.size > 0 || undefined}
        aria-rowcount={entries.length}
      >
        <thead>
          <ColumnHeads {...columnTable} places={places} tickPx={TICK_PX} />
        </thead>
        <tbody ref={body} onFocus={rowFocused(onCurrent)}>
          <Spacer span={span} heightPx={first ? first.start - top : 0} />
          {items.map((item) => {
            const entry = entries[item.index];
            if (entry?.kind === "group")
              return (
                <GroupRow
                  key={item.key}
                  ref={list.measureElement}
                  data-index={item.index}
                  label={entry.label}
                  count={entry.count}
                  span={span}
                />
              );
            if (!entry) return null;
            return (
              <ActionRow
                key={item.key}
                row={entry.row}
                at={entry.at}
                index={item.index}
                today={today}
                columns={columns}
                places={places}
                isSelected={selectedKeys.has(entry.row.key)}
                isCurrent={entry.at === current}
                measure={list.measureElement}
                onPeek={onPeek}
                onToggle={onToggle}
              />
            );
          })}
          <Spacer span={span} heightPx={last ? list.getTotalSize() - (last.end - top) : 0} />
        </tbody>
      </Table>
    </div>
  );
}

/**
 * The width of each chosen column. Pinned ones keep their place in the order, and stay in sight at either side while the
 * others scroll. A stronger rule parts them from the others.
 */
function placesOf(table: ColumnTable["table"]): CSSProperties[] {
  const columns = table.getVisibleLeafColumns();
  const isPinned = (at: number) => Boolean(columns[at]?.getIsPinned());
  const pinnedPx = (from: number, to: number) =>
    columns.slice(from, to).reduce((sum, column) => sum + (column.getIsPinned() ? column.getSize() : 0), 0);
  return columns.map((column, at) => {
    const width = column.getSize();
    if (!isPinned(at)) return { width };
    const edges = [...(at > 0 && !isPinned(at - 1) ? ["1px"] : []), ...(isPinned(at + 1) ? [] : ["-1px"])];
    return {
      ...{
        width,
        position: "sticky",
        zIndex: 1,
        left: TICK_PX + pinnedPx(0, at),
        right: pinnedPx(at + 1, columns.length),
      },
      boxShadow: edges.map((px) => `inset ${px} 0 var(--rule-strong)`).join() || "none",
    };
  });
}

/** Paper has no window, so every loaded row is rendered before it is printed. */
function usePrinting(): boolean {
  const [isPrinting, setPrinting] = useState(false);
  useEffect(() => {
    const set = (next: boolean) => () => flushSync(() => setPrinting(next));
    const [before, after] = [set(true), set(false)];
    window.addEventListener("beforeprint", before);
    window.addEventListener("afterprint", after);
    return () => {
      window.removeEventListener("beforeprint", before);
      window.removeEventListener("afterprint", after);
    };
  }, []);
  return isPrinting;
}

const keyOf = (entry: Entry | undefined, index: number) =>
  entry === undefined ? index : entry.kind === "row" ? entry.row.key : entry.id;

/** Space for rows that aren't rendered. */
function Spacer({ heightPx, span }: { heightPx: number; span: number }) {
  if (heightPx <= 0) return null;
  return (
    <tr className={styles.spacer}>
      <td colSpan={span} style={{ height: heightPx }} />
    </tr>
  );
}
