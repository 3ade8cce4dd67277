import type { MilestoneTimes } from "./metrics.ts";
import { MILESTONES, type MilestoneName } from "./milestone-names.ts";
import { Course } from "./milestones/course.ts";
import { inOrder } from "./milestones/order.ts";
import { oneIncident } from "./milestones/rounds.ts";
import { type Found, type SuggestibleEvent, toldEvents } from "./milestones/told-event.ts";
import { apartInTime } from "./milestones/told-with-two-times.ts";

export type { SuggestibleEvent } from "./milestones/told-event.ts";

export interface MilestoneSuggestion {
  name: MilestoneName;
  eventId: string;
  at: string;
  reason: string;
}

/**
 * Suggestions for the milestones that are not settled yet (set, or marked as not applicable), in their textbook order, all
 * of one incident. Impact start comes only from an event that states it. What a person refused is not suggested again.
 */
export function suggestMilestones(
  events: readonly SuggestibleEvent[],
  milestones: MilestoneTimes,
  notApplicable: readonly MilestoneName[] = [],
  refusals: readonly { name: MilestoneName; eventId: string }[] = [],
): MilestoneSuggestion[] {
  const setAt = Object.values(milestones).flatMap((time) =>
    time && time.precision !== "unknown" ? Date.parse(time.at) : [],
  );
  const told = oneIncident(apartInTime(toldEvents(events)), setAt);
  const course = new Course(told, milestones);
  /** The story without the events that were refused as this milestone. */
  const courseFor = (name: MilestoneName) => {
    const refused = refusals.filter((one) => one.name === name).map(({ eventId }) => eventId);
    if (refused.length === 0) return course;
    return new Course(
      told.filter(({ id }) => !refused.includes(id)),
      milestones,
    );
  };
  const found = new Map<MilestoneName, Found>();
  for (const name of MILESTONES) {
    const one = milestones[name] || notApplicable.includes(name) ? null : courseFor(name).find(name);
    if (one) found.set(name, one);
  }
  const kept = inOrder(found, milestones);
  return MILESTONES.flatMap((name) => {
    const one = kept.get(name);
    return one ? { name, eventId: one.event.id, at: one.event.at, reason: one.reason } : [];
  });
}
