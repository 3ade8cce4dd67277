/** What the weekly meeting can decide about an item, and a line of its minutes that decides nothing. */
export const WALK_OUTCOMES = ["date", "help", "decline", "waive", "ask", "note"] as const;
export type WalkOutcome = (typeof WALK_OUTCOMES)[number];

/** Reminders wait for a meeting at most this long, also if it is never ended. */
export const WALK_HOURS = 3;
