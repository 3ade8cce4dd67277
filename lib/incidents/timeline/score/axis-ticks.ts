import { shortDay } from "#lib/base/time/local-date.ts";
import { axisStepMs, DAY_MS, MINUTE_MS } from "#lib/base/time/spans.ts";
import { clockIn } from "#lib/base/time/zoned-clock.ts";
import type { AxisPiece } from "./score-axis.ts";

export interface AxisTick {
  ms: number;
  x: number;
  label: string;
}

/** Returns the local time of an instant in a time zone, read as if it were UTC. */
function wallMs(ms: number, zone: string): number {
  const { day, time } = clockIn(ms, zone);
  return Date.parse(`${day}T${time}Z`) + (ms % 1000);
}

function labelOf(ms: number, stepMs: number, zone: string): string {
  const { day, time } = clockIn(ms, zone);
  if (stepMs >= 90 * DAY_MS) return `${shortDay(day)} ${day.slice(0, 4)}`;
  if (stepMs >= DAY_MS || time.startsWith("00:00:00")) return shortDay(day);
  return stepMs < MINUTE_MS ? time : time.slice(0, 5);
}

/**
 * Returns round times within a piece of the axis, at least `leastPx` apart. The first moment of a day shows its date.
 */
export function ticksOf(piece: AxisPiece, zone: string, leastPx = 72): AxisTick[] {
  const pxOfMs = (piece.x1 - piece.x0) / (piece.toMs - piece.fromMs);
  const stepMs = axisStepMs(pxOfMs, leastPx);
  const offsetMs = wallMs(piece.fromMs, zone) - piece.fromMs;
  const ticks: AxisTick[] = [];
  const first = Math.ceil((piece.fromMs + offsetMs) / stepMs) * stepMs - offsetMs;
  for (let ms = first; ms <= piece.toMs; ms += stepMs) {
    ticks.push({ ms, x: piece.x0 + (ms - piece.fromMs) * pxOfMs, label: labelOf(ms, stepMs, zone) });
  }
  return ticks;
}
