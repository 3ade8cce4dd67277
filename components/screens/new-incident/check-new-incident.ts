import type { WhenReading } from "#components/base/time/parse-when.ts";
import type { IncidentKind, Severity } from "#lib/base/vocabulary/incident.ts";
import { LENGTHS } from "#lib/contract/lengths.ts";

export interface NewIncident {
  title: string;
  severity: Severity | null;
  kind: IncidentKind;
  serviceIds: string[];
  restricted: boolean;
}

export type FieldErrors = Partial<Record<"title" | "severity" | "startedAt" | "resolvedAt" | "form", string>>;

/** Returns the errors of these values by field. Empty if they are valid. */
export function checkNewIncident(
  answers: NewIncident,
  began: WhenReading | null,
  ended: WhenReading | null,
): FieldErrors {
  const errors: FieldErrors = {};
  if (answers.title.trim() === "") errors.title = "Enter a title";
  if (answers.title.trim().length > LENGTHS.incident.title)
    errors.title = `Enter at most ${LENGTHS.incident.title} characters. Add details to the timeline.`;
  if (answers.severity === null) errors.severity = "Choose a severity. You can change it later.";
  if (began?.ok === false) errors.startedAt = began.reason;
  if (ended?.ok === false) errors.resolvedAt = ended.reason;
  if (began?.ok && ended?.ok && Date.parse(ended.at) < Date.parse(began.at))
    errors.resolvedAt = "Enter an end after the start";
  return errors;
}
