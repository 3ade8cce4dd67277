import type { EventShape } from "#lib/base/vocabulary/event-kinds.ts";

/** Outlines in a 12 × 12 box: triangle, square, circle, diamond, ring, dot. */
export const MARK_PATHS: Record<EventShape, string> = {
  signal: "M6 1 11.2 10.4H.8z",
  change: "M1.4 1.4h9.2v9.2h-9.2z",
  step: "M1.2 6a4.8 4.8 0 1 0 9.6 0a4.8 4.8 0 1 0-9.6 0z",
  update: "M6 .6 11.4 6 6 11.4.6 6z",
  recovery: "M1 6a5 5 0 1 0 10 0a5 5 0 1 0-10 0z",
  context: "M3.4 6a2.6 2.6 0 1 0 5.2 0a2.6 2.6 0 1 0-5.2 0z",
};

/** The tick inside the ring of a recovery. */
export const RECOVERY_TICK = "M3.6 6.2 5.3 7.9 8.5 4.4";
