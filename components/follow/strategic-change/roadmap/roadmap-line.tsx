"use client";

import NextLink from "next/link";
import type { CSSProperties, PointerEvent } from "react";
import { cx } from "#components/ui/cx.ts";
import { Avatar } from "#components/ui/labels/avatar.tsx";
import { Status } from "#components/ui/labels/status.tsx";
import textStyles from "#components/ui/roles/text.module.css";
import { addDays, type LocalDate, wordsOfDate } from "#lib/base/time/local-date.ts";
import type { RoadmapRow } from "#lib/contract/roadmap.ts";
import { type Days, doneUntil, paceWords, spanWords } from "#lib/follow/strategic-change/schedule.ts";
import { markOf } from "../options.tsx";
import { brokenWaits, daysIn, type Move } from "./move.ts";
import styles from "./roadmap.module.css";
import { RoadmapBar } from "./roadmap-bar.tsx";
import { percentOf, type Scale } from "./scale.ts";

interface RoadmapLineProps {
  row: RoadmapRow;
  /** The team that leads it, where the heading doesn't say so. */
  ledBy: string | null;
  /** It is shown under the team that leads it as well. */
  isRepeated: boolean;
  scale: Scale;
  today: LocalDate;
  /** Its move, if it is picked up. */
  move: Move | null;
  onMove: (to: Days | null) => void;
  onDone: () => void;
}

/** A drag that starts on a milestone moves the bar that is below it. */
function dragBar({ currentTarget, clientX, clientY, nativeEvent }: PointerEvent<HTMLElement>): void {
  const below = document.elementsFromPoint(clientX, clientY).find((one) => one.matches("button"));
  if (below?.parentElement === currentTarget.parentElement)
    below?.dispatchEvent(new window.PointerEvent("pointerdown", nativeEvent));
}

/** One change on the roadmap: its title where its bar starts, the bar, and its milestones. */
export function RoadmapLine({ row, ledBy, isRepeated, scale, today, move, onMove, onDone }: RoadmapLineProps) {
  const days = daysIn(row);
  if (!days) return null;
  const mark = markOf(row);
  const left = percentOf(scale, days.startsOn);
  const width = percentOf(scale, addDays(days.endsOn, 1)) - left;
  const note = noteOf(row, today);
  const isFirm = row.status === "funded" || row.status === "in_progress";
  const done = row.pace === null ? 0 : percentOf(scale, doneUntil(row.pace, today)) - left;
  return (
    <li className={styles.line}>
      <p className={styles.title} style={{ "--start": `${left}%` } as CSSProperties}>
        <Status kind={mark.kind} name={mark.words} />
        <NextLink href={`/strategy/${row.key}`} prefetch={false}>
          {row.title}
        </NextLink>
        <span className={textStyles.recordKey}>{row.key}</span>
        {row.owner ? <Avatar name={row.owner.name} /> : null}
        {ledBy ? <span className={styles.note}>led by {ledBy}</span> : null}
        {note ? <span className={cx(styles.note, note.isWarm && styles.warm)}>{note.words}</span> : null}
      </p>
      <div className={styles.track} data-track={isRepeated ? undefined : row.key}>
        <RoadmapBar
          row={row}
          days={days}
          place={{ left, width }}
          scale={scale}
          today={today}
          move={move}
          isFirm={isFirm}
          donePercent={width > 0 ? Math.min(100, Math.max(0, (done / width) * 100)) : 0}
          onMove={onMove}
          onDone={onDone}
        />
        {row.milestones.map(({ id, title, dueOn, reachedOn, health }) => (
          <i
            key={id}
            className={styles.diamond}
            style={{ left: `${percentOf(scale, dueOn)}%` }}
            data-state={reachedOn ? "reached" : health === "off_track" ? "missed" : undefined}
            onPointerDown={dragBar}
            title={`${title}, ${reachedOn ? `reached on ${wordsOfDate(reachedOn, today)}` : wordsOfDate(dueOn, today)}`}
          />
        ))}
      </div>
      <ul className={textStyles.visuallyHidden}>
        {row.milestones.map(({ id, title, dueOn, reachedOn }) => (
          <li key={id}>
            {title}: {reachedOn ? `reached on ${wordsOfDate(reachedOn, today)}` : `due on ${wordsOfDate(dueOn, today)}`}
          </li>
        ))}
        {row.waitsFor
          .filter(({ reachedOn }) => reachedOn === null)
          .map(({ milestoneId, title, change }) => (
            <li key={milestoneId}>
              Waits for “{title}” of {change.key}
            </li>
          ))}
      </ul>
    </li>
  );
}

/** Returns the note after the title: a broken wait first, then silence, then the pace. */
function noteOf(row: RoadmapRow, today: LocalDate): { words: string; isWarm: boolean } | null {
  const [broken] = brokenWaits(row);
  if (broken)
    return { words: `would start ${spanWords(broken.days)} too early for ${broken.wait.change.key}`, isWarm: true };
  if (row.deferredUntil) return { words: `deferred until ${wordsOfDate(row.deferredUntil, today)}`, isWarm: false };
  if (row.stale) return { words: "no recent update", isWarm: false };
  if (row.pace !== null) return { words: paceWords(row.pace), isWarm: row.pace < 0 };
  return row.dated ? null : { words: "no days yet", isWarm: false };
}
