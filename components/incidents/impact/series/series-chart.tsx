"use client";

import { useMemo } from "react";
import { Chart, ChartLabel, GridLine, TargetLine } from "#components/ui/marks/chart.tsx";
import { Note } from "#components/ui/note.tsx";
import { useWidth } from "#components/ui/use-width.ts";
import { formatDuration } from "#lib/base/time/duration.ts";
import { weightWords } from "#lib/base/vocabulary/impact.ts";
import type { MeasuredWindow, SeriesRule } from "#lib/incidents/impact/series/measure-series.ts";
import type { SeriesPoint } from "#lib/incidents/impact/series/series.ts";
import { clockWords } from "../window-words.ts";
import { type ChartLayout, layOutChart } from "./chart-layout.ts";
import styles from "./series-chart.module.css";

type SeriesChartProps = {
  points: readonly SeriesPoint[];
  found: readonly MeasuredWindow[];
  rule: SeriesRule;
  zone: string;
};

const WIDE_FROM_PX = 500;

/**
 * Error rate over a dashed threshold. The windows found are brackets with their weight. Drawn separately for a small
 * width.
 */
export function SeriesChart({ points, found, rule, zone }: SeriesChartProps) {
  const [ref, widthPx] = useWidth(976);
  const heightPx = widthPx < WIDE_FROM_PX ? 210 : 250;
  const layout = useMemo(
    () => layOutChart(points, found, rule, { zone, widthPx, heightPx }),
    [points, found, rule, zone, widthPx, heightPx],
  );
  return (
    <div ref={ref}>
      {layout ? (
        <Chart
          width={widthPx}
          height={heightPx}
          viewBox={`0 0 ${widthPx} ${heightPx}`}
          role="img"
          aria-label={chartWords(layout, rule, zone)}
        >
          {layout.grid.map(({ y, label }) => (
            <g key={label}>
              <GridLine x1={layout.x0} x2={layout.x1} y1={y} y2={y} />
              <text x={layout.x0 - 6} y={y + 4} textAnchor="end">
                {label}
              </text>
            </g>
          ))}
          {layout.ticks.map((tick) => (
            <text
              key={tick.ms}
              x={tick.x}
              y={heightPx - 4}
              textAnchor={tick.x > layout.x1 - 16 ? "end" : tick.x < layout.x0 + 16 ? "start" : "middle"}
            >
              {tick.label}
            </text>
          ))}
          {layout.lines.map(({ line, area }) => (
            <g key={line}>
              <path className={styles.area} d={area} />
              <path className={styles.line} d={line} />
            </g>
          ))}
          <TargetLine x1={layout.x0} x2={layout.x1} y1={layout.thresholdY} y2={layout.thresholdY} />
          <ChartLabel x={layout.x1} y={layout.thresholdY - 6} textAnchor="end">
            threshold {rule.thresholdPercent}%
          </ChartLabel>
          <Brackets layout={layout} />
          <Peak layout={layout} zone={zone} />
        </Chart>
      ) : (
        <Note>The series has only one point, so there's no line to draw.</Note>
      )}
    </div>
  );
}

function Brackets({ layout }: { layout: ChartLayout }) {
  const y = layout.bottom + 8;
  return layout.brackets.map(({ x0, x1, window }) => {
    const seconds = (Date.parse(window.to) - Date.parse(window.from)) / 1000;
    const short = weightWords(window.weight);
    const long = `${short} for ${formatDuration(seconds)}`;
    return (
      <g key={window.from}>
        <path className={styles.bracket} d={`M${x0 + 1} ${y}v8H${Math.max(x0 + 2, x1 - 1)}v-8`} />
        {x1 - x0 > 24 ? (
          <ChartLabel x={(x0 + x1) / 2} y={y + 22} textAnchor="middle">
            {long.length * 6.3 < x1 - x0 ? long : short}
          </ChartLabel>
        ) : null}
      </g>
    );
  });
}

function Peak({ layout: { peak, x1, x0 }, zone }: { layout: ChartLayout; zone: string }) {
  if (!peak) return null;
  const anchor = peak.x > x1 - 60 ? "end" : peak.x < x0 + 60 ? "start" : "middle";
  return (
    <ChartLabel x={peak.x} y={Math.max(10, peak.y - 8)} textAnchor={anchor}>
      {peakWords(peak, zone)}
    </ChartLabel>
  );
}

const peakWords = ({ share, at }: NonNullable<ChartLayout["peak"]>, zone: string) =>
  `${Math.floor(share * 1000 + 1e-6) / 10}% at ${clockWords(at, zone).slice(0, 5)}`;

function chartWords(layout: ChartLayout, rule: SeriesRule, zone: string): string {
  const found = layout.brackets.map(
    ({ window }) =>
      `${clockWords(window.from, zone)} to ${clockWords(window.to, zone)} at ${weightWords(window.weight)}`,
  );
  const windows =
    found.length > 0
      ? `above ${rule.thresholdPercent}% from ${found.join(", ")}`
      : `never above ${rule.thresholdPercent}%`;
  return `Share of failed requests over time, ${windows}${layout.peak ? `, worst ${peakWords(layout.peak, zone)}` : ""}`;
}
