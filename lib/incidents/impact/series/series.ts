/**
 * One moment of a pasted metric. Counts are per step of the series, and `ratio` is failed divided by all requests, 0 to
 * 1.
 */
export interface SeriesPoint {
  /** ISO 8601 in UTC. */
  at: string;
  errors: number | null;
  total: number | null;
  ratio: number | null;
}

/** Something to report about a series: a line that was left out, a guess, or why nothing was read. */
export interface SeriesProblem {
  kind: "line" | "guess" | "zone" | "unclear";
  /** Physical line, or the sample's index in Prometheus JSON. Null if it concerns the whole series. */
  line: number | null;
  text: string;
}

export interface Series {
  /** In order of time, one per moment. */
  points: SeriesPoint[];
  problems: SeriesProblem[];
}

/** The measure in a column or a labelled series. */
export type SeriesRole = "errors" | "total" | "good" | "ratio" | "percent" | "good_ratio" | "good_percent";

export interface Sample {
  line: number;
  at: string;
  values: Partial<Record<SeriesRole, number | null>>;
}

const LINES_NAMED = 20;

/** Names the first twenty bad lines, and counts the rest. */
export function capProblems(problems: readonly SeriesProblem[]): SeriesProblem[] {
  const lines = problems.filter(({ kind }) => kind === "line");
  const others = problems.filter(({ kind }) => kind !== "line");
  const rest = lines.length - LINES_NAMED;
  if (rest <= 0) return [...others, ...lines];
  return [
    ...others,
    ...lines.slice(0, LINES_NAMED),
    { kind: "line", line: null, text: `${rest} more lines were left out.` },
  ];
}
