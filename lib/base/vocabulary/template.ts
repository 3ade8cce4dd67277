import type { ReviewStatus } from "./review.ts";

/** Facts that a generated section can state, each from the records alone. */
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
  "known_work",
  "earlier_incidents",
  "questions_asked",
  "services",
  "customer_summary",
] as const;
export type TemplateFact = (typeof TEMPLATE_FACTS)[number];

export const TEMPLATE_FACT_WORDS: Record<TemplateFact, string> = {
  summary: "Summary",
  impact_from_files: "Impact from files",
  impact_length: "Duration of the impact",
  impact_windows: "Impact on each service",
  first_signal: "First signal",
  paging: "Paging",
  responders: "Responders",
  response_steps: "Response steps",
  mitigation_times: "Mitigation times",
  mitigation_steps: "Mitigation steps",
  customer_updates: "Customer updates",
  trigger: "Trigger",
  known_work: "Known work",
  earlier_incidents: "Earlier incidents",
  questions_asked: "Questions asked",
  services: "Services",
  customer_summary: "Summary for customers",
};

export const TEMPLATE_FACT_MEANINGS: Record<TemplateFact, string> = {
  summary: "What happened, whom it affected, when it was first seen, and how it ended",
  impact_from_files: "Accepted passages of imported files about the impact",
  impact_length: "From when to when customers were affected, and when severe impact ended",
  impact_windows: "Weighted minutes and windows of each service",
  first_signal: "How the incident was detected, through what, and how long after the impact started",
  paging: "When someone was paged and acknowledged, and how many alerts and reports there were",
  responders: "When it was declared, when a commander was named, and how many people joined",
  response_steps: "Severity changes, escalations, hand-offs, hypotheses and decisions in their order",
  mitigation_times: "When mitigation started, when it took effect, and when service was back to normal",
  mitigation_steps: "What was done to end the impact, in its order",
  customer_updates: "When customers were first informed, how often, and who else was informed",
  trigger: "The change marked as the trigger, or the last one before the impact as an open question",
  known_work: "Risks and work that were known before, and open actions on the same conditions",
  earlier_incidents: "Earlier incidents with the same condition or trigger, and the outcome of their actions",
  questions_asked: "Questions asked during the incident",
  services: "The services of the incident, with their descriptions and owners",
  customer_summary: "The impact and its times without names, for external readers",
};

/** When a guiding question is asked, if not always. Each is known from the records alone. */
export const QUESTION_CONDITIONS = [
  "customers_first",
  "severe",
  "near_miss",
  "trigger_known",
  "customers_told",
  "customers_not_told",
] as const;
export type QuestionCondition = (typeof QUESTION_CONDITIONS)[number];

/** Phrases that follow "only if". */
export const QUESTION_CONDITION_WORDS: Record<QuestionCondition, string> = {
  customers_first: "the timeline has a customer report before “Detected”",
  severe: "it reached SEV1 or SEV2",
  near_miss: "it was a near miss",
  trigger_known: "“Trigger” is set",
  customers_told: "“First public update” is set",
  customers_not_told: "“First public update” isn't set",
};

/** Statuses that can need a section to be written first. */
export const SECTION_GATES = ["in_review", "reviewed", "published"] as const satisfies ReviewStatus[];
export type SectionGate = (typeof SECTION_GATES)[number];

/** Who does a task of a template, if it names no person. */
export const TASK_ROLES = ["owner", "author", "facilitator", "approver"] as const;
export type TaskRole = (typeof TASK_ROLES)[number];

export const TASK_ROLE_WORDS: Record<TaskRole, string> = {
  owner: "Owner",
  author: "Author",
  facilitator: "Facilitator",
  approver: "Approver",
};

/** The events that the date of a task counts from. */
export const TASK_ANCHORS = ["detected", "resolved", "generated", "meeting", "published"] as const;
export type TaskAnchor = (typeof TASK_ANCHORS)[number];

export const TASK_ANCHOR_WORDS: Record<TaskAnchor, string> = {
  detected: "detection",
  resolved: "resolution",
  generated: "generation",
  meeting: "the meeting",
  published: "publication",
};
