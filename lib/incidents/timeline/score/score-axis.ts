import { HOUR_MS, MINUTE_MS } from "#lib/base/time/spans.ts";

/** A stretch of time drawn to scale. */
export interface AxisPiece {
  fromMs: number;
  toMs: number;
  x0: number;
  x1: number;
}

/** A silent stretch that is cut out. `seconds` is its whole length. */
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

/** A stretch in which customers were affected. `toMs` is infinite while it continues. */
export interface FeltStretch {
  fromMs: number;
  toMs: number;
}

export const FOLD_PX = 78;
const FOLD_SHARE = 0.25;
/** Least share of the drawn time. A fold of a shorter silence would take more room than the silence. */
const LEAST_SHARE = 0.06;
const MOST_FOLDS = 6;
const PADDING_SHARE = 0.03;
const LEAST_PADDING_MS = MINUTE_MS;
const LEAST_PIECE_PX = 56;

/**
 * Returns the indexes after a silence that folds: longer than a quarter of the span, or the longest of those over an
 * hour outside impact.
 */
function foldsBefore(sortedMs: readonly number[], impact: readonly FeltStretch[] | undefined): ReadonlySet<number> {
  const spanMs = (sortedMs.at(-1) ?? 0) - (sortedMs[0] ?? 0);
  const silences = sortedMs
    .map((toMs, at) => ({ at, toMs, fromMs: sortedMs[at - 1] ?? toMs }))
    .sort((a, b) => b.toMs - b.fromMs - (a.toMs - a.fromMs));
  const folded = new Set<number>();
  let keptMs = spanMs;
  for (const { at, fromMs, toMs } of silences) {
    const lengthMs = toMs - fromMs;
    if (folded.size === MOST_FOLDS || lengthMs <= 0) break;
    const isFelt = impact?.some((felt) => felt.fromMs < toMs && felt.toMs > fromMs) ?? true;
    const isSilent = !isFelt && lengthMs > HOUR_MS && lengthMs > keptMs * LEAST_SHARE;
    if (lengthMs <= spanMs * FOLD_SHARE && !isSilent) continue;
    folded.add(at);
    keptMs -= lengthMs;
  }
  return folded;
}

/** Runs of instants between the folded silences. */
function runsOf(
  sortedMs: readonly number[],
  impact: readonly FeltStretch[] | undefined,
): { fromMs: number; toMs: number }[] {
  const first = sortedMs[0] ?? 0;
  const folded = foldsBefore(sortedMs, impact);
  const runs = [{ fromMs: first, toMs: first }];
  for (const [at, ms] of sortedMs.entries()) {
    const run = runs.at(-1);
    if (run && !folded.has(at)) run.toMs = ms;
    else runs.push({ fromMs: ms, toMs: ms });
  }
  return runs;
}

/**
 * Builds an axis from x0 to x1 (px) for instants in ms. Null without instants. A silence folds to 78 px if it is longer
 * than a quarter of the span or, with `impact`, over an hour long and outside impact. The rest has one scale, except
 * that very short pieces get room to be readable. Which silences fold never depends on the width.
 */
export function buildAxis(
  instantsMs: readonly number[],
  x0: number,
  x1: number,
  impact?: readonly FeltStretch[],
): ScoreAxis | null {
  if (instantsMs.length === 0) return null;
  const runs = runsOf(
    [...instantsMs].sort((a, b) => a - b),
    impact,
  );
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

/**
 * Returns the position of an instant on the axis in px. An instant outside is at the nearer end. It grows with time,
 * also within folds.
 */
export function xOf(axis: ScoreAxis, ms: number): number {
  const stretches = [...axis.pieces, ...axis.folds];
  const inside = stretches.find((one) => ms >= one.fromMs && ms <= one.toMs);
  if (!inside) return ms < (axis.pieces[0]?.fromMs ?? 0) ? axis.x0 : axis.x1;
  const share = (ms - inside.fromMs) / (inside.toMs - inside.fromMs);
  return inside.x0 + share * (inside.x1 - inside.x0);
}

/**
 * Returns the instant (ms) at a position on the axis (px), the inverse of `xOf`. A position outside is at the nearer
 * end.
 */
export function msAt(axis: ScoreAxis, x: number): number {
  const stretches = [...axis.pieces, ...axis.folds];
  const inside = stretches.find((one) => x >= one.x0 && x <= one.x1);
  if (!inside) return (x < axis.x0 ? axis.pieces[0]?.fromMs : axis.pieces.at(-1)?.toMs) ?? 0;
  return inside.fromMs + ((x - inside.x0) / (inside.x1 - inside.x0)) * (inside.toMs - inside.fromMs);
}
