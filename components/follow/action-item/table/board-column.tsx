"use client";

import { dropTargetForElements } from "@atlaskit/pragmatic-drag-and-drop/element/adapter";
import { useQuery } from "@tanstack/react-query";
import { useEffect, useEffectEvent, useRef } from "react";
import { reads } from "#components/base/api/client.ts";
import { NotRead } from "#components/base/api/not-read.tsx";
import { StatusMark } from "#components/ui/labels/status.tsx";
import { ShowMore } from "#components/ui/lists/show-more.tsx";
import { SkeletonRows } from "#components/ui/page/skeleton.tsx";
import textStyles from "#components/ui/roles/text.module.css";
import { ACTION_STATUS_WORDS } from "#lib/base/vocabulary/action-item.ts";
import type { ActionItemRow } from "#lib/contract/action-item.ts";
import { isLate } from "#lib/follow/action-item/lateness.ts";
import type { TrackerQuery } from "#lib/follow/action-item/query/query.ts";
import { statusKind } from "../options.tsx";
import { ActionCard, type CardKeys } from "./action-card.tsx";
import styles from "./board-column.module.css";
import { countInputOf } from "./board-columns.ts";
import type { BoardStatus } from "./drop-rule.ts";
import { useColumn } from "./use-board-lists.ts";

/** A card in the air, by the mouse or by the keyboard, and the column that it is over. */
export interface Held {
  row: ActionItemRow;
  over: BoardStatus | null;
  byKeys: boolean;
}

/** The row of the grid after the name of the state. */
const FIRST_LANE = 2;

interface BoardColumnProps {
  query: TrackerQuery;
  today: string;
  status: BoardStatus;
  /** The lanes of the whole board, by which those of the column are placed. */
  lanes: readonly string[];
  held: Held | null;
  refusal: string | null;
  onHold: (held: Held | null) => void;
  onDrop: (row: ActionItemRow, to: BoardStatus) => void;
  onPeek: (key: string) => void;
  keysOf: (row: ActionItemRow) => CardKeys | null;
}

/** How many cards a column has, without reading them. Empty for a search, and for the work of someone else. */
export function ColumnCount({ query, status, today }: Pick<BoardColumnProps, "query" | "status" | "today">) {
  const isCounted = query.q.trim() === "";
  const items = useQuery({ ...reads.actionItem.states(countInputOf(query, status, today)), enabled: isCounted }).data
    ?.items;
  return isCounted && items ? (items.find((one) => one.status === status)?.count ?? 0) : "";
}

/** A state, and the cards that are in it by lane. */
export function BoardColumn(props: BoardColumnProps) {
  const { status, query, today, lanes, held, refusal, onHold, onDrop, onPeek, keysOf } = props;
  const { list, rows, parts, isCounted } = useColumn({ query, today }, status);
  const count = isCounted && list.isSuccess ? `${rows.length}${list.hasNextPage ? "+" : ""}` : "";
  const column = useRef<HTMLElement>(null);
  const drop = useEffectEvent((row: ActionItemRow) => onDrop(row, status));
  useEffect(() => {
    const element = column.current;
    if (!element) return;
    return dropTargetForElements({
      element,
      canDrop: ({ source }) => "row" in source.data,
      onDragEnter: ({ source }) => onHold({ row: source.data.row as ActionItemRow, over: status, byKeys: false }),
      onDragLeave: ({ source }) => onHold({ row: source.data.row as ActionItemRow, over: null, byKeys: false }),
      onDrop: ({ source }) => drop(source.data.row as ActionItemRow),
    });
  }, [status, onHold]);
  return (
    <section
      ref={column}
      className={styles.column}
      aria-label={ACTION_STATUS_WORDS[status]}
      data-over={held ? (refusal ? "refused" : "open") : undefined}
    >
      <h2>
        <StatusMark kind={statusKind(status)} />
        {ACTION_STATUS_WORDS[status]} <span className={textStyles.muted}>{count}</span>
        <small>{status === "verified" ? "in the last 14 days" : isCounted ? troubleWords(rows, today) : ""}</small>
      </h2>
      {refusal ? (
        <div className={styles.notice}>
          <p className={styles.refusal}>{refusal}</p>
        </div>
      ) : null}
      {list.isPending ? <SkeletonRows rows={3} label={`Loading ${ACTION_STATUS_WORDS[status]}`} /> : null}
      {list.isError && !list.isFetchNextPageError ? (
        <NotRead what={ACTION_STATUS_WORDS[status]} error={list.error} onRetry={() => void list.refetch()} />
      ) : null}
      {list.isSuccess && rows.length === 0 ? <p className={styles.nothing}>{NOTHING_WORDS[status]}</p> : null}
      {parts.map(({ heading, rows: own }, at) => (
        <section
          key={heading?.id ?? ""}
          className={styles.lane}
          style={{ gridRow: FIRST_LANE + Math.max(0, lanes.indexOf(heading?.id ?? "")) }}
          aria-label={heading?.label}
        >
          {heading ? (
            <h3>
              {heading.label} <span className={textStyles.muted}>{heading.count}</span>
            </h3>
          ) : null}
          <ul>
            {own.map((row) => (
              <ActionCard
                key={row.key}
                row={row}
                today={today}
                keys={keysOf(row)}
                onPeek={() => onPeek(row.key)}
                onEnd={() => onHold(null)}
              />
            ))}
          </ul>
          {at === parts.length - 1 ? <ShowMore list={list} ghost /> : null}
        </section>
      ))}
    </section>
  );
}

const NOTHING_WORDS: Record<BoardStatus, string> = {
  proposed: "Actions to accept appear here.",
  accepted: "Accepted actions appear here until work starts.",
  in_progress: "Actions in progress appear here.",
  implemented: "Actions to verify appear here.",
  verified: "Verified actions stay here for 14 days.",
};

/** "3 late, 1 blocked": what needs attention among the cards shown. */
function troubleWords(rows: readonly ActionItemRow[], today: string): string {
  const late = rows.filter((row) => isLate(row, today)).length;
  const blocked = rows.filter((row) => row.blockedReason !== null).length;
  return [late > 0 ? `${late} late` : "", blocked > 0 ? `${blocked} blocked` : ""].filter(Boolean).join(", ");
}
