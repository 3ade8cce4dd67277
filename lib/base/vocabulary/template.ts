import type { ReviewStatus } from "./review.ts";

/** What a generated section can state, each from the records alone. */
export const TEMPLATE_FACTS = [
  "summary",
  "impact_from_files",
  "impact_length",
  "impact_windows",
  "first_signal",
  "paging",
  "responders",
  "response_steps",
  "mitigation_times",
  "mitigation_steps",
  "customer_updates",
  "trigger",
  "questions_asked",
  "services",
  "customer_summary",
] as const;
export type TemplateFact = (typeof TEMPLATE_FACTS)[number];

/** Statuses that can need a section to be written first. */
export const SECTION_GATES = ["in_review", "reviewed", "published"] as const satisfies ReviewStatus[];
export type SectionGate = (typeof SECTION_GATES)[number];

/** Who does a task of a template, if it names no person. */
export const TASK_ROLES = ["owner", "author", "facilitator", "approver"] as const;
export type TaskRole = (typeof TASK_ROLES)[number];

/** The events that the date of a task counts from. */
export const TASK_ANCHORS = ["detected", "resolved", "generated", "meeting", "published"] as const;
export type TaskAnchor = (typeof TASK_ANCHORS)[number];
