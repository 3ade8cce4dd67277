import Papa from "papaparse";
import { agreeRoles, type NamedValues } from "./agree-roles.ts";
import { makePoints } from "./make-points.ts";
import type { Sample, Series, SeriesProblem } from "./series.ts";
import { readSeriesNumber } from "./series-number.ts";
import { roleOfName } from "./series-role.ts";
import { readSeriesTime } from "./series-time.ts";

interface Row {
  line: number;
  cells: string[];
}

const SNIFF_ROWS = 50;

/**
 * Reads a time column and counts or a share from CSV or TSV. Local times are read in `zone`, and can't be read without
 * it.
 */
export function readTable(text: string, zone?: string): Series {
  const { data } = Papa.parse<string[]>(text, { delimitersToGuess: [",", "\t", ";", "|"] });
  const rows = data
    .map((cells, index): Row => ({ line: index + 1, cells }))
    .filter(({ cells }) => cells.some((cell) => cell.trim() !== ""));
  const timeAt = timeColumn(rows.slice(0, SNIFF_ROWS));
  if (timeAt === null) return nothing("No column contains times. Use epoch seconds or ISO 8601.");
  const first = rows[0];
  const isHeaded = first !== undefined && readSeriesTime(first.cells[timeAt] ?? "") === null;
  const body = isHeaded ? rows.slice(1) : rows;
  const problems: SeriesProblem[] = [];
  const timed = body.flatMap((row) => timeRow(row, timeAt, zone, problems));
  if (timed.length === 0) return { points: [], problems: capped(problems) };
  const columns = valueColumns(isHeaded ? first.cells : [], timeAt, timed, problems);
  if (columns.length === 0) return nothing("There's no column of numbers next to the times.");
  const agreed = agreeRoles(columns);
  if ("unclear" in agreed) return nothing(agreed.unclear);
  const samples = timed.map(({ line, at }): Sample => {
    const values: Sample["values"] = {};
    columns.forEach((column, index) => {
      const role = agreed.roles[index];
      if (role) values[role] = column.values.get(at) ?? null;
    });
    return { line, at, values };
  });
  return makePoints(samples, [...agreed.problems, ...problems]);
}

interface TimedRow extends Row {
  at: string;
}

function timeColumn(rows: readonly Row[]): number | null {
  const width = rows.reduce((most, { cells }) => Math.max(most, cells.length), 0);
  const counts = Array.from(
    { length: width },
    (_, at) => rows.filter(({ cells }) => readSeriesTime(cells[at] ?? "") !== null).length,
  );
  const most = Math.max(0, ...counts);
  return most > 0 ? counts.indexOf(most) : null;
}

function timeRow(row: Row, timeAt: number, zone: string | undefined, problems: SeriesProblem[]): TimedRow[] {
  const stated = (row.cells[timeAt] ?? "").trim();
  const time = readSeriesTime(stated, zone);
  if (time && "at" in time) return [{ ...row, at: time.at }];
  if (time === null)
    problems.push({ kind: "line", line: row.line, text: `This isn't a time: ${stated.slice(0, 60)}.` });
  else if ("unreal" in time)
    problems.push({ kind: "line", line: row.line, text: `${stated} occurs twice or not at all in ${zone}.` });
  else if (!problems.some(({ kind }) => kind === "zone"))
    problems.push({ kind: "zone", line: row.line, text: `What time zone is ${stated} in?` });
  return [];
}

/**
 * Returns the columns with numbers, with their values by instant. A cell that is neither a number nor empty is
 * reported.
 */
function valueColumns(headers: string[], timeAt: number, rows: TimedRow[], problems: SeriesProblem[]): NamedValues[] {
  const width = Math.max(0, ...rows.slice(0, SNIFF_ROWS).map(({ cells }) => cells.length));
  const columns: NamedValues[] = [];
  for (let at = 0; at < width; at += 1) {
    if (at === timeAt || !isNumeric(rows, at)) continue;
    const values = new Map<string, number | null>();
    let hasPercentSign = false;
    for (const row of rows) {
      const number = readSeriesNumber(row.cells[at] ?? "");
      if (number === undefined)
        problems.push({
          kind: "line",
          line: row.line,
          text: `This isn't a number: ${(row.cells[at] ?? "").slice(0, 60)}.`,
        });
      if (number?.isPercent) hasPercentSign = true;
      if (!values.has(row.at)) values.set(row.at, number?.value ?? null);
    }
    const name = headers[at]?.trim() ?? "";
    columns.push({ name: name || `Column ${at + 1}`, role: roleOfName(name), values, hasPercentSign });
  }
  return columns;
}

function isNumeric(rows: readonly TimedRow[], at: number): boolean {
  const cells = rows.slice(0, SNIFF_ROWS).map((row) => readSeriesNumber(row.cells[at] ?? ""));
  const numbers = cells.filter((one) => one !== null && one !== undefined).length;
  return numbers > 0 && numbers >= cells.filter((one) => one === undefined).length;
}

const capped = (problems: SeriesProblem[]) => makePoints([], problems).problems;
const nothing = (text: string): Series => ({ points: [], problems: [{ kind: "unclear", line: null, text }] });
