import type { MilestoneTimes } from "./metrics.ts";
import { MILESTONES, type MilestoneName } from "./milestone-names.ts";
import { Course } from "./milestones/course.ts";
import { oneIncident } from "./milestones/rounds.ts";
import { type SuggestibleEvent, toldEvents } from "./milestones/told-event.ts";

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
  const told = oneIncident(toldEvents(events), setAt);
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
  return MILESTONES.filter((name) => !milestones[name] && !notApplicable.includes(name)).flatMap((name) => {
    const found = courseFor(name).find(name);
    return found ? { name, eventId: found.event.id, at: found.event.at, reason: found.reason } : [];
  });
}
