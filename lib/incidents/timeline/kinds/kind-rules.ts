import { CHANGES } from "./change-rules.ts";
import { BY_HAND } from "./hand-rules.ts";
import { HARM } from "./harm-rules.ts";
import { IMPACT } from "./impact-rules.ts";
import type { KindRule } from "./kind-rule.ts";
import { MEASURES, THOUGHTS } from "./measure-rules.ts";
import { COMMAND, TALK } from "./people-rules.ts";
import { RECOVERY } from "./recovery-rules.ts";
import { REPORTS } from "./report-rules.ts";
import { RELIEF, STEPS } from "./step-rules.ts";
import { ALERTS, UPDATES } from "./telling-rules.ts";

/** The rules in the order in which they are tried. */
export const KIND_RULES: readonly KindRule[] = [
  ...TALK,
  ...COMMAND,
  ...ALERTS,
  ...UPDATES,
  ...REPORTS,
  ...IMPACT,
  ...RECOVERY,
  ...HARM,
  ...BY_HAND,
  ...STEPS,
  ...CHANGES,
  ...RELIEF,
  ...MEASURES,
  ...THOUGHTS,
];
