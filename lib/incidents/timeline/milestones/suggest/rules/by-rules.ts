import type { MilestoneTimes } from "../../metrics.ts";
import { MILESTONES, type MilestoneName } from "../../milestone-names.ts";
import { type Found, type SuggestibleEvent, type ToldEvent, toldEvents } from "../statements/told-event.ts";
import { Course } from "./course.ts";
import { oneIncident } from "./rounds.ts";
import { apartInTime } from "./told-with-two-times.ts";

/** A person's decisions about milestones: their times, the settled ones, and the rejected events. */
export interface Said {
  milestones: MilestoneTimes;
  isSettled: (name: MilestoneName) => boolean;
  isRefused: (name: MilestoneName, event: ToldEvent) => boolean;
}

/** The story of one incident and what the rules find in it. */
export interface ReadStory {
  events: readonly ToldEvent[];
  found: Map<MilestoneName, Found>;
}

/** Finds the unsettled milestones of one incident by rules. A rejected event isn't found again. */
export function findByRules(
  events: readonly SuggestibleEvent[],
  { milestones, isSettled, isRefused }: Said,
): ReadStory {
  const setAt = Object.values(milestones).flatMap((time) =>
    time && time.precision !== "unknown" ? Date.parse(time.at) : [],
  );
  const told = oneIncident(apartInTime(toldEvents(events)), setAt);
  const course = new Course(told, milestones);
  /** Returns the story without the events that were rejected as this milestone. */
  const courseFor = (name: MilestoneName) => {
    const left = told.filter((event) => !isRefused(name, event));
    return left.length === told.length ? course : new Course(left, milestones);
  };
  const found = new Map<MilestoneName, Found>();
  for (const name of MILESTONES) {
    const one = isSettled(name) ? null : courseFor(name).find(name);
    if (one) found.set(name, one);
  }
  return { events: course.events, found };
}
