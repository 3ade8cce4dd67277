import { cx } from "#components/ui/cx.ts";
import { Late } from "#components/ui/labels/late.tsx";
import { shortDay, wordsOfDate } from "#lib/base/time/local-date.ts";
import { type DueDates, dueLine, dueLineWords } from "#lib/follow/action-item/due-line.ts";
import styles from "./due-line.module.css";

const left = (at: number) => ({ left: `${at}%` });
const between = ({ from, to }: { from: number; to: number }) => ({ left: `${from}%`, width: `${to - from}%` });

/**
 * The due date with its moves: first and former dates as dashed ticks joined by brackets, the present date, and today.
 * One picture with all of it as its text.
 */
export function DueLine(dates: DueDates) {
  const line = dueLine(dates);
  if (line === null) return null;
  const { ticks, moves, late, end, daysLate } = line;
  return (
    <div className={styles.line} role="img" aria-label={dueLineWords(dates)}>
      <i className={styles.axis} />
      {moves.map((move) => (
        <i
          key={move.id}
          className={styles.move}
          style={between({ from: Math.min(move.from, move.to), to: Math.max(move.from, move.to) })}
        />
      ))}
      {late.map((part) => (
        <i key={part.age} className={styles.late} data-age={part.age} style={between(part)} />
      ))}
      {ticks.map((tick) => (
        <i key={tick.id} className={styles.tick} data-kind={tick.kind} style={left(tick.at)} />
      ))}
      <i className={styles.end} style={left(end.at)} />
      <span className={cx(styles.label, styles.above)} data-align={end.label} style={left(end.at)}>
        {dates.verifiedOn === null ? "today" : `verified ${shortDay(dates.verifiedOn)}`}
        {daysLate > 0 ? (
          <>
            , <Late daysLate={daysLate} />
          </>
        ) : null}
      </span>
      {ticks.map((tick) =>
        tick.label === null ? null : (
          <span
            key={tick.id}
            className={styles.label}
            data-kind={tick.kind}
            data-align={tick.label}
            style={left(tick.at)}
          >
            {tick.kind === "present" ? wordsOfDate(tick.date, dates.today) : shortDay(tick.date)}
            {tick.kind === "first" ? ", first" : ""}
          </span>
        ),
      )}
    </div>
  );
}
