"use client";

import { useInfiniteQuery, useQuery } from "@tanstack/react-query";
import { ChevronLeft, ChevronRight } from "lucide-react";
import { useEffect, useMemo, useRef } from "react";
import { reads } from "#components/base/api/client.ts";
import { NotRead } from "#components/base/api/not-read.tsx";
import { useMe } from "#components/people/me/use-me.ts";
import { Button } from "#components/ui/button.tsx";
import { cx } from "#components/ui/cx.ts";
import { IconButton } from "#components/ui/icon-button.tsx";
import { ShowMore } from "#components/ui/lists/show-more.tsx";
import { Note } from "#components/ui/note.tsx";
import { SectionHead } from "#components/ui/page/section-head.tsx";
import textStyles from "#components/ui/roles/text.module.css";
import { countWords } from "#lib/base/text/sentence.ts";
import { addDays, addMonths, type LocalDate, MONTH_NAMES, partsOf, shortDay } from "#lib/base/time/local-date.ts";
import type { ActionItemRow } from "#lib/contract/action-item.ts";
import { listInputOf, type TrackerQuery } from "#lib/follow/action-item/query/query.ts";
import type { BoardProps } from "./action-board.tsx";
import styles from "./action-calendar.module.css";
import { CalendarItem } from "./calendar-item.tsx";
import { daysOffOf } from "./days-off.ts";
import { dueByWeek, weeksOf } from "./month.ts";
import { MonthGrid } from "./month-grid.tsx";

const WEEKS_AHEAD = 6;
const PAGE = 200;
const MOST_PAGES = 5;

/** The view, narrowed by a condition on its dates. */
function inputOf(query: TrackerQuery, condition: string, today: string, limit: number) {
  const filter = query.filter ? `(${query.filter}) and ${condition}` : condition;
  return { ...listInputOf({ ...query, filter, group: "none", sort: "due,key" }, today), limit };
}

function useDue(query: TrackerQuery, condition: string, today: string, limit = PAGE) {
  const list = useInfiniteQuery(reads.actionItem.list(inputOf(query, condition, today, limit)));
  return { list, rows: list.data?.pages.flatMap((page) => page.items) ?? [] };
}

/**
 * Actions that are due in a month. Dragging an action to another day moves its due date, with the rules of its
 * editor.
 */
export function ActionCalendar({ query, today, place, onPlace, onPeek }: BoardProps) {
  const moved = useRef<string | null>(null);
  const month = `${place.month ?? today.slice(0, 7)}-01`;
  const show = (day: LocalDate) => onPlace({ month: day.slice(0, 7) });
  const weeks = weeksOf(month);
  const [first, last] = [weeks[0]?.[0] ?? month, weeks.at(-1)?.at(-1) ?? month];
  const { list, rows } = useDue(query, `due>=${first} and due<=${last}`, today);
  const { hasNextPage, isFetchingNextPage, fetchNextPage } = list;
  const pages = list.data?.pages.length ?? 0;
  useEffect(() => {
    if (hasNextPage && !isFetchingNextPage && pages < MOST_PAGES) void fetchNextPage();
  }, [hasNextPage, isFetchingNextPage, fetchNextPage, pages]);
  const calendars = useQuery(reads.calendar.list()).data?.items;
  const me = useMe();
  const off = useMemo(() => daysOffOf(calendars ?? [], me?.teams.map(({ id }) => id) ?? []), [calendars, me]);
  const { year, month: number } = partsOf(month);
  const item = (row: ActionItemRow) => (
    <CalendarItem key={row.key} row={row} today={today} moved={moved} onPeek={() => onPeek(row.key)} />
  );
  return (
    <div className={styles.layout} data-paper="wide">
      <section aria-label="Calendar">
        <header className={styles.head}>
          <h2>
            {MONTH_NAMES[number - 1]} {year}
          </h2>
          <IconButton
            label="Previous month"
            icon={<ChevronLeft size={16} />}
            onClick={() => show(addMonths(month, -1))}
          />
          <IconButton label="Next month" icon={<ChevronRight size={16} />} onClick={() => show(addMonths(month, 1))} />
          <Button kind="ghost" onClick={() => onPlace({ month: null })}>
            Today
          </Button>
          <span className={styles.legend}>{off.legend(first, last)}</span>
        </header>
        {list.isError && !list.isFetchNextPageError ? (
          <NotRead what="the month" error={list.error} onRetry={() => void list.refetch()} />
        ) : null}
        <MonthGrid
          month={month}
          weeks={weeks}
          today={today}
          rows={rows}
          off={off}
          item={item}
          isPending={list.isPending}
        />
        {hasNextPage && pages >= MOST_PAGES ? (
          <p className={textStyles.muted}>
            Only the first {countWords(rows.length, "action")} are shown. Add a filter.
          </p>
        ) : null}
      </section>
      <aside className={styles.side}>
        <DueByWeek query={query} today={today} />
        <Short
          title={`Due before ${shortDay(first)}`}
          query={query}
          condition={`due<${first}`}
          today={today}
          item={item}
        />
        <Short
          title="No date"
          query={query}
          condition="due=none"
          today={today}
          item={item}
          note="Drag one onto a day to set its due date."
        />
      </aside>
    </div>
  );
}

type SideProps = Pick<BoardProps, "query" | "today">;

function DueByWeek({ query, today }: SideProps) {
  const end = addDays(today, WEEKS_AHEAD * 7);
  const { list, rows } = useDue(query, `due>=${addDays(today, -6)} and due<${end}`, today);
  const weeks = dueByWeek(rows, today, WEEKS_AHEAD);
  const most = Math.max(1, ...weeks.map(({ count }) => count));
  return (
    <section>
      <SectionHead title="Due by week" />
      {list.isError && !list.isFetchNextPageError ? (
        <NotRead what="the weeks" error={list.error} onRetry={() => void list.refetch()} />
      ) : null}
      <ol className={styles.weeks}>
        {weeks.map(({ monday, count }) => (
          <li key={monday}>
            <span>{shortDay(monday)}</span>
            <i style={{ width: `${(count / most) * 100}%` }} />
            <b>{list.hasNextPage ? `${count}+` : count}</b>
          </li>
        ))}
      </ol>
    </section>
  );
}

interface ShortProps extends SideProps {
  title: string;
  condition: string;
  item: (row: ActionItemRow) => React.ReactNode;
  note?: string;
}

const FEW = 10;

/** Actions next to the month, which can be dragged onto a day. */
function Short({ title, query, condition, today, item, note }: ShortProps) {
  const { list, rows } = useDue(query, condition, today, FEW);
  if (list.isError && !list.isFetchNextPageError)
    return <NotRead what={title} error={list.error} onRetry={() => void list.refetch()} />;
  if (rows.length === 0) return null;
  return (
    <section>
      <SectionHead title={title} />
      <ul className={styles.short}>{rows.map(item)}</ul>
      <ShowMore list={list} ghost />
      {note ? <Note className={cx(textStyles.wideOnly, "noprint")}>{note}</Note> : null}
    </section>
  );
}
