import type { Change, VerbOf } from "#server/base/kernel/nouns.ts";

interface EvidenceChange {
  /** Past tense: `evidence_added`. */
  verb: VerbOf<"evidence">;
  incidentId: string;
  /** Null for evidence of the incident itself. */
  eventId: string | null;
  before?: object;
  after?: object;
}

/** Returns what is recorded in the history of an event, or of the incident. The text of notes is never part of it. */
export const evidenceChanged = ({ verb, eventId, ...change }: EvidenceChange): Change<"timeline_event" | "evidence"> =>
  eventId === null
    ? { action: `evidence.${verb}`, id: change.incidentId, ...change }
    : { action: `timeline_event.${verb}`, id: eventId, ...change };
