export { createCanonicalFactor } from "./create.ts";
export { followCanonicalFactor } from "./follow.ts";
export { linkCanonicalFactor, unlinkCanonicalFactor } from "./link.ts";
export { listCanonicalFactors } from "./list.ts";
export {
  canonicalFactorVisibleTo,
  holdCanonicalFactors,
  idsMergedInto,
  loadCanonicalFactor,
  loadCanonicalFactors,
  presentConditions,
  readableConditions,
  restrictionOf,
  statedFactorSql,
} from "./load.ts";
export { mergeCanonicalFactor, undoMergeCanonicalFactor } from "./merge.ts";
export {
  getCanonicalFactor,
  minutesOf,
  type PresentedCondition,
  presentCanonicalFactor,
  presentCanonicalFactorRow,
} from "./present.ts";
export { renameCanonicalFactor } from "./rename.ts";
export { similarCanonicalFactors } from "./similar.ts";
export { similarIncidents } from "./similar-incidents.ts";
export { splitCanonicalFactor } from "./split.ts";
