/** A stretch of time drawn to scale. */
export interface AxisPiece {
  fromMs: number;
  toMs: number;
  x0: number;
  x1: number;
}

/** A silent stretch that is cut out; `seconds` is its whole length. */
export interface AxisFold {
  fromMs: number;
  toMs: number;
  x0: number;
  x1: number;
  seconds: number;
}

export interface ScoreAxis {
  pieces: AxisPiece[];
  folds: AxisFold[];
  x0: number;
  x1: number;
}

export const FOLD_PX = 90;
const FOLD_SHARE = 0.25;
const PADDING_SHARE = 0.03;
const LEAST_PADDING_MS = 60_000;
const LEAST_PIECE_PX = 56;

/** Runs of instants without a gap of more than a quarter of the whole span. */
function runsOf(sortedMs: readonly number[]): { fromMs: number; toMs: number }[] {
  const first = sortedMs[0] ?? 0;
  const limitMs = ((sortedMs.at(-1) ?? first) - first) * FOLD_SHARE;
  const runs = [{ fromMs: first, toMs: first }];
  for (const ms of sortedMs.slice(1)) {
    const run = runs.at(-1);
    if (run && ms - run.toMs <= limitMs) run.toMs = ms;
    else runs.push({ fromMs: ms, toMs: ms });
  }
  return runs;
}

/**
 * A shared axis from x0 to x1 (px) for instants in ms, null without any. A gap of more than a quarter of the span is
 * folded to 90 px; the rest keeps one scale but for very short pieces, which get room to be read.
 */
export function buildAxis(instantsMs: readonly number[], x0: number, x1: number): ScoreAxis | null {
  if (instantsMs.length === 0) return null;
  const runs = runsOf([...instantsMs].sort((a, b) => a - b));
  const keptMs = runs.reduce((sum, run) => sum + run.toMs - run.fromMs, 0);
  const paddingMs = Math.max(LEAST_PADDING_MS, keptMs * PADDING_SHARE);
  const padded = runs.map((run, at) => {
    const before = runs[at - 1];
    const after = runs[at + 1];
    const left = before ? Math.min(paddingMs, (run.fromMs - before.toMs) / 3) : paddingMs;
    const right = after ? Math.min(paddingMs, (after.fromMs - run.toMs) / 3) : paddingMs;
    return { fromMs: run.fromMs - left, toMs: run.toMs + right };
  });
  const foldPx = Math.min(FOLD_PX, (x1 - x0) / (2 * runs.length));
  const roomPx = x1 - x0 - foldPx * (runs.length - 1);
  const leastPx = Math.min(LEAST_PIECE_PX, roomPx / runs.length);
  const totalMs = padded.reduce((sum, piece) => sum + piece.toMs - piece.fromMs, 0);
  const sharedPx = roomPx - leastPx * runs.length;

  const pieces: AxisPiece[] = [];
  const folds: AxisFold[] = [];
  let x = x0;
  for (const [at, piece] of padded.entries()) {
    const end = x + leastPx + (sharedPx * (piece.toMs - piece.fromMs)) / totalMs;
    pieces.push({ ...piece, x0: x, x1: end });
    const next = padded[at + 1];
    if (next) {
      const seconds = ((runs[at + 1]?.fromMs ?? 0) - (runs[at]?.toMs ?? 0)) / 1000;
      folds.push({ fromMs: piece.toMs, toMs: next.fromMs, x0: end, x1: end + foldPx, seconds });
    }
    x = end + foldPx;
  }
  return { pieces, folds, x0, x1 };
}

/** Where an instant stands on the axis, in px; outside of it at its nearer end. Grows with time, through folds too. */
export function xOf(axis: ScoreAxis, ms: number): number {
  const stretches = [...axis.pieces, ...axis.folds];
  const inside = stretches.find((one) => ms >= one.fromMs && ms <= one.toMs);
  if (!inside) return ms < (axis.pieces[0]?.fromMs ?? 0) ? axis.x0 : axis.x1;
  const share = (ms - inside.fromMs) / (inside.toMs - inside.fromMs);
  return inside.x0 + share * (inside.x1 - inside.x0);
}
