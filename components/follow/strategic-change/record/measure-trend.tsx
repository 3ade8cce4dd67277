"use client";

import { Chart, ChartLabel, GridLine, TargetLine } from "#components/ui/marks/chart.tsx";
import { useWidth } from "#components/ui/use-width.ts";
import { countWords } from "#lib/base/text/sentence.ts";
import { type LocalDate, MONTHS, partsOf, wordsOfDate } from "#lib/base/time/local-date.ts";
import type { ChangeMeasure } from "#lib/contract/strategic-change.ts";
import { dayAxis, type MeasuredPoint, valueAxis } from "#lib/follow/strategic-change/measure-trend.ts";
import { figureWords, tickWords } from "../figure-words.ts";
import styles from "./measure-trend.module.css";

const HEIGHT = 176;
const [TOP, BOTTOM] = [16, 148];
const [LEFT, RIGHT] = [52, 84];
/** Room for "Feb 2027" on the axis, and for a line of text. */
const MONTH_ROOM = 72;
const LINE = 14;

interface MeasureTrendProps {
  measure: ChangeMeasure;
  points: readonly MeasuredPoint[];
  /** The day on which the chart starts, if nothing was measured before it. */
  from: LocalDate;
  today: LocalDate;
}

/** The measured values so far, with the baseline and the target, to the day of the target. */
export function MeasureTrend({ measure, points, from, today }: MeasureTrendProps) {
  const [frame, width] = useWidth(680);
  const { unit, baseline, target, by } = measure;
  const values = valueAxis([...points.map(({ value }) => value), target, ...(baseline === null ? [] : [baseline])]);
  const days = dayAxis(
    [...points.map(({ on }) => on), from, by, today],
    Math.floor((width - LEFT - RIGHT) / MONTH_ROOM),
  );
  const x = (day: LocalDate) => LEFT + days.place(day) * (width - LEFT - RIGHT);
  const y = (value: number) => BOTTOM - values.place(value) * (BOTTOM - TOP);
  const last = points.at(-1);
  const hasBaseline = baseline !== null && Math.abs(y(baseline) - y(target)) > LINE;
  return (
    <figure ref={frame} className={styles.trend}>
      <Chart
        viewBox={`0 0 ${width} ${HEIGHT}`}
        width={width}
        height={HEIGHT}
        role="img"
        aria-label={trendWords(measure, points, today)}
      >
        {values.ticks.map((tick) => (
          <g key={tick}>
            <GridLine x1={LEFT} x2={width - RIGHT} y1={y(tick)} y2={y(tick)} />
            <text x={LEFT - 8} y={y(tick) + 4} textAnchor="end">
              {tickWords(tick)}
            </text>
          </g>
        ))}
        {days.months.map(({ day, at }) => (
          <text key={day} x={x(day)} y={HEIGHT - 8} textAnchor={at > 0.95 ? "end" : "start"}>
            {monthWords(day, days.months[0]?.day === day)}
          </text>
        ))}
        <line className={styles.today} x1={x(today)} x2={x(today)} y1={TOP - 8} y2={BOTTOM} />
        <TargetLine x1={LEFT} x2={width - RIGHT} y1={y(target)} y2={y(target)} />
        <ChartLabel x={width - RIGHT + 8} y={y(target) + 4}>
          Target
        </ChartLabel>
        {hasBaseline ? (
          <text x={width - RIGHT + 8} y={y(baseline) + 4}>
            Baseline
          </text>
        ) : null}
        <polyline className={styles.line} points={points.map(({ on, value }) => `${x(on)},${y(value)}`).join(" ")} />
        {points.map((point, at) => (
          <circle
            // Two can be of one day, with one value.
            key={`${point.on} ${at.toString()}`}
            className={point === last ? styles.last : styles.point}
            cx={x(point.on)}
            cy={y(point.value)}
            r="5"
          />
        ))}
        {last ? (
          <ChartLabel
            x={x(last.on) + (isRight(days.place(last.on)) ? -10 : 10)}
            y={y(last.value) - 8}
            textAnchor={isRight(days.place(last.on)) ? "end" : "start"}
          >
            {figureWords(last.value, unit)}
          </ChartLabel>
        ) : null}
      </Chart>
    </figure>
  );
}

const isRight = (place: number) => place > 0.7;

function monthWords(day: LocalDate, isFirst: boolean): string {
  const { year, month } = partsOf(day);
  return `${MONTHS[month - 1]}${isFirst || month === 1 ? ` ${year}` : ""}`;
}

function trendWords({ metric, unit, target, by }: ChangeMeasure, points: readonly MeasuredPoint[], today: LocalDate) {
  const seen = points.map(({ on, value }) => `${figureWords(value, unit)} on ${wordsOfDate(on, today)}`);
  return `${metric}: ${countWords(points.length, "value")}. ${seen.join(", ")}. Target: ${figureWords(target, unit)} by ${wordsOfDate(by, today)}.`;
}
