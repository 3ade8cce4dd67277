import { dayWords } from "#lib/base/time/instant-words.ts";
import { ACTION_STATUS_WORDS, type ActionStatus } from "#lib/base/vocabulary/action-item.ts";
import {
  INCIDENT_STATUS_WORDS,
  type IncidentStatus,
  SEVERITY_WORDS,
  type Severity,
} from "#lib/base/vocabulary/incident.ts";
import { REVIEW_STATUS_WORDS, type ReviewStatus } from "#lib/base/vocabulary/review.ts";
import { CHANGE_STATUS_WORDS, type ChangeStatus } from "#lib/base/vocabulary/strategic-change.ts";
import { quarterWords } from "#lib/follow/strategic-change/quarter.ts";

/** One line about a found record, beside its title. */
const line = (...parts: (string | null)[]): string => parts.filter(Boolean).join(", ");

export const incidentLine = (severity: number, status: IncidentStatus, startedAt: Date): string =>
  line(SEVERITY_WORDS[severity as Severity], INCIDENT_STATUS_WORDS[status], dayWords(startedAt.toISOString()));

export const reviewLine = (status: ReviewStatus, incidentKey: string): string =>
  line(REVIEW_STATUS_WORDS[status], incidentKey);

export const actionLine = (status: ActionStatus, owner: string | null): string =>
  line(ACTION_STATUS_WORDS[status], owner ?? "no owner");

export const changeLine = (status: ChangeStatus, targetQuarter: string | null): string =>
  line(CHANGE_STATUS_WORDS[status], targetQuarter === null ? null : quarterWords(targetQuarter));
