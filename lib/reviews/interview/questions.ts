import type { EventKind } from "#lib/base/vocabulary/event-kinds.ts";

/** Themes of an interview. */
export const INTERVIEW_THEMES = [
  "cues",
  "knowledge",
  "goals",
  "options",
  "assessment",
  "help",
  "tools",
  "detection",
  "recovery",
  "normal_work",
  "luck",
  "spread",
  "past_choices",
  "learning",
  "actions",
] as const;
export type InterviewTheme = (typeof INTERVIEW_THEMES)[number];

interface Theme {
  label: string;
  /** They ask "how" and "what", never "why" or "who did". */
  questions: readonly string[];
  /** Keys of the sections in which the answers belong. */
  sections: readonly string[];
}

export const THEMES: Readonly<Record<InterviewTheme, Theme>> = {
  cues: {
    label: "Cues",
    questions: [
      "What were you looking at then?",
      "What made it seem off?",
      "What differed from what you expected?",
      "When did you first notice?",
    ],
    sections: ["detection", "timeline", "surprises"],
  },
  knowledge: {
    label: "Knowledge and experience",
    questions: [
      "Had you seen something like this?",
      "Was this an expected kind of problem or a new one?",
      "Which runbook or person would you normally use?",
    ],
    sections: ["response", "was_hard"],
  },
  goals: {
    label: "Goals and pressure",
    questions: [
      "What were you trying to achieve at that point?",
      "What else needed your attention?",
      "How did time pressure shape the choice?",
    ],
    sections: ["response", "was_hard"],
  },
  options: {
    label: "Options and decisions",
    questions: ["What options did you see?", "What led you to that one?", "When would you choose differently?"],
    sections: ["response", "mitigation"],
  },
  assessment: {
    label: "Assessment",
    questions: [
      "How healthy did you think the service was?",
      "How confident were you?",
      "What would have changed your mind?",
    ],
    sections: ["response", "impact"],
  },
  help: {
    label: "Help and coordination",
    questions: [
      "What led you to page them at that point?",
      "How did you know whom to ask?",
      "Who was missing, and who was waiting?",
    ],
    sections: ["response", "roles", "communication", "was_hard"],
  },
  tools: {
    label: "Tools and access",
    questions: ["What was slow or hard to reach?", "What did the screen invite you to do?"],
    sections: ["was_hard", "response"],
  },
  detection: {
    label: "Detection",
    questions: ["What would have halved the time to notice?", "Which signal was there first?"],
    sections: ["detection"],
  },
  recovery: {
    label: "Recovery",
    questions: [
      "What would have halved the time to mitigate?",
      "What made rollback or turning the flag off easy or hard?",
    ],
    sections: ["mitigation"],
  },
  normal_work: {
    label: "Normal work",
    questions: ["How does this usually go right?", "What do people do every day that prevents this?"],
    sections: ["went_well"],
  },
  luck: {
    label: "Luck and margin",
    questions: ["What could have made this much worse?", "What did we rely on that we don't own?"],
    sections: ["luck", "risks"],
  },
  spread: {
    label: "Spread",
    questions: [
      "Is this part of a trend?",
      "Where else does this condition exist?",
      "Does growth make it more likely?",
    ],
    sections: ["factors", "recurrence"],
  },
  past_choices: {
    label: "Past choices",
    questions: ["Which backlog items relate, and how were they prioritised?"],
    sections: ["backlog"],
  },
  learning: {
    label: "Learning",
    questions: ["How many of us knew this before today?", "What will you do differently at work?"],
    sections: ["lessons"],
  },
  actions: {
    label: "Actions",
    questions: ["What could we do to prevent this class of incident?"],
    sections: ["actions", "changes"],
  },
};

/** The themes that an event suggests, by its kind. Cues are asked about any other event. */
const BY_KIND: Partial<Record<EventKind, readonly InterviewTheme[]>> = {
  observation: ["cues", "assessment"],
  hypothesis: ["assessment", "knowledge"],
  hypothesis_rejected: ["assessment", "knowledge"],
  confusion: ["cues", "knowledge", "tools"],
  question: ["knowledge", "help"],
  decision: ["options", "goals"],
  paged: ["help", "detection"],
  joined: ["help"],
  handoff: ["help"],
  escalated: ["help"],
  alert_fired: ["detection", "cues"],
  customer_report: ["detection", "cues"],
  mitigation_started: ["options", "recovery"],
  mitigation_failed: ["recovery", "tools"],
  rollback_started: ["recovery", "options"],
  rollback_finished: ["recovery"],
  flag_off: ["recovery", "options"],
  known_risk: ["past_choices"],
  backlog_item: ["past_choices"],
  earlier_incident: ["spread"],
};

/** Returns the themes to ask about an event, the most fitting first. */
export const themesOfEvent = (kind: EventKind): readonly InterviewTheme[] => BY_KIND[kind] ?? ["cues"];

/** Returns the themes whose answers belong in a section of a review. All of them for a section that none names. */
export function themesOfSection(key: string): readonly InterviewTheme[] {
  const own = INTERVIEW_THEMES.filter((theme) => THEMES[theme].sections.includes(key));
  return own.length > 0 ? own : INTERVIEW_THEMES;
}
