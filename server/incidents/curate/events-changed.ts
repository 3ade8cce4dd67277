import type { TxCtx } from "#server/base/kernel/context.ts";
import type { Change, VerbOf } from "#server/base/kernel/nouns.ts";
import { tellScreens } from "#server/base/kernel/outbox.ts";
import { settleSpan } from "#server/incidents/incident/index.ts";

export interface CurateChange {
  /** What was done, as `merged`. */
  verb: VerbOf<"timeline_event">;
  incidentId: string;
  /** The event it is told of first. */
  eventId: string;
  /** Each event with what of it was otherwise before. */
  before: readonly { id: string }[];
  after: Record<string, unknown>;
}

/** What is recorded of a change of several events: one entry, found again from each of them. */
export const eventsChanged = ({
  verb,
  incidentId,
  eventId,
  before,
  after,
}: CurateChange): Change<"timeline_event"> => ({
  action: `timeline_event.${verb}`,
  id: eventId,
  incidentId,
  before: { events: before },
  after,
});

/** Settles the span of an incident whose clocks were moved, and tells the open screens that the story changed. */
export async function tellTimeline(tx: TxCtx, incidentId: string): Promise<void> {
  await settleSpan(tx, incidentId);
  const why = "the clock is recorded for its incident, and moves events";
  await tellScreens(tx, { noun: "timeline", id: incidentId, incidentId }, why);
}
