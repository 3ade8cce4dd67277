"use client";

import { useQuery } from "@tanstack/react-query";
import { type CSSProperties, type ReactNode, useRef, useState } from "react";
import { reads } from "#components/base/api/client.ts";
import { useMe } from "#components/people/me/use-me.ts";
import { Kbd } from "#components/ui/keys/kbd.tsx";
import { ButtonTabs } from "#components/ui/lists/tabs.tsx";
import { toastError } from "#components/ui/overlays/toast.tsx";
import { NothingMatches } from "#components/ui/page/empty-state.tsx";
import textStyles from "#components/ui/roles/text.module.css";
import { useMediaQuery } from "#components/ui/use-media-query.ts";
import { ACTION_STATUS_WORDS } from "#lib/base/vocabulary/action-item.ts";
import type { ActionItemRow } from "#lib/contract/action-item.ts";
import type { TrackerQuery } from "#lib/follow/action-item/query/query.ts";
import { useEditLayer } from "../edit/edit-context.ts";
import styles from "./action-board.module.css";
import { BoardColumn, ColumnCount, type Held } from "./board-column.tsx";
import { countInputOf, statusesOf } from "./board-columns.ts";
import { type BoardStatus, columnNext, dropOf } from "./drop-rule.ts";
import { useLanes } from "./use-board-lists.ts";

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
  const lanes = useLanes({ query, today, statuses: isNarrow ? [] : statuses });
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
      lanes={lanes}
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
      <section
        className={styles.board}
        style={{ "--lanes": Math.max(1, lanes.length) } as CSSProperties}
        aria-label="Board by state"
        data-paper="wide"
        {...SCROLLED}
      >
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

/** A held card over the next column. */
const heldOver = (by: number) => (held: Held | null) =>
  held && { ...held, over: columnNext(held.over ?? held.row.status, by) };
