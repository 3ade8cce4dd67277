import type { KnownState } from "./event-relations.ts";

/** Facts that decide whether the responders knew about an event at a moment. */
export interface KnowableEvent {
  at: string | null;
  known: KnownState | null;
  foundAt: string | null;
}

export interface StoryAtMoment<Event extends KnowableEvent> {
  /** Events that the responders could know about at that moment. */
  known: Event[];
  /** Events that hadn't happened yet. */
  later: Event[];
  /** Events that had happened, or have no time, and were found only afterwards. */
  foundAfterwards: Event[];
}

/**
 * Returns the story as the responders saw it at `moment` (ISO 8601), each list in the given order. By default, an event
 * was known when it happened. An event found later was known from then, or never if it has no such time. An event
 * without a time was always known.
 */
export function asSeenAt<Event extends KnowableEvent>(events: readonly Event[], moment: string): StoryAtMoment<Event> {
  const momentMs = Date.parse(moment);
  const isBy = (instant: string) => Date.parse(instant) <= momentMs;
  const seen: StoryAtMoment<Event> = { known: [], later: [], foundAfterwards: [] };
  for (const event of events) {
    if (event.at !== null && !isBy(event.at)) seen.later.push(event);
    else if (event.known !== "found_later") seen.known.push(event);
    else if (event.foundAt !== null && isBy(event.foundAt)) seen.known.push(event);
    else seen.foundAfterwards.push(event);
  }
  return seen;
}

/** Returns the counts as text: "8 of 16 were known. 6 came later, 2 were found out afterwards." */
export function seenWords({
  known,
  later,
  foundAfterwards,
}: Record<keyof StoryAtMoment<KnowableEvent>, { length: number }>) {
  const total = known.length + later.length + foundAfterwards.length;
  const was = (count: number) => (count === 1 ? "was" : "were");
  const rest = [
    ...(later.length > 0 ? [`${later.length} came later`] : []),
    ...(foundAfterwards.length > 0 ? [`${foundAfterwards.length} ${was(foundAfterwards.length)} found later`] : []),
  ];
  const first = `${known.length} of ${total} ${was(known.length)} known.`;
  return rest.length === 0 ? first : `${first} ${rest.join(", ")}.`;
}
