export { createCanonicalFactor } from "./create.ts";
export { linkCanonicalFactor, unlinkCanonicalFactor } from "./link.ts";
export { listCanonicalFactors } from "./list.ts";
export { canonicalFactorVisibleTo } from "./load.ts";
export { mergeCanonicalFactor, undoMergeCanonicalFactor } from "./merge.ts";
export { getCanonicalFactor } from "./present.ts";
export { renameCanonicalFactor } from "./rename.ts";
export { similarCanonicalFactors } from "./similar.ts";
export { splitCanonicalFactor } from "./split.ts";
