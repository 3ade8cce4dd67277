import type { LiveBlockKind } from "#lib/base/vocabulary/review.ts";

/**
 * Where a section's content comes from. A: the records. D: generated from them, for a person to accept. H: people only.
 */
export type SectionOrigin = "A" | "D" | "H";

export interface Section {
  title: string;
  origin: SectionOrigin;
  /** The record block at the start of the section. */
  live?: LiveBlockKind;
  /** Asked if the records contain nothing. "How" and "what", never "who" and "why". */
  questions: readonly string[];
}

/** The 28 sections in their order on the page. */
export const SECTIONS = {
  header: { title: "Header", origin: "A", live: "header", questions: [] },
  summary: {
    title: "Summary",
    origin: "D",
    questions: [
      "What did customers see, when did it start, and how long did it last?",
      "How did it end?",
      "What is the one thing worth remembering?",
    ],
  },
  impact: {
    title: "Impact",
    origin: "D",
    live: "impact",
    questions: [
      "What could customers not do, and what still worked?",
      "How many were affected: a number, a share, or unknown?",
      "Was any data lost or wrong?",
      "What did it cost us: people, hours, postponed work?",
    ],
  },
  key_times: { title: "Key times", origin: "A", live: "keyTimes", questions: [] },
  roles: { title: "Roles", origin: "A", live: "roles", questions: [] },
  timeline: { title: "Timeline", origin: "A", live: "timeline", questions: [] },
  detection: {
    title: "Detection",
    origin: "D",
    questions: [
      "Which signal was there first, and what made it seem off?",
      "What was being watched and stayed silent?",
      "What would have halved the time to notice?",
    ],
  },
  response: {
    title: "Response",
    origin: "D",
    questions: [
      "What were people looking at, and what did they expect to see?",
      "Which explanations were tried, and what changed each time?",
      "What was missing or delayed: people, access, information?",
    ],
  },
  mitigation: {
    title: "Mitigation and recovery",
    origin: "D",
    questions: [
      "Which options were seen, and what brought the team to this one?",
      "What made the rollback easy or hard?",
      "What would have halved the time to mitigate?",
    ],
  },
  communication: {
    title: "Communication",
    origin: "D",
    questions: [
      "What did customers hear, when, and through what?",
      "What did support and managers need to know that they did not get?",
    ],
  },
  trigger: {
    title: "Trigger",
    origin: "D",
    questions: [
      "Which change or event came just before the impact?",
      "If none was found: where did we look?",
      "What made the change look safe at the time?",
    ],
  },
  factors: {
    title: "Contributing factors",
    origin: "H",
    live: "factors",
    questions: [
      "What else had to be true for this to happen, or to reach this size?",
      "Which conditions were there long before and did no harm alone?",
      "Where else does this condition exist?",
    ],
  },
  went_well: {
    title: "What went well",
    origin: "H",
    questions: [
      "What limited the harm: a control, a habit, someone’s quick adaptation?",
      "How does this usually go right, and what do people do every day for it?",
    ],
  },
  was_hard: {
    title: "What was hard",
    origin: "H",
    questions: [
      "What was slow or hard to reach: tools, access, information?",
      "What did the screen invite people to do?",
      "How did time pressure shape the choices?",
    ],
  },
  luck: {
    title: "Where luck helped",
    origin: "H",
    questions: ["What could have made this much worse?", "What did we rely on that we do not own?"],
  },
  surprises: {
    title: "Surprises",
    origin: "H",
    questions: [
      "What differed from what people expected, and for whom?",
      "What did we believe about the system until then?",
    ],
  },
  backlog: {
    title: "Backlog check",
    origin: "H",
    questions: ["Which known work would have changed this?", "How was it weighed when it was postponed?"],
  },
  recurrence: {
    title: "Recurrence",
    origin: "H",
    questions: [
      "Which earlier incidents share a factor with this one?",
      "What happened to their actions?",
      "Does growth make it more likely?",
    ],
  },
  lessons: {
    title: "Lessons",
    origin: "H",
    questions: [
      "How many of us knew this before today?",
      "What can another team reuse as it is?",
      "What will people do differently?",
    ],
  },
  actions: {
    title: "Action items",
    origin: "H",
    live: "actions",
    questions: [
      "What could we do so that this class of incident is less likely, or smaller?",
      "Which three matter most?",
      "How will someone else see that it is done?",
    ],
  },
  changes: {
    title: "Strategic changes",
    origin: "H",
    live: "changes",
    questions: ["What is too large for one team and one quarter?", "Which small fixes point to one larger change?"],
  },
  risks: {
    title: "Risks",
    origin: "H",
    questions: [
      "What remains possible after the actions are done?",
      "Which strokes of luck or long-standing conditions belong in the register?",
    ],
  },
  questions: {
    title: "Open questions",
    origin: "D",
    questions: ["What is still unknown, and how could you find out?"],
  },
  glossary: {
    title: "Glossary",
    origin: "D",
    questions: ["Which names and terms would a reader from another team not know?"],
  },
  evidence: {
    title: "Evidence appendix",
    origin: "H",
    questions: ["Which graphs, queries, logs or transcripts support what is written above?"],
  },
  external: {
    title: "External summary",
    origin: "D",
    questions: ["What happened, in words a customer can use?", "What are we doing so that it is less likely?"],
  },
  meeting: {
    title: "Meeting notes",
    origin: "H",
    live: "attendance",
    questions: ["What was decided, and what was disagreed about?", "What did people learn?"],
  },
  approvals: { title: "Approvals and history", origin: "A", live: "approvals", questions: [] },
} as const satisfies Record<string, Section>;

export type SectionKey = keyof typeof SECTIONS;
export const SECTION_KEYS = Object.keys(SECTIONS) as readonly SectionKey[];

/** Returns a section by its key, with `live` readable on each. */
export const sectionOf = (key: SectionKey): Section => SECTIONS[key];
export const isSectionKey = (key: unknown): key is SectionKey =>
  typeof key === "string" && Object.hasOwn(SECTIONS, key);
