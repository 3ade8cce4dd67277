import { type IncidentKind, SEVERITIES, type Severity } from "#lib/base/vocabulary/incident.ts";
import type { LiveBlockKind } from "#lib/base/vocabulary/review.ts";
import type {
  QuestionCondition,
  SectionGate,
  TaskAnchor,
  TaskRole,
  TemplateFact,
} from "#lib/base/vocabulary/template.ts";
import type { MilestoneName } from "#lib/incidents/timeline/milestones/milestone-names.ts";

export interface AskedIf {
  question: string;
  when: QuestionCondition;
}

export interface TemplateSection {
  /** Stays the same when the title changes. The text of a review refers to it. */
  key: string;
  title: string;
  /** Asked while the section has no text. */
  questions: string[];
  /** Questions that are asked only on a condition. Left out if all are always asked. */
  askedIf?: AskedIf[] | undefined;
  /** The facts that its generated text states, in this order. */
  facts: TemplateFact[];
  /** Record blocks at its start. */
  live: LiveBlockKind[];
  /** The status that needs it to be written. Null: none does. */
  requiredAt: SectionGate | null;
  /** Those who write the review can leave it out with a reason, although it's required. Left out if not. */
  leaveOut?: true | undefined;
  /** The AI assistant may draft it. Left out if not. */
  aiDraft?: true | undefined;
}

const PEOPLE_ONLY = /(?:^|_)(?:header|factors?|luck|surprises?|lessons?|learnings?)(?:_|$)/;

/** Returns whether a template can let the AI assistant draft a section. What people learned is theirs to write. */
export const mayBeAiDrafted = ({ key, live }: Pick<TemplateSection, "key" | "live">): boolean =>
  !PEOPLE_ONLY.test(key) && !live.includes("factors") && !live.includes("learnings");

export interface TemplateTask {
  title: string;
  who: { role: TaskRole } | { userId: string };
  /** Days after the event. Negative: before it. */
  days: number;
  after: TaskAnchor;
}

/** The content of a version of a template. */
export interface TemplateContent {
  /** Its purpose in one line, shown next to the choice. */
  use: string;
  sections: TemplateSection[];
  /** Key times that a review needs before it goes into review. */
  milestonesNeeded: MilestoneName[];
  /** Number of contributing factors that a review needs before it is reviewed. */
  factorsNeeded: number;
  needsMeeting: boolean;
  tasks: TemplateTask[];
}

/**
 * Where a section's content comes from. A: the records. D: generated from them, for a person to accept. H: people only.
 */
export type SectionOrigin = "A" | "D" | "H";

/** Returns where the content of a section comes from. */
export function originOf({ facts, questions, live }: TemplateSection): SectionOrigin {
  if (facts.length > 0) return "D";
  return live.length > 0 && questions.length === 0 ? "A" : "H";
}

/** The section at the top of a review, which has no heading. */
export const HEADER = "header";

const TEMPLATE_OF_SEVERITY: Record<Severity, string> = { 1: "major", 2: "standard", 3: "quick", 4: "quick" };

/** Returns the slug for the highest severity reached. Only real incidents need more than the quick one. */
export function suggestTemplate(kind: IncidentKind, highestSeverity: number): string {
  const severity = SEVERITIES.find((one) => one === highestSeverity);
  return kind === "incident" && severity !== undefined ? TEMPLATE_OF_SEVERITY[severity] : "quick";
}
