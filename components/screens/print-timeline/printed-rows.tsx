import { differingTimes } from "#components/incidents/timeline/story/differing-times.ts";
import { bundleOf, lettersOf } from "#components/incidents/timeline/story/group-words.ts";
import { sourceName } from "#components/incidents/timeline/story/source-name.ts";
import { cx } from "#components/ui/cx.ts";
import { EventGlyph } from "#components/ui/marks/event-glyph.tsx";
import textStyles from "#components/ui/roles/text.module.css";
import { formatDuration } from "#lib/base/time/duration.ts";
import { dayWords } from "#lib/base/time/instant-words.ts";
import { daysBetween } from "#lib/base/time/local-date.ts";
import { clockIn, eventClock } from "#lib/base/time/zoned-clock.ts";
import type { TimelineEvent } from "#lib/contract/timeline.ts";
import { MILESTONE_WORDS } from "#lib/incidents/timeline/milestones/milestone-names.ts";
import { certaintyOf, drawnShape } from "#lib/incidents/timeline/score/score-marks.ts";
import { bodyBeyondTitle, titleBeyond } from "#lib/incidents/timeline/story/beyond-title.ts";
import type { PrintedRow, PrintSection } from "./print-sections.ts";
import styles from "./print-sheet.module.css";

export interface PrintChoice {
  score: boolean;
  pinned: boolean;
  details: boolean;
  sources: boolean;
  names: boolean;
}

/** The time zones of a sheet. */
export interface PrintClock {
  zone: string;
  /** Day of the first event. Later ones have "+1". */
  baseDay: string | null;
}

const BANDS = { before: "pre", latent: "lat", degraded: "deg", outage: "out", open: "open", restored: "res" } as const;

function dayMark(at: string, { zone, baseDay }: PrintClock): string {
  const days = baseDay === null ? 0 : daysBetween(baseDay, clockIn(at, zone).day);
  return days === 0 ? "" : ` ${days > 0 ? "+" : "−"}${Math.abs(days)}`;
}

type PrintTableProps = {
  section: PrintSection;
  clock: PrintClock;
  choice: PrintChoice;
  /** The first table has the visible column headings. In the others they are for screen readers only. */
  namesColumns: boolean;
};

/** The events of one phase. Its heading is repeated on each sheet. */
export function PrintTable({ section: { phase, rows }, clock, choice, namesColumns }: PrintTableProps) {
  const head = (name: string) => (
    <th scope="col">{namesColumns ? name : <span className={textStyles.visuallyHidden}>{name}</span>}</th>
  );
  const time = (at: string) => `${clockIn(at, clock.zone).time.slice(0, 5)}${dayMark(at, clock)}`;
  const ends = [phase?.from ? time(phase.from) : "", phase?.to ? time(phase.to) : ""];
  const seconds = phase?.from && phase.to ? (Date.parse(phase.to) - Date.parse(phase.from)) / 1000 : null;
  const span = ends[0] && ends[1] ? ends.join(" to ") : ends[0] ? `from ${ends[0]}` : ends[1] ? `until ${ends[1]}` : "";
  return (
    <table className={styles.table}>
      <colgroup>
        <col className={styles.timeColumn} />
        <col className={styles.glyphColumn} />
        <col />
        {choice.sources ? <col className={styles.fromColumn} /> : null}
        <col className={styles.idColumn} />
      </colgroup>
      <thead>
        <tr>
          <th colSpan={3} className={styles.phase} scope="colgroup">
            {phase?.label ?? "Before"}
            <span>
              {span}
              {seconds ? `, ${formatDuration(seconds)}` : ""}
            </span>
          </th>
          {choice.sources ? head("From") : null}
          {head("Event")}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.key} className={styles.row} data-ph={BANDS[row.tone]}>
            <PrintedCells row={row} clock={clock} choice={choice} />
          </tr>
        ))}
      </tbody>
    </table>
  );
}

type CellsProps = { row: PrintedRow; clock: PrintClock; choice: PrintChoice };

function PrintedCells({ row, clock, choice }: CellsProps) {
  if (row.type === "gap" || row.type === "day") {
    return (
      <>
        <td />
        <td className={styles.glyph} />
        <td colSpan={choice.sources ? 3 : 2} className={row.type === "gap" ? styles.gap : styles.day}>
          {row.type === "gap" ? `${formatDuration(row.seconds)} without a timed event` : dayWords(row.at, clock.zone)}
        </td>
      </>
    );
  }
  const { event, group } = row;
  const bundle = group && group.bundled.length > 0 ? bundleOf(group) : null;
  const differ = group ? differingTimes(group) : null;
  const more = choice.details ? bodyBeyondTitle(event) : "";
  return (
    <>
      <td className={textStyles.figure}>
        {differ ? (
          differ.times.map(({ event: account, at }) => (
            <div key={account.id}>
              {eventClock({ at, endAt: null, precision: account.precision }, clock.zone).text}
              {dayMark(at, clock)} {account.source.letter}
            </div>
          ))
        ) : (
          <PrintedTime event={event} clock={clock} />
        )}
      </td>
      <td className={styles.glyph}>
        <EventGlyph shape={drawnShape(event)} certainty={certaintyOf(event)} />
      </td>
      <td className={cx(event.pinned && styles.key)}>
        {choice.names ? `${event.actor ?? sourceName(event.source)}: ` : null}
        {choice.names ? titleBeyond(event) : event.title}
        {bundle ? `, ${bundle.count} times` : null}
        {event.milestones.length > 0 ? (
          <span className={styles.body}> ({event.milestones.map((name) => MILESTONE_WORDS[name]).join(", ")})</span>
        ) : null}
        {more ? <div className={styles.body}>{more}</div> : null}
      </td>
      {choice.sources ? (
        <td>
          {lettersOf(event, group)
            .map(({ letter }) => letter)
            .join(" ")}
        </td>
      ) : null}
      <td className={textStyles.figure}>E{event.number}</td>
    </>
  );
}

function PrintedTime({ event, clock }: { event: TimelineEvent; clock: PrintClock }) {
  const { text } = eventClock(event, clock.zone);
  if (event.at === null || text === "") return <span className={styles.muted}>order known</span>;
  return (
    <time dateTime={event.at}>
      {text}
      {event.precision === "day" ? "" : dayMark(event.at, clock)}
    </time>
  );
}
