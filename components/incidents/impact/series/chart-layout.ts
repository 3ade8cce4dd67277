import type { MeasuredWindow, SeriesRule } from "#lib/incidents/impact/series/measure-series.ts";
import type { SeriesPoint } from "#lib/incidents/impact/series/series.ts";
import { ratioOf } from "#lib/incidents/impact/series/series-samples.ts";
import { type AxisTick, ticksOf } from "#lib/incidents/timeline/score/axis-ticks.ts";

const LEFT_PX = 40;
const RIGHT_PX = 4;
const TOP_PX = 22;
const BOTTOM_PX = 58;

export interface ChartLayout {
  widthPx: number;
  heightPx: number;
  x0: number;
  x1: number;
  bottom: number;
  grid: { y: number; label: string }[];
  ticks: AxisTick[];
  /** Runs of the line, divided by gaps in the data. */
  lines: { line: string; area: string }[];
  thresholdY: number;
  peak: { x: number; y: number; share: number; at: string } | null;
  brackets: { x0: number; x1: number; window: MeasuredWindow }[];
}

interface Shown {
  ms: number;
  share: number | null;
}

/** The error rate over time with its threshold and the windows found, in px. Null for a series with one moment. */
export function layOutChart(
  points: readonly SeriesPoint[],
  found: readonly MeasuredWindow[],
  rule: SeriesRule,
  { zone, widthPx, heightPx }: { zone: string; widthPx: number; heightPx: number },
): ChartLayout | null {
  const shown = points.map((point) => ({ ms: Date.parse(point.at), share: ratioOf(point) }));
  const [fromMs, toMs] = [shown[0]?.ms ?? 0, shown.at(-1)?.ms ?? 0];
  if (toMs <= fromMs) return null;
  const [x0, x1, bottom] = [LEFT_PX, widthPx - RIGHT_PX, heightPx - BOTTOM_PX];
  const top = topOf(Math.max(rule.thresholdPercent / 100, ...shown.map(({ share }) => share ?? 0)));
  const xOf = (ms: number) => x0 + ((Math.min(toMs, ms) - fromMs) / (toMs - fromMs)) * (x1 - x0);
  const yOf = (share: number) => bottom - (share / top) * (bottom - TOP_PX);
  const highest = shown.reduce<Shown | null>(
    (best, one) => ((one.share ?? -1) > (best?.share ?? -1) ? one : best),
    null,
  );
  return {
    widthPx,
    heightPx,
    x0,
    x1,
    bottom,
    grid: [0, 0.25, 0.5, 0.75, 1].map((part) => ({ y: yOf(part * top), label: percentWords(part * top) })),
    ticks: ticksOf({ fromMs, toMs, x0, x1 }, zone, 68),
    lines: linesOf(thin(shown, x1 - x0), xOf, yOf, bottom),
    thresholdY: yOf(rule.thresholdPercent / 100),
    peak:
      highest?.share == null
        ? null
        : { x: xOf(highest.ms), y: yOf(highest.share), share: highest.share, at: new Date(highest.ms).toISOString() },
    brackets: found.map((window) => ({ x0: xOf(Date.parse(window.from)), x1: xOf(Date.parse(window.to)), window })),
  };
}

/** A round upper end of the axis, with room for small rates. */
const topOf = (share: number) => [0.01, 0.02, 0.05, 0.1, 0.2, 0.4, 0.6].find((top) => share <= top * 0.9) ?? 1;
const percentWords = (share: number) => `${Math.round(share * 10_000) / 100}%`;

/** At most two moments per px, the lowest and the highest, so a peak of one second is still visible. */
function thin(shown: readonly Shown[], px: number): readonly Shown[] {
  const each = Math.ceil(shown.length / Math.max(1, px));
  if (each <= 2) return shown;
  const kept: Shown[] = [];
  for (let at = 0; at < shown.length; at += each) {
    const part = shown.slice(at, at + each).sort((a, b) => (a.share ?? -1) - (b.share ?? -1));
    const ends = [part[0], part.at(-1)].flatMap((one) => one ?? []).sort((a, b) => a.ms - b.ms);
    kept.push(...ends);
  }
  return kept;
}

function linesOf(
  shown: readonly Shown[],
  xOf: (ms: number) => number,
  yOf: (share: number) => number,
  bottom: number,
): ChartLayout["lines"] {
  const runs: { x: number; y: number }[][] = [[]];
  for (const { ms, share } of shown) {
    if (share === null) runs.push([]);
    else runs.at(-1)?.push({ x: xOf(ms), y: yOf(share) });
  }
  return runs.flatMap((run) => {
    const [first, last] = [run[0], run.at(-1)];
    if (!first || !last) return [];
    const path = run.map(({ x, y }) => `${x.toFixed(1)} ${y.toFixed(1)}`).join("L");
    return [{ line: `M${path}`, area: `M${first.x.toFixed(1)} ${bottom}L${path}L${last.x.toFixed(1)} ${bottom}Z` }];
  });
}
