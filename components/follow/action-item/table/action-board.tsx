"use client";

import { dropTargetForElements } from "@atlaskit/pragmatic-drag-and-drop/element/adapter";
import { useInfiniteQuery, useQuery } from "@tanstack/react-query";
import { type ReactNode, useEffect, useEffectEvent, useRef, useState } from "react";
import { reads } from "#components/base/api/client.ts";
import { NotRead } from "#components/base/api/not-read.tsx";
import { useMe } from "#components/people/me/use-me.ts";
import { useDayOf } from "#components/people/me/use-today.ts";
import { Kbd } from "#components/ui/keys/kbd.tsx";
import { StatusMark } from "#components/ui/labels/status.tsx";
import { ShowMore } from "#components/ui/lists/show-more.tsx";
import { ButtonTabs } from "#components/ui/lists/tabs.tsx";
import { toastError } from "#components/ui/overlays/toast.tsx";
import { NothingMatches } from "#components/ui/page/empty-state.tsx";
import { SkeletonRows } from "#components/ui/page/skeleton.tsx";
import textStyles from "#components/ui/roles/text.module.css";
import { useMediaQuery } from "#components/ui/use-media-query.ts";
import { ACTION_STATUS_WORDS } from "#lib/base/vocabulary/action-item.ts";
import type { ActionItemRow } from "#lib/contract/action-item.ts";
import { isLate } from "#lib/follow/action-item/lateness.ts";
import { lanesOf, type TrackerQuery } from "#lib/follow/action-item/query/query.ts";
import { useEditLayer } from "../edit/edit-context.ts";
import { statusKind } from "../options.tsx";
import styles from "./action-board.module.css";
import { ActionCard, type CardKeys } from "./action-card.tsx";
import { columnInputOf, countInputOf, statusesOf } from "./board-columns.ts";
import { type BoardStatus, columnNext, dropOf } from "./drop-rule.ts";
import { entriesOf, partsOf } from "./list-entries.ts";

/** The part of a calendar or a board that is shown, as in the address. Null for the first one. */
export interface BoardPlace {
  /** As 2017-01. */
  month: string | null;
  state: BoardStatus | null;
}

export interface BoardProps {
  query: TrackerQuery;
  today: string;
  place: BoardPlace;
  onPlace: (place: Partial<BoardPlace>) => void;
  onPeek: (key: string) => void;
}

/** A card in the air, by the mouse or by the keyboard, and the column that it is over. */
interface Held {
  row: ActionItemRow;
  over: BoardStatus | null;
  byKeys: boolean;
}

/**
 * Between a phone and a wide screen it scrolls sideways, which keys must be able to do, even while no card is there.
 */
const SCROLLED = { tabIndex: 0 };

/** The actions of a view by state. A card is dragged, moved by keys, or by its menu. The rules are those of the buttons. */
export function ActionBoard({ query, today, place, onPlace, onPeek }: BoardProps) {
  const { take } = useEditLayer();
  const meId = useMe()?.id;
  const [held, setHeld] = useState<Held | null>(null);
  const moved = useRef<string | null>(null);
  const drop = (row: ActionItemRow, to: BoardStatus) => {
    setHeld(null);
    const result = dropOf(row, to, meId);
    if (result.kind === "step") take(result.step, [row]);
    if (result.kind === "refused") toastError(`${row.key} stays where it is. ${result.rule}`);
  };
  const holdByKeys = (row: ActionItemRow) => ({
    isHeld: held?.byKeys === true && held.row.key === row.key,
    pickUp: () => setHeld({ row, over: columnNext(row.status, 0), byKeys: true }),
    left: () => setHeld(heldOver(-1)),
    right: () => setHeld(heldOver(1)),
    drop: () => {
      moved.current = row.key;
      if (held?.over) drop(row, held.over);
      else setHeld(null);
    },
    moved,
    putBack: () => setHeld(null),
  });
  const refusal = held?.over ? dropOf(held.row, held.over, meId) : null;
  const isNarrow = useMediaQuery("(max-width: 720px)");
  const statuses = statusesOf(query);
  if (statuses.length === 0)
    return (
      <NothingMatches title="No column for these states">
        The board shows proposed to verified actions. Choose Table to see declined and waived ones.
      </NothingMatches>
    );
  const column = (status: BoardStatus) => (
    <BoardColumn
      key={status}
      status={status}
      query={query}
      today={today}
      held={held?.over === status ? held : null}
      refusal={held?.over === status && refusal?.kind === "refused" ? refusal.rule : null}
      onHold={setHeld}
      onDrop={drop}
      onPeek={onPeek}
      keysOf={isNarrow ? () => null : holdByKeys}
    />
  );
  const countOf = (status: BoardStatus) => <ColumnCount status={status} query={query} today={today} />;
  if (isNarrow) return <OneState {...{ query, today, place, onPlace, statuses, column, countOf }} />;
  return (
    <>
      <section className={styles.board} aria-label="Board by state" {...SCROLLED}>
        {statuses.map(column)}
      </section>
      <p className={styles.keys}>
        <Kbd keys="space" /> picks up a card, <Kbd keys="ArrowLeft" /> <Kbd keys="ArrowRight" /> move it to another
        state, <Kbd keys="space" /> drops it, <Kbd keys="Esc" /> puts it back
      </p>
      <p className={textStyles.visuallyHidden} role="status">
        {held?.byKeys && held.over
          ? `${held.row.key} over ${ACTION_STATUS_WORDS[held.over]}. ${refusal?.kind === "refused" ? refusal.rule : "Press Space to drop it."}`
          : ""}
      </p>
    </>
  );
}

const STARTS_AT: BoardStatus = "in_progress";

interface OneStateProps extends Omit<BoardProps, "onPeek"> {
  statuses: readonly BoardStatus[];
  column: (of: BoardStatus) => ReactNode;
  countOf: (status: BoardStatus) => ReactNode;
}

/**
 * One state at a time, on a phone: at first what is in progress, otherwise the first state with a card. A card moves to
 * another one by its menu.
 */
function OneState({ query, today, place, onPlace, statuses, column, countOf }: OneStateProps) {
  const counts = useQuery(reads.actionItem.states(countInputOf(query, STARTS_AT, today))).data?.items ?? [];
  const filled = statuses.filter((status) => counts.some((one) => one.status === status && one.count > 0));
  const first = filled.includes(STARTS_AT) ? STARTS_AT : (filled[0] ?? STARTS_AT);
  const shown = statuses.find((status) => status === (place.state ?? first)) ?? statuses[0] ?? STARTS_AT;
  return (
    <ButtonTabs
      label="State"
      items={statuses.map((status) => ({
        value: status,
        label: ACTION_STATUS_WORDS[status],
        count: countOf(status),
        content: column(status),
      }))}
      value={shown}
      onChange={(value) => onPlace({ state: statuses.find((status) => status === value) ?? null })}
    />
  );
}

interface BoardColumnProps extends Omit<BoardProps, "place" | "onPlace"> {
  status: BoardStatus;
  held: Held | null;
  refusal: string | null;
  onHold: (held: Held | null) => void;
  onDrop: (row: ActionItemRow, to: BoardStatus) => void;
  keysOf: (row: ActionItemRow) => CardKeys | null;
}

/** A held card over the next column. */
const heldOver = (by: number) => (held: Held | null) =>
  held && { ...held, over: columnNext(held.over ?? held.row.status, by) };

/** How many cards a column has, without reading them. Empty for a search, and for the work of someone else. */
function ColumnCount({ query, status, today }: Pick<BoardColumnProps, "query" | "status" | "today">) {
  const isCounted = query.q.trim() === "";
  const items = useQuery({ ...reads.actionItem.states(countInputOf(query, status, today)), enabled: isCounted }).data
    ?.items;
  return isCounted && items ? (items.find((one) => one.status === status)?.count ?? 0) : "";
}

function BoardColumn(props: BoardColumnProps) {
  const { status, query, today, held, refusal, onHold, onDrop, onPeek, keysOf } = props;
  const list = useInfiniteQuery(reads.actionItem.list(columnInputOf(query, status, today)));
  const rows = list.data?.pages.flatMap((page) => page.items) ?? [];
  const dayOf = useDayOf();
  const lanes = partsOf(entriesOf(rows, { today, dayOf }, lanesOf(query), list.hasNextPage));
  const count = list.isSuccess ? `${rows.length}${list.hasNextPage ? "+" : ""}` : "";
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
        <small>{status === "verified" ? "in the last 14 days" : troubleWords(rows, today)}</small>
      </h2>
      {refusal ? <p className={styles.refusal}>{refusal}</p> : null}
      {list.isPending ? <SkeletonRows rows={3} label={`Loading ${ACTION_STATUS_WORDS[status]}`} /> : null}
      {list.isError && !list.isFetchNextPageError ? (
        <NotRead what={ACTION_STATUS_WORDS[status]} error={list.error} onRetry={() => void list.refetch()} />
      ) : null}
      {list.isSuccess && rows.length === 0 ? <p className={styles.nothing}>{NOTHING_WORDS[status]}</p> : null}
      {lanes.map(({ heading, rows: own }) => (
        <section key={heading?.id ?? ""} aria-label={heading?.label}>
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
        </section>
      ))}
      <ShowMore list={list} ghost />
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
