import { type AuditInput, audit } from "#server/base/kernel/audit.ts";
import { emit } from "#server/base/kernel/outbox.ts";
import type { TxCtx } from "#server/base/kernel/transaction.ts";

interface EvidenceChange extends Pick<AuditInput, "before" | "after"> {
  /** Past tense: `evidence_added`. */
  verb: string;
  incidentId: string;
  /** null for evidence of the incident itself. */
  eventId: string | null;
}

/** Keeps the change in the history of its event and tells the open screens. Words of notes are never part of it. */
export async function auditEvidence(tx: TxCtx, { verb, incidentId, eventId, before, after }: EvidenceChange) {
  await audit(tx, {
    action: `timeline_event.${verb}`,
    noun: eventId === null ? "incident" : "timeline_event",
    nounId: eventId ?? incidentId,
    incidentId,
    before,
    after,
  });
  await emit(tx, "record.changed", { noun: "timeline", id: incidentId, incidentId });
}
