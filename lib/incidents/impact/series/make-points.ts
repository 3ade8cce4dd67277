import { capProblems, type Sample, type Series, type SeriesPoint, type SeriesProblem } from "./series.ts";

/**
 * Returns samples as points. The ratio is computed if both counts exist. Impossible values are reported and left out.
 */
export function makePoints(samples: readonly Sample[], problems: readonly SeriesProblem[]): Series {
  const found: SeriesProblem[] = [...problems];
  const points = new Map<string, SeriesPoint>();
  for (const sample of samples) {
    if (points.has(sample.at)) {
      found.push({
        kind: "line",
        line: sample.line,
        text: `There are two values for ${sample.at}. The first one was used.`,
      });
      continue;
    }
    const point = pointOf(sample);
    points.set(sample.at, point);
    const wrong = wrongIn(point);
    if (!wrong) continue;
    found.push({ kind: "line", line: sample.line, text: wrong });
    points.set(sample.at, { at: point.at, errors: null, total: null, ratio: null });
  }
  const sorted = [...points.values()].sort((a, b) => (a.at < b.at ? -1 : 1));
  return { points: sorted, problems: capProblems(found) };
}

function pointOf({ at, values }: Sample): SeriesPoint {
  const { good = null } = values;
  const stated = values.errors ?? null;
  const total = values.total ?? (good !== null && stated !== null ? good + stated : null);
  const errors = stated ?? (good !== null && total !== null ? total - good : null);
  const computed = errors !== null && total !== null && total > 0 ? errors / total : null;
  return { at, errors, total, ratio: computed ?? statedRatio(values) };
}

function statedRatio({ ratio, percent, good_ratio, good_percent }: Sample["values"]): number | null {
  if (typeof ratio === "number") return ratio;
  if (typeof percent === "number") return percent / 100;
  if (typeof good_ratio === "number") return rounded(1 - good_ratio);
  return typeof good_percent === "number" ? rounded(1 - good_percent / 100) : null;
}

/** Returns 1 − 0.999 without the float's last digits. */
const rounded = (value: number) => Math.round(value * 1e12) / 1e12;

function wrongIn({ errors, total, ratio }: SeriesPoint): string | null {
  if ((errors ?? 0) < 0 || (total ?? 0) < 0) return "A count is below zero.";
  if (errors !== null && total !== null && errors > total) return `${errors} errors are more than ${total} requests.`;
  if (ratio !== null && (ratio < 0 || ratio > 1)) return `A share of ${ratio} isn't between 0 and 1.`;
  return null;
}
