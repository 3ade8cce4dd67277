import { MINUTE_MS } from "#lib/base/time/spans.ts";
export type WindowEnd = "from" | "to";

/** Both ends of a window while one of them is moved. */
export interface Draft {
  from: string;
  to: string | null;
}

const STEP_MS = 10_000;
const BIG_STEP_MS = MINUTE_MS;
const LEAST_MS = 1000;

/** Arrow keys move an end by 10 s, with Shift by a minute; null for any other key. */
export function stepOf({ key, shiftKey }: { key: string; shiftKey: boolean }): number | null {
  const stepMs = shiftKey ? BIG_STEP_MS : STEP_MS;
  if (key === "ArrowLeft" || key === "ArrowDown") return -stepMs;
  if (key === "ArrowRight" || key === "ArrowUp") return stepMs;
  return null;
}

/** Returns the window with one end moved to an instant, never past the other end. */
export function moveEnd({ from, to }: Draft, end: WindowEnd, ms: number, nowMs: number): Draft {
  if (end === "from") {
    const latest = (to === null ? nowMs : Date.parse(to)) - LEAST_MS;
    return { from: new Date(Math.min(ms, latest)).toISOString(), to };
  }
  return { from, to: new Date(Math.max(ms, Date.parse(from) + LEAST_MS)).toISOString() };
}
