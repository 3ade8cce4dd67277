import { shortDay } from "#lib/base/time/local-date.ts";
import { clockIn } from "#lib/base/time/zoned-clock.ts";
import type { AxisPiece } from "./score-axis.ts";

export interface AxisTick {
  ms: number;
  x: number;
  label: string;
}

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
const STEPS_MS = [
  1000,
  5000,
  15_000,
  30_000,
  MINUTE,
  2 * MINUTE,
  5 * MINUTE,
  10 * MINUTE,
  15 * MINUTE,
  30 * MINUTE,
  HOUR,
  2 * HOUR,
  3 * HOUR,
  6 * HOUR,
  12 * HOUR,
  DAY,
  2 * DAY,
  7 * DAY,
  14 * DAY,
  30 * DAY,
  90 * DAY,
  365 * DAY,
] as const;

/** Returns the local time of an instant in a time zone, read as if it were UTC. */
function wallMs(ms: number, zone: string): number {
  const { day, time } = clockIn(ms, zone);
  return Date.parse(`${day}T${time}Z`) + (ms % 1000);
}

function labelOf(ms: number, stepMs: number, zone: string): string {
  const { day, time } = clockIn(ms, zone);
  if (stepMs >= 90 * DAY) return `${shortDay(day)} ${day.slice(0, 4)}`;
  if (stepMs >= DAY || time.startsWith("00:00:00")) return shortDay(day);
  return stepMs < MINUTE ? time : time.slice(0, 5);
}

/**
 * Returns round times within a piece of the axis, at least `leastPx` apart. The first moment of a day shows its date.
 */
export function ticksOf(piece: AxisPiece, zone: string, leastPx = 72): AxisTick[] {
  const pxOfMs = (piece.x1 - piece.x0) / (piece.toMs - piece.fromMs);
  const stepMs = STEPS_MS.find((step) => step * pxOfMs >= leastPx) ?? 365 * DAY;
  const offsetMs = wallMs(piece.fromMs, zone) - piece.fromMs;
  const ticks: AxisTick[] = [];
  const first = Math.ceil((piece.fromMs + offsetMs) / stepMs) * stepMs - offsetMs;
  for (let ms = first; ms <= piece.toMs; ms += stepMs) {
    ticks.push({ ms, x: piece.x0 + (ms - piece.fromMs) * pxOfMs, label: labelOf(ms, stepMs, zone) });
  }
  return ticks;
}
