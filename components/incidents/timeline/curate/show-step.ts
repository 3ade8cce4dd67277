import type { TimelineEvent } from "#lib/contract/timeline.ts";
import { type Moves, placeBelow, splitApart } from "#lib/incidents/timeline/story/place-below.ts";
import { withFields } from "../story/event-fields.ts";
import { asExpected, placeEvents, type Story } from "../story/story.ts";
import type { SeveralFields, SeveralStep } from "./undo-fields.ts";

/** Returns the events that a step changes, as they will be once the server has done it. */
export function afterStep(items: readonly TimelineEvent[], step: SeveralStep): TimelineEvent[] {
  switch (step.does) {
    case "set": {
      const ids = new Set(step.ids);
      return items.filter((event) => ids.has(event.id)).map((event) => withSet(event, step.set));
    }
    case "relate":
      return moved(items, placeBelow(items, step.leadId, step.ids, step.relation));
    case "split":
      return moved(items, splitApart(items, step.ids));
  }
}

/** Returns the story as it will be once the server has done a step. */
export const showStep = (story: Story, step: SeveralStep): Story =>
  placeEvents(story, afterStep(story.items, step).map(asExpected));

const later = (at: string | null, ms: number) => (at === null ? null : new Date(Date.parse(at) + ms).toISOString());

function withSet(event: TimelineEvent, { moveByMs, ...fields }: SeveralFields): TimelineEvent {
  if (moveByMs === undefined) return withFields(event, fields);
  return withFields({ ...event, at: later(event.at, moveByMs), endAt: later(event.endAt, moveByMs) }, fields);
}

const moved = (items: readonly TimelineEvent[], moves: Moves): TimelineEvent[] =>
  items.flatMap((event) => {
    const move = moves.get(event.id);
    return move ? [{ ...event, ...move }] : [];
  });
