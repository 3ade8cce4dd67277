import type { RecordedFields } from "#lib/across/audit/recorded-fields.ts";
import type { TxCtx } from "#server/base/kernel/context.ts";
import type { Change, VerbOf } from "#server/base/kernel/nouns.ts";
import { tellScreens } from "#server/base/kernel/outbox.ts";
import { settleSpan } from "#server/incidents/incident/index.ts";

export interface CurateChange {
  /** The action, such as `merged`. */
  verb: VerbOf<"timeline_event">;
  incidentId: string;
  /** The event that the entry names first. */
  eventId: string;
  /** Each event with its former values. */
  before: readonly { id: string }[];
  after: RecordedFields;
}

/** Returns the change to record for several events: one entry, found from each of them. */
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

/** Settles the span of an incident whose clocks were moved, and notifies open screens that the story changed. */
export async function tellTimeline(tx: TxCtx, incidentId: string): Promise<void> {
  await settleSpan(tx, incidentId);
  const why = "the clock is recorded for its incident, and moves events";
  await tellScreens(tx, { noun: "timeline", id: incidentId, incidentId }, why);
}
