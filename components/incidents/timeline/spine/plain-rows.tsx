import { Import, Plus } from "lucide-react";
import { cx } from "#components/ui/cx.ts";
import { TextLink } from "#components/ui/link.tsx";
import textStyles from "#components/ui/roles/text.module.css";
import { formatDuration } from "#lib/base/time/duration.ts";
import { dayWords } from "#lib/base/time/instant-words.ts";
import { daysBetween } from "#lib/base/time/local-date.ts";
import { clockIn } from "#lib/base/time/zoned-clock.ts";
import { useTimelineScope } from "../state/scope.tsx";
import type { SpineRow } from "../story/spine-rows.ts";
import styles from "./plain-rows.module.css";
import rowStyles from "./row.module.css";

type PhaseRowProps = { row: Extract<SpineRow, { type: "phase" }> };

/** The start of a phase: its name, known ends and duration. */
export function PhaseRow({ row }: PhaseRowProps) {
  const { zone, baseDay } = useTimelineScope();
  const time = (at: string) => {
    const clock = clockIn(at, zone);
    const days = baseDay === null ? 0 : daysBetween(baseDay, clock.day);
    return `${clock.time.slice(0, 5)}${days === 0 ? "" : ` ${days > 0 ? "+" : "−"}${Math.abs(days)}`}`;
  };
  const seconds = row.from && row.to ? (Date.parse(row.to) - Date.parse(row.from)) / 1000 : null;
  const ends =
    row.from && row.to
      ? `${time(row.from)} to ${time(row.to)}`
      : row.from
        ? `from ${time(row.from)}`
        : row.to
          ? `until ${time(row.to)}`
          : "";
  return (
    <>
      <span className={rowStyles.spine} />
      <h3 className={styles.heading}>
        {row.label}{" "}
        <span className={textStyles.figure}>
          {ends}
          {seconds === null ? "" : `, ${formatDuration(seconds)}`}
        </span>
      </h3>
    </>
  );
}

/** A stretch without a timed event, and a button to fill it. */
export function GapRow({ row: { seconds, from } }: { row: Extract<SpineRow, { type: "gap" }> }) {
  const { incidentKey, mayEdit, writeAt } = useTimelineScope();
  return (
    <>
      <span className={rowStyles.spine}>
        <i className={styles.break} />
      </span>
      <div className={styles.gap}>
        <span>
          <b>{formatDuration(seconds)}</b> without a timed event
        </span>
        {mayEdit ? (
          <span className={cx(styles.gapActs, "noprint")}>
            <TextLink href={`/incidents/${incidentKey}/import`}>
              <Import size={14} /> Import events
            </TextLink>
            <button type="button" className={textStyles.link} onClick={() => writeAt(from)}>
              <Plus size={14} /> Add event
            </button>
          </span>
        ) : null}
      </div>
    </>
  );
}

/** The start of another day, in the shown time zone. */
export function DayRow({ at }: { at: string }) {
  const { zone } = useTimelineScope();
  return (
    <>
      <span className={rowStyles.spine} />
      <span className={styles.day}>{dayWords(at, zone)}</span>
    </>
  );
}

/** The moment of the reading. What is below hadn't happened yet. */
export function SeenRow({ at }: { at: string }) {
  const { zone } = useTimelineScope();
  return (
    <>
      <b className={textStyles.figure}>{clockIn(at, zone).time.slice(0, 5)}</b>
      <span>Later events hadn't happened yet</span>
    </>
  );
}
