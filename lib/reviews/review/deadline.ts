import { addBusinessDays, addDays, type LocalDate } from "#lib/base/time/local-date.ts";
import type { IncidentKind } from "#lib/base/vocabulary/incident.ts";

export interface ReviewDeadlines {
  /** Null: such an incident needs no meeting. */
  meetBy: LocalDate | null;
  publishBy: LocalDate;
}

interface Ended {
  kind: IncidentKind;
  highestSeverity: number;
  /** The day on which it ended. */
  endedOn: LocalDate;
}

/** Returns the default deadlines, by the highest severity reached. Only real incidents have a meeting. */
export function reviewDeadlines({ kind, highestSeverity, endedOn }: Ended): ReviewDeadlines {
  if (kind === "incident" && highestSeverity === 1)
    return { meetBy: addDays(endedOn, 3), publishBy: addDays(endedOn, 14) };
  const meetBy = kind === "incident" && highestSeverity === 2 ? addBusinessDays(endedOn, 5) : null;
  return { meetBy, publishBy: addBusinessDays(endedOn, 10) };
}
