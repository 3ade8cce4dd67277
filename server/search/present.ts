import { ACTION_STATUS_WORDS, type ActionStatus } from "#lib/action-item/vocabulary.ts";
import { INCIDENT_STATUS_WORDS, type IncidentStatus, SEVERITY_WORDS, type Severity } from "#lib/incident/vocabulary.ts";
import { REVIEW_STATUS_WORDS, type ReviewStatus } from "#lib/review/vocabulary.ts";
import { quarterWords } from "#lib/strategic-change/quarter.ts";
import { CHANGE_STATUS_WORDS, type ChangeStatus } from "#lib/strategic-change/vocabulary.ts";
import { dayWords } from "#lib/text/instant-words.ts";

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
