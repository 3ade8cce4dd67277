"use client";

import { type KeyboardEvent, type PointerEvent, useRef } from "react";
import { cx } from "#components/ui/cx.ts";
import { daysBetween, type LocalDate, wordsOfDate } from "#lib/base/time/local-date.ts";
import type { RoadmapRow } from "#lib/contract/roadmap.ts";
import { type Days, moveByWeeks, spanWords } from "#lib/follow/strategic-change/schedule.ts";
import { brokenWaits, type Move } from "./move.ts";
import styles from "./roadmap.module.css";
import type { Scale } from "./scale.ts";

type Edge = "both" | "start" | "end";

interface RoadmapBarProps {
  row: RoadmapRow;
  days: Days;
  place: { left: number; width: number };
  scale: Scale;
  today: LocalDate;
  /** Its move, if it is picked up. */
  move: Move | null;
  /** Funded or in progress. A proposal is dashed. */
  isFirm: boolean;
  donePercent: number;
  onMove: (to: Days | null) => void;
  onDone: () => void;
}

const EDGE_PX = 10;
const WEEK = 7;

/**
 * The bar of a change. A drag moves it by weeks, at an end only that end. By keys: Space picks it up, arrows move it,
 * with Shift its end, Space or Enter saves, Escape puts it back.
 */
export function RoadmapBar(props: RoadmapBarProps) {
  const { row, days, place, scale, today, move, isFirm, donePercent, onMove, onDone } = props;
  const held = useRef<{ x: number; from: Days; edge: Edge; weekPx: number } | null>(null);
  const isLifted = move !== null;
  const mayMove = row.abilities.edit;
  const down = (event: PointerEvent<HTMLButtonElement>) => {
    if (!mayMove || event.button !== 0) return;
    const box = event.currentTarget.getBoundingClientRect();
    const track = event.currentTarget.parentElement?.clientWidth ?? box.width;
    const weekPx = (track / (daysBetween(scale.first, scale.last) + 1)) * WEEK;
    const edge = event.clientX > box.right - EDGE_PX ? "end" : event.clientX < box.left + EDGE_PX ? "start" : "both";
    held.current = { x: event.clientX, from: days, edge, weekPx };
    event.currentTarget.setPointerCapture(event.pointerId);
  };
  const drag = (event: PointerEvent<HTMLButtonElement>) => {
    const { current } = held;
    if (!current) return;
    const weeks = Math.round((event.clientX - current.x) / current.weekPx);
    const to = moveByWeeks(current.from, weeks, current.edge);
    if (to.startsOn !== days.startsOn || to.endsOn !== days.endsOn) onMove(to);
  };
  const step = (weeks: number, isEnd: boolean) => onMove(moveByWeeks(days, weeks, isEnd ? "end" : "both"));
  const press = (event: KeyboardEvent) => {
    if (!mayMove) return;
    const run = {
      " ": isLifted ? onDone : () => onMove(days),
      Escape: isLifted ? () => onMove(null) : undefined,
      Enter: isLifted ? onDone : undefined,
      ArrowLeft: isLifted ? () => step(-1, event.shiftKey) : undefined,
      ArrowRight: isLifted ? () => step(1, event.shiftKey) : undefined,
    }[event.key];
    if (!run) return;
    event.preventDefault();
    event.stopPropagation();
    run();
  };
  const lengthDays = daysBetween(days.startsOn, days.endsOn) + 1;
  const [tooEarly] = brokenWaits(row);
  const words = `${wordsOfDate(days.startsOn, today)} to ${wordsOfDate(days.endsOn, today)}`;
  return (
    <button
      type="button"
      className={cx(styles.bar, !isFirm && styles.tentative, isLifted && styles.lifted)}
      style={{ left: `${place.left}%`, width: `${place.width}%` }}
      data-health={row.stale ? "stale" : (row.health ?? undefined)}
      aria-label={`${row.key} ${row.title}: ${words}, ${spanWords(lengthDays)}`}
      aria-pressed={mayMove ? isLifted : undefined}
      aria-disabled={mayMove ? undefined : true}
      title={mayMove ? words : `${words}. Only its owner, the person who proposed it, a TPM or an admin can move it.`}
      onPointerDown={down}
      onPointerMove={drag}
      onPointerUp={() => {
        held.current = null;
      }}
      onPointerCancel={() => {
        held.current = null;
        onMove(null);
      }}
      onKeyDown={press}
    >
      <span className={styles.done} style={{ width: `${donePercent}%` }} />
      {tooEarly ? (
        <span className={styles.early} style={{ width: `${Math.min(1, tooEarly.days / lengthDays) * 100}%` }} />
      ) : null}
      {move ? <output className={styles.tip}>{tipOf(move, today)}</output> : null}
    </button>
  );
}

/** Returns "Ends Fri 28 Jul, 4 weeks later". */
function tipOf({ row, to }: Move, today: LocalDate): string {
  const isEnd = row.endsOn !== to.endsOn;
  const [was, now] = isEnd ? [row.endsOn, to.endsOn] : [row.startsOn, to.startsOn];
  const words = `${isEnd || was === now ? "Ends" : "Starts"} ${wordsOfDate(isEnd || was === now ? to.endsOn : now, today)}`;
  const days = was === null ? 0 : daysBetween(was, now);
  return days === 0 ? words : `${words}, ${spanWords(Math.abs(days))} ${days > 0 ? "later" : "earlier"}`;
}
