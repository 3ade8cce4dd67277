import { matrixOf, readMatrix } from "./prometheus-series.ts";
import type { Series } from "./series.ts";
import { readTable } from "./table-series.ts";

/**
 * Reads a pasted metric as points: CSV or TSV with a time and errors and total, or a time and a share, or a range
 * result of Prometheus. `problems` lists everything left out, guessed or unclear. Local times are read in `zone` (IANA
 * name or offset), and are a problem without it. Never throws.
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
