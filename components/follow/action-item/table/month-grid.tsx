"use client";

import { dropTargetForElements } from "@atlaskit/pragmatic-drag-and-drop/element/adapter";
import { type ReactNode, useEffect, useEffectEvent, useRef, useState } from "react";
import { WEEK } from "#components/people/calendar/working-days.ts";
import textStyles from "#components/ui/roles/text.module.css";
import { partsOf, shortDay } from "#lib/base/time/local-date.ts";
import type { ActionItemRow } from "#lib/contract/action-item.ts";
import { useEditLayer } from "../edit/edit-context.ts";
import styles from "./action-calendar.module.css";
import type { DaysOff } from "./days-off.ts";
import { moveWords } from "./month.ts";

interface MonthGridProps {
  /** Its first day. */
  month: string;
  weeks: readonly (readonly string[])[];
  today: string;
  rows: readonly ActionItemRow[];
  off: DaysOff;
  item: (row: ActionItemRow) => ReactNode;
  isPending: boolean;
}

/** The weeks of a month. An action that is dropped on a day moves its due date. */
export function MonthGrid({ month, weeks, today, rows, off, item, isPending }: MonthGridProps) {
  return (
    <table className={styles.month} aria-busy={isPending}>
      <caption className={textStyles.visuallyHidden}>Due dates by day</caption>
      <thead>
        <tr>
          {WEEK.map(({ short }) => (
            <th key={short} scope="col">
              {short}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {weeks.map((days) => (
          <tr key={days[0]}>
            {days.map((day) => (
              <Day key={day} day={day} today={today} off={off} isOutside={day.slice(0, 7) !== month.slice(0, 7)}>
                {rows.filter(({ dueDate }) => dueDate === day).map(item)}
              </Day>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

interface DayProps {
  day: string;
  today: string;
  isOutside: boolean;
  off: DaysOff;
  children: ReactNode;
}

function Day({ day, today, isOutside, off, children }: DayProps) {
  const { moveDue } = useEditLayer();
  const cell = useRef<HTMLTableCellElement>(null);
  const [over, setOver] = useState<ActionItemRow | null>(null);
  const move = useEffectEvent(moveDue);
  useEffect(() => {
    const element = cell.current;
    if (!element) return;
    return dropTargetForElements({
      element,
      canDrop: ({ source }) => "row" in source.data,
      onDragEnter: ({ source }) => setOver(source.data.row as ActionItemRow),
      onDragLeave: () => setOver(null),
      onDrop: ({ source }) => {
        setOver(null);
        move(source.data.row as ActionItemRow, day, element);
      },
    });
  }, [day]);
  const { day: number } = partsOf(day);
  const names = off.namesOn(day);
  return (
    <td
      ref={cell}
      className={styles.day}
      data-outside={isOutside || undefined}
      data-off={off.isOff(day) || undefined}
      data-over={over !== null || undefined}
      aria-current={day === today ? "date" : undefined}
    >
      <time dateTime={day}>{isOutside || number === 1 ? shortDay(day) : number}</time>
      {day === today ? <small> today</small> : null}
      {names.length > 0 ? <small className={styles.free}> {names.join(", ")}</small> : null}
      <ul>{children}</ul>
      {over ? <p role="status">{moveWords(over, day, off)}</p> : null}
    </td>
  );
}
