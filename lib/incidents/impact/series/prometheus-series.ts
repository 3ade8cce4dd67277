import { agreeRoles, type NamedValues } from "./agree-roles.ts";
import { makePoints } from "./make-points.ts";
import type { Sample, Series, SeriesProblem } from "./series.ts";
import { readSeriesNumber } from "./series-number.ts";
import { roleOfName } from "./series-role.ts";
import { readSeriesTime } from "./series-time.ts";

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/**
 * Returns the series of a range result: the whole response, its `data`, or its `result` alone. Null for any other
 * value.
 */
export function matrixOf(json: unknown): Record<string, unknown>[] | null {
  const data = isRecord(json) && isRecord(json.data) ? json.data : json;
  const list = isRecord(data) && data.resultType === "matrix" ? data.result : data;
  if (!Array.isArray(list)) return null;
  const isMatrix = list.every((one) => isRecord(one) && isRecord(one.metric) && Array.isArray(one.values));
  const isEmptyAnswer = list.length === 0 && isRecord(data);
  return (isMatrix && list.length > 0) || isEmptyAnswer ? list.filter(isRecord) : null;
}

/**
 * Reads a ratio, or errors and total, from a range result of Prometheus. Times are epoch seconds, as the API returns
 * them.
 */
export function readMatrix(matrix: readonly Record<string, unknown>[]): Series {
  const problems: SeriesProblem[] = [];
  if (matrix.length === 0) return nothing("The range result contains no series.");
  if (matrix.length > 2)
    return nothing(
      `The range result contains ${matrix.length} series. Aggregate it to one share of errors, or to errors and all requests.`,
    );
  const named = matrix.map((series) => readValues(series, problems));
  const agreed = agreeRoles(named);
  if ("unclear" in agreed) return nothing(agreed.unclear);
  const samples = new Map<string, Sample>();
  named.forEach(({ values }, index) => {
    const role = agreed.roles[index];
    if (role === undefined || role === null) return;
    values.forEach((value, at) => {
      const sample = samples.get(at) ?? { line: samples.size, at, values: {} };
      sample.values[role] = value;
      samples.set(at, sample);
    });
  });
  // Prometheus leaves a series out at steps where nothing was counted.
  return makePoints([...samples.values()], [...problems, ...agreed.problems]);
}

function readValues(series: Record<string, unknown>, problems: SeriesProblem[]): NamedValues {
  const labels = isRecord(series.metric) ? series.metric : {};
  const name = Object.entries(labels)
    .map(([key, value]) => (key === "__name__" ? String(value) : `${key}="${String(value)}"`))
    .join(" ");
  const values = new Map<string, number | null>();
  const pairs: unknown[] = Array.isArray(series.values) ? series.values : [];
  pairs.forEach((pair, line) => {
    const [at, value]: unknown[] = Array.isArray(pair) ? pair : [];
    const time = readSeriesTime(String(at));
    const number = readSeriesNumber(String(value));
    if (!time || !("at" in time)) problems.push({ kind: "line", line, text: `This isn't a time: ${short(at)}.` });
    else if (number === undefined) problems.push({ kind: "line", line, text: `This isn't a number: ${short(value)}.` });
    else values.set(time.at, number?.value ?? null);
  });
  return { name: name || "The series without labels", role: roleOfName(name), values, hasPercentSign: false };
}

const short = (value: unknown) => String(value).slice(0, 60);
const nothing = (text: string): Series => ({ points: [], problems: [{ kind: "unclear", line: null, text }] });
