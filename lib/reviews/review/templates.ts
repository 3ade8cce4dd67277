import { type IncidentKind, SEVERITIES, type Severity } from "#lib/base/vocabulary/incident.ts";
import type { TemplateName } from "#lib/base/vocabulary/review.ts";
import { SECTION_KEYS, type SectionKey } from "./sections.ts";

export interface Template {
  /** Its purpose in one line, shown next to the choice. */
  use: string;
  sections: readonly SectionKey[];
  /** Number of contributing factors that a review needs before it is reviewed. */
  factorsNeeded: number;
  needsMeeting: boolean;
}

const LEFT_OUT_OF_STANDARD: readonly SectionKey[] = ["changes", "risks", "glossary", "evidence", "external"];

/** The three templates. */
export const TEMPLATE_RULES: Record<TemplateName, Template> = {
  quick: {
    use: "SEV3 and SEV4, near misses, drills: 20 to 30 minutes of writing",
    sections: [
      "header",
      "summary",
      "impact",
      "key_times",
      "roles",
      "timeline",
      "trigger",
      "factors",
      "went_well",
      "luck",
      "actions",
    ],
    factorsNeeded: 1,
    needsMeeting: false,
  },
  standard: {
    use: "SEV2 and anything that needs a meeting: 2 to 4 hours for several people",
    sections: SECTION_KEYS.filter((key) => !LEFT_OUT_OF_STANDARD.includes(key)),
    factorsNeeded: 2,
    needsMeeting: true,
  },
  major: {
    use: "SEV1, data loss, security: interviews first, 1 to 3 days",
    sections: SECTION_KEYS,
    factorsNeeded: 2,
    needsMeeting: true,
  },
};

const TEMPLATE_OF_SEVERITY: Record<Severity, TemplateName> = { 1: "major", 2: "standard", 3: "quick", 4: "quick" };

/** Returns the template for the highest severity reached. Only real incidents need more than the quick one. */
export function suggestTemplate(kind: IncidentKind, highestSeverity: number): TemplateName {
  const severity = SEVERITIES.find((one) => one === highestSeverity);
  return kind === "incident" && severity !== undefined ? TEMPLATE_OF_SEVERITY[severity] : "quick";
}
