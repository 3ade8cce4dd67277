import type { MilestoneTimes } from "../metrics.ts";
import { MILESTONES, type MilestoneName } from "../milestone-names.ts";
import { weigh } from "./chance/weigh.ts";
import { findByRules } from "./rules/by-rules.ts";
import { inOrder } from "./rules/order.ts";
import type { SuggestibleEvent, ToldEvent } from "./statements/told-event.ts";

export type { SuggestibleEvent } from "./statements/told-event.ts";

export interface MilestoneSuggestion {
  name: MilestoneName;
  eventId: string;
  at: string;
  reason: string;
}

/**
 * Returns suggestions for the milestones that aren't settled (set, or marked as not applicable), in textbook order, all
 * from one incident, and only if likely enough. A rejected suggestion isn't made again.
 */
export function suggestMilestones(
  events: readonly SuggestibleEvent[],
  milestones: MilestoneTimes,
  notApplicable: readonly MilestoneName[] = [],
  refusals: readonly { name: MilestoneName; eventId: string }[] = [],
): MilestoneSuggestion[] {
  const said = {
    milestones,
    isSettled: (name: MilestoneName) => milestones[name] !== undefined || notApplicable.includes(name),
    isRefused: (name: MilestoneName, { id }: ToldEvent) =>
      refusals.some((one) => one.name === name && one.eventId === id),
  };
  const kept = inOrder(weigh(findByRules(events, said), said), milestones);
  return MILESTONES.flatMap((name) => {
    const one = kept.get(name);
    return one ? { name, eventId: one.event.id, at: one.event.at, reason: one.reason } : [];
  });
}
