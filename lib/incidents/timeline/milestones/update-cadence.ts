import type { Precision } from "#lib/base/time/precision.ts";

export interface PublicUpdate {
  id: string;
  at: string;
  precision: Precision;
}

export interface Wait<Update extends PublicUpdate> {
  from: Update;
  /** Null: no further update followed, and the wait ends with the impact, or now. */
  to: Update | null;
  untilAt: string;
  untilWords: string;
}

interface Span {
  /** Start of impact. Null if it isn't known. */
  from: string | null;
  /** End of impact. Null while it continues or is unknown. */
  to: string | null;
  now: string;
}

/**
 * Returns the longest wait between public updates that started during the impact: to the next update whenever it came,
 * otherwise to the end of impact, otherwise until now. Null without an update in that time.
 */
export function worstWait<Update extends PublicUpdate>(updates: readonly Update[], span: Span): Wait<Update> | null {
  const ordered = [...updates].sort((a, b) => Date.parse(a.at) - Date.parse(b.at));
  const fromMs = span.from === null ? Number.NEGATIVE_INFINITY : Date.parse(span.from);
  const endMs = span.to === null ? Date.parse(span.now) : Date.parse(span.to);
  let worst: Wait<Update> | null = null;
  let worstMs = 0;
  for (const [place, update] of ordered.entries()) {
    const startMs = Date.parse(update.at);
    if (startMs < fromMs || startMs >= endMs) continue;
    const next = ordered[place + 1] ?? null;
    const untilMs = next === null ? endMs : Date.parse(next.at);
    if (untilMs - startMs <= worstMs) continue;
    worstMs = untilMs - startMs;
    worst = {
      from: update,
      to: next,
      untilAt: new Date(untilMs).toISOString(),
      untilWords: next ? "update" : span.to === null ? "now" : "impact ended",
    };
  }
  return worst;
}
