import { toInstant } from "#lib/base/time/zones.ts";
import type { TimelineEvent } from "#lib/contract/timeline.ts";

export interface LocalChoice {
  label: string;
  at: string;
}

/**
 * The instants that a stated wall time may mean: the two on which the clocks showed it, or the two around it when they
 * jumped over it. Empty when the time has no zone or means one instant.
 */
export function localChoices({ ambiguity, zone }: Pick<TimelineEvent, "ambiguity" | "zone">): LocalChoice[] {
  if (!ambiguity?.local || zone === null) return [];
  const result = toInstant(ambiguity.local, zone);
  if (result.kind === "fold")
    return [
      { label: "The earlier", at: result.earlier },
      { label: "The later", at: result.later },
    ];
  if (result.kind === "skipped")
    return [
      { label: "Before the jump", at: result.before },
      { label: "After the jump", at: result.after },
    ];
  return [];
}
