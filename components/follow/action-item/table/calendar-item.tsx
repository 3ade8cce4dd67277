"use client";

import { draggable } from "@atlaskit/pragmatic-drag-and-drop/element/adapter";
import { CalendarClock } from "lucide-react";
import NextLink from "next/link";
import { type KeyboardEvent, useEffect, useEffectEvent, useRef } from "react";
import { BareIconButton } from "#components/ui/icon-button.tsx";
import { peekOnClick } from "#components/ui/keys/peek-on-click.ts";
import { Late } from "#components/ui/labels/late.tsx";
import { Priority } from "#components/ui/labels/priority.tsx";
import { Status } from "#components/ui/labels/status.tsx";
import { addDays } from "#lib/base/time/local-date.ts";
import { ACTION_STATUS_WORDS } from "#lib/base/vocabulary/action-item.ts";
import type { ActionItemRow } from "#lib/contract/action-item.ts";
import { isSettled } from "#lib/follow/action-item/due.ts";
import { firstDateWords } from "#lib/follow/action-item/due-words.ts";
import { daysLate } from "#lib/follow/action-item/lateness.ts";
import { useEditLayer } from "../edit/edit-context.ts";
import { levelOf, statusKind } from "../options.tsx";
import styles from "./action-calendar.module.css";
import { type Moved, useMovedFocus } from "./use-moved-focus.ts";

interface CalendarItemProps {
  row: ActionItemRow;
  today: string;
  moved: Moved;
  onPeek: () => void;
}

const STEPS: Partial<Record<string, number>> = { ArrowLeft: -1, ArrowRight: 1, ArrowUp: -7, ArrowDown: 7 };

/** An action on its day. It is dragged to another day, or moved by its button: a day or a week with an arrow key. */
export function CalendarItem({ row, today, moved, onPeek }: CalendarItemProps) {
  const { edit, moveDue } = useEditLayer();
  const focus = useMovedFocus(row.key, moved);
  const item = useRef<HTMLLIElement>(null);
  const dragged = useEffectEvent(() => ({ row }));
  const isOver = isSettled(row.status);
  const isMovable = row.abilities.moveDate;
  useEffect(() => {
    const element = item.current;
    if (!element || !isMovable) return;
    return draggable({ element, getInitialData: () => dragged() });
  }, [isMovable]);
  const late = daysLate(row, today) ?? 0;
  const first = firstDateWords(row);
  const onKeyDown = (event: KeyboardEvent<HTMLButtonElement>) => {
    const by = STEPS[event.key];
    if (by === undefined || row.dueDate === null) return;
    event.preventDefault();
    event.stopPropagation();
    moved.current = row.key;
    moveDue(row, addDays(row.dueDate, by), event.currentTarget);
  };
  return (
    <li
      ref={item}
      className={styles.item}
      data-key={row.key}
      data-movable={isMovable || undefined}
      data-over={isOver || undefined}
    >
      {isOver ? (
        <Status kind={statusKind(row.status)} name={ACTION_STATUS_WORDS[row.status]} />
      ) : (
        <Priority level={levelOf(row.priority)} />
      )}
      <NextLink
        data-row
        draggable={false}
        href={`/actions/${row.key}`}
        prefetch={false}
        title={row.title}
        onClick={peekOnClick(onPeek)}
      >
        {row.title}
      </NextLink>
      {late > 0 ? <Late daysLate={late} brief /> : null}
      {first ? <small className={styles.first}>{first}</small> : null}
      {isMovable ? (
        <BareIconButton
          className={styles.move}
          label={`Move ${row.key} to another day`}
          aria-keyshortcuts="ArrowLeft ArrowRight ArrowUp ArrowDown"
          icon={<CalendarClock size={14} />}
          {...focus}
          onKeyDown={onKeyDown}
          onClick={({ currentTarget }) => edit("due", [row], currentTarget)}
        />
      ) : null}
    </li>
  );
}
