/** Decisions that the weekly meeting can make about an item, and a line of its minutes that decides nothing. */
export const WALK_OUTCOMES = ["date", "help", "decline", "waive", "ask", "accept", "set_aside", "note"] as const;
export type WalkOutcome = (typeof WALK_OUTCOMES)[number];

/** Kinds of items that the minutes can be about. */
export const WALK_SUBJECTS = ["action", "change", "condition"] as const;

/** Reminders wait for a meeting at most this long, even if it is never ended. */
export const WALK_HOURS = 3;
