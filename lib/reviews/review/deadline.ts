import { addBusinessDays, addDays, type LocalDate } from "#lib/base/time/local-date.ts";
import type { TemplateName } from "#lib/base/vocabulary/review.ts";

export interface ReviewDeadlines {
  /** Null: this template needs no meeting. */
  meetBy: LocalDate | null;
  publishBy: LocalDate;
}

/** Default deadlines, counted from the day on which the incident ended. */
export function reviewDeadlines(template: TemplateName, endedOn: LocalDate): ReviewDeadlines {
  if (template === "major") return { meetBy: addDays(endedOn, 3), publishBy: addDays(endedOn, 14) };
  const meetBy = template === "standard" ? addBusinessDays(endedOn, 5) : null;
  return { meetBy, publishBy: addBusinessDays(endedOn, 10) };
}
