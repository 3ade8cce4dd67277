export { createFactor } from "./create.ts";
export { factorVisibleTo, getFactor, listFactors, loadFactor } from "./load.ts";
export { listFixQuestions } from "./questions.ts";
export type { FactorRecord } from "./select.ts";
export { updateFactor } from "./update.ts";
export { assertInTimeline } from "./write-evidence.ts";
