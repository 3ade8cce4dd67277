import { cx } from "#components/ui/cx.ts";
import { TextLink } from "#components/ui/link.tsx";
import { EventGlyph, type EventShape } from "#components/ui/marks/event-glyph.tsx";
import textStyles from "#components/ui/roles/text.module.css";
import { formatDuration, formatMetric } from "#lib/base/time/duration.ts";
import { clockIn } from "#lib/base/time/zoned-clock.ts";
import type { Response } from "#lib/contract/impact.ts";
import { clockWords } from "../window-words.ts";
import styles from "./response.module.css";
import { percentAt, type ResponseSpan, TARGET_PX, targetBar } from "./response-span.ts";

type Measure = Response["measures"][number];
type MeasureRowProps = {
  measure: Measure;
  span: ResponseSpan | null;
  shapes: ReadonlyMap<string, EventShape>;
  zone: string;
  incidentKey: string;
  /** Whether the reader can set a milestone. Others see "unknown". */
  mayEdit: boolean;
};

/** One measure: both ends as text, its span on the axis, the value, and its target as a bar. */
export function MeasureRow({ measure, span, shapes, zone, incidentKey, mayEdit }: MeasureRowProps) {
  const { label, seconds, note } = measure;
  const asked = mayEdit ? missingEnd(measure) : null;
  return (
    <li className={cx(styles.measure, seconds === null && styles.missing)}>
      <div className={styles.name}>
        <b>{label}</b>
        <small>{endsWords(measure, zone)}</small>
      </div>
      <MeasureLane measure={measure} span={span} shapes={shapes} />
      <div className={cx(styles.value, textStyles.figure)}>
        {seconds === null ? (
          asked ? (
            <TextLink
              href={`/incidents/${incidentKey}?milestone=${asked}`}
              aria-label={`Add the time: ${label.toLowerCase()}`}
            >
              Add the time
            </TextLink>
          ) : (
            <span className={textStyles.muted}>{instead(measure)}</span>
          )
        ) : (
          formatMetric(measure)
        )}
      </div>
      <div className={styles.target}>
        <Target measure={measure} />
        {note ? <span className={textStyles.muted}>{note}</span> : null}
        {mayEdit && isReversed(measure) && !isLead(measure) ? (
          <MilestoneLinks measure={measure} incidentKey={incidentKey} />
        ) : null}
      </div>
    </li>
  );
}

/** Both ends are known, but in the wrong order. */
const isReversed = ({ from, to }: Pick<Measure, "from" | "to">): boolean =>
  from.at !== null && to.at !== null && Date.parse(to.at) < Date.parse(from.at);

/** A detection before impact is a lead and not a contradiction. */
const isLead = (measure: Measure): boolean => measure.name === "detect" && isReversed(measure);

/** Shown instead of an unknown value. */
function instead(measure: Measure): string {
  const { from, to } = measure;
  if (!isReversed(measure) || from.at === null || to.at === null) return "Unknown";
  if (!isLead(measure)) return "Contradiction";
  return `${formatDuration((Date.parse(from.at) - Date.parse(to.at)) / 1000)} before impact`;
}

/** Links for correcting two milestones in the wrong order: either one can be wrong. */
function MilestoneLinks({ measure: { from, to }, incidentKey }: Pick<MeasureRowProps, "measure" | "incidentKey">) {
  return [to, from].map(({ milestone, words }) =>
    milestone === null ? null : (
      <TextLink
        key={milestone}
        className={cx(styles.change, textStyles.accent)}
        href={`/incidents/${incidentKey}?milestone=${milestone}`}
      >
        Change {words}
      </TextLink>
    ),
  );
}

/**
 * Returns both ends, such as "detected 09:44:20 minus impact started 09:42:00", with the day where it differs, or
 * "impact started 09:42:00, missing: detected".
 */
export function endsWords({ from, to }: Pick<Measure, "from" | "to">, zone: string): string {
  const startDay = from.at === null ? null : clockIn(from.at, zone).day;
  const words = (end: Measure["from"]) => (end.at === null ? "" : `${end.words} ${clockWords(end.at, zone, startDay)}`);
  if (from.at !== null && to.at !== null)
    return `${words(to)} ${isReversed({ from, to }) ? "is before" : "minus"} ${words(from)}`;
  const missing = [...new Set([from, to].flatMap((end) => (end.at === null ? [end.words] : [])))];
  return [words(from), words(to), `missing: ${missing.join(" and ")}`].filter(Boolean).join(", ");
}

function missingEnd({ from, to }: Measure): string | null {
  return [from, to].find(({ at, milestone }) => at === null && milestone !== null)?.milestone ?? null;
}

function MeasureLane({ measure, span, shapes }: Pick<MeasureRowProps, "measure" | "span" | "shapes">) {
  const { from, to, seconds, targetSeconds, label } = measure;
  const place = (at: string | null) => (at === null || !span ? null : percentAt(span, at));
  const [start, end] = [place(from.at), place(to.at)];
  const isWarm = seconds !== null && targetSeconds !== null && seconds > targetSeconds;
  const glyphs = [
    { at: start, shape: shapes.get(from.eventId ?? "") ?? "context" },
    { at: end, shape: shapes.get(to.eventId ?? "") ?? "context" },
  ] as const;
  return (
    <div
      className={styles.lane}
      role="img"
      aria-label={seconds === null ? `${label}: unknown` : `${label} on the incident's axis`}
    >
      {start !== null && end !== null ? (
        <i
          style={{ left: `${Math.min(start, end)}%`, width: `${Math.abs(end - start)}%` }}
          data-warm={isWarm || undefined}
        />
      ) : (
        <Unknown start={start} end={end} />
      )}
      {glyphs.map(({ at, shape }, place) =>
        at === null ? null : (
          // Two ends, always in this order.
          <span key={place === 0 ? "from" : "to"} className={styles.end} style={{ left: `${at}%` }}>
            <EventGlyph shape={shape} />
          </span>
        ),
      )}
    </div>
  );
}

function Unknown({ start, end }: { start: number | null; end: number | null }) {
  const left = start ?? 0;
  return <i className={styles.unknown} style={{ left: `${left}%`, width: `${(end ?? 100) - left}%` }} />;
}

function Target({ measure: { seconds, targetSeconds } }: { measure: Measure }) {
  if (targetSeconds === null || seconds === null) return null;
  const bar = targetBar(seconds, targetSeconds);
  const target = `${formatDuration(targetSeconds)} target`;
  return (
    <>
      <svg
        className={styles.bar}
        viewBox="0 0 108 12"
        role="img"
        aria-label={`${formatDuration(seconds)} of ${target}`}
      >
        <rect className={styles.within} x="0" y="4" width={bar.withinPx} height="4" rx="1" />
        {bar.overPx > 0 ? <rect className={styles.over} x={TARGET_PX + 1} y="3" width={bar.overPx} height="6" /> : null}
        <rect className={styles.limit} x={TARGET_PX - 0.5} y="0" width="1.5" height="12" />
      </svg>
      <span>
        {bar.overSeconds > 0 ? (
          <>
            <b className={styles.beyond}>{formatDuration(bar.overSeconds)} over</b> the{" "}
          </>
        ) : null}
        {target}
      </span>
    </>
  );
}
