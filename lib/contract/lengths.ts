import { EVIDENCE_TEXT_LENGTH, EVIDENCE_TITLE_LENGTH } from "#lib/incidents/evidence/limits.ts";

/**
 * The most characters of each text that people enter. The schemas here and the fields on screen both take them from
 * this table. It doesn't need Zod, so a page with a field doesn't load the contract.
 */
export const LENGTHS = {
  search: 200,
  url: 2000,
  assist: { model: 200, key: 1000 },
  person: { name: 120, email: 320, password: 200 },
  team: { name: 80 },
  service: { name: 80, description: 2000 },
  calendar: { dayName: 80 },
  policy: { name: 80, deadline: 80 },
  token: { name: 80 },
  incident: { title: 200, impactText: 5000, severityReason: 500, cancelReason: 500 },
  event: { title: 500, body: 20_000, note: 5000 },
  evidence: { title: EVIDENCE_TITLE_LENGTH, text: EVIDENCE_TEXT_LENGTH },
  impactWindow: { reason: 500 },
  series: { title: 200, zone: 64 },
  integration: { name: 80, secret: 512 },
  rule: { label: 200, value: 200, title: 200, sentSeverity: 60 },
  review: { title: 200, reason: 1000, publishNote: 1000, waiverReason: 1000 },
  version: { name: 120 },
  template: {
    name: 80,
    slug: 60,
    sectionKey: 60,
    sectionTitle: 120,
    question: 300,
    taskTitle: 200,
    use: 200,
    note: 500,
  },
  comment: { body: 5000 },
  hint: { reason: 500 },
  recollection: { question: 300, body: 5000 },
  factor: { statement: 500, detail: 10_000, acceptedReason: 1000 },
  canonicalFactor: { name: 200 },
  channel: { name: 80 },
  tracker: { name: 80, target: 200, token: 1000, label: 60, title: 200, body: 5000 },
  savedView: { name: 60, query: 4000 },
  actionItem: {
    sort: 200,
    title: 300,
    description: 10_000,
    doneWhen: 2000,
    check: 300,
    dueReason: 500,
    blockedReason: 500,
    evidence: 5000,
    method: 300,
    reason: 2000,
    link: 40,
    effort: 4,
  },
  strategicChange: {
    title: 300,
    problem: 10_000,
    expectedEffect: 10_000,
    hypothesis: 10_000,
    metric: 200,
    unit: 20,
    milestone: 200,
    theme: 60,
    reason: 2000,
    healthUpdate: 5000,
  },
} as const;

/** The rows of a list of the programme's week, without another number, and the most that one can ask for. */
export const MONDAY_ROWS = 200;
export const MOST_MONDAY_ROWS = 10_000;
