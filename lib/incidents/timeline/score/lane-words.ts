import type { EventShape } from "#lib/base/vocabulary/event-kinds.ts";

/** Names of the score's lanes. */
export const LANE_WORDS: Record<EventShape, string> = {
  signal: "Signals",
  change: "Changes",
  step: "People",
  update: "Updates",
  recovery: "Recovery",
  context: "Context",
};
