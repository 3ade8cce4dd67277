import { matrixOf, readMatrix } from "./prometheus-series.ts";
import type { Series } from "./series.ts";
import { readTable } from "./table-series.ts";

/**
 * A pasted metric as points: CSV or TSV with a time and errors and total, or a time and a share; or a range result of
 * Prometheus. Nothing is guessed in silence: `problems` says what was left out, taken on a guess or asked. Local times
 * count in `zone` (IANA name or offset); without one they are asked. Never throws.
 */
export function readSeries(text: string, { zone }: { zone?: string } = {}): Series {
  const trimmed = text.replace(/^\uFEFF/, "").trim();
  if (trimmed === "") return { points: [], problems: [{ kind: "unclear", line: null, text: "This is empty." }] };
  if (!/^[[{]/.test(trimmed)) return readTable(trimmed, zone);
  const matrix = matrixOf(parseJson(trimmed));
  if (matrix) return readMatrix(matrix);
  const words = "This JSON isn't a range result of Prometheus: it has no matrix.";
  return { points: [], problems: [{ kind: "unclear", line: null, text: words }] };
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
