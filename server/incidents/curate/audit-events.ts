import { audit } from "#server/base/kernel/audit.ts";
import { emit } from "#server/base/kernel/outbox.ts";
import type { TxCtx } from "#server/base/kernel/transaction.ts";
import { settleSpan } from "#server/incidents/incident/index.ts";

export interface CurateChange {
  /** What was done, as `merged`. */
  verb: string;
  incidentId: string;
  /** The event it is told of first. */
  eventId: string;
  /** Each event with what of it was otherwise before. */
  before: readonly { id: string }[];
  after: Record<string, unknown>;
}

/** Keeps one entry for a change of several events, found again from each of them. */
export async function auditEvents(tx: TxCtx, change: CurateChange): Promise<void> {
  await audit(tx, {
    action: `timeline_event.${change.verb}`,
    noun: "timeline_event",
    nounId: change.eventId,
    incidentId: change.incidentId,
    before: { events: change.before },
    after: change.after,
  });
}

/** Settles the span of the incident and tells the open screens that the story changed. */
export async function tellTimeline(tx: TxCtx, incidentId: string): Promise<void> {
  await settleSpan(tx, incidentId);
  await emit(tx, "record.changed", { noun: "timeline", id: incidentId, incidentId });
}
