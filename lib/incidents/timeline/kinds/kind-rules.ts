import { IMPACT, MEASURES, STEPS, THOUGHTS } from "./course-rules.ts";
import type { KindRule } from "./kind-rule.ts";
import { ALERTS, COMMAND, REPORTS, TALK, UPDATES } from "./people-rules.ts";

/** The rules in the order in which they are tried. */
export const KIND_RULES: readonly KindRule[] = [
  ...TALK,
  ...COMMAND,
  ...ALERTS,
  ...UPDATES,
  ...REPORTS,
  ...IMPACT,
  ...STEPS,
  ...MEASURES,
  ...THOUGHTS,
];
