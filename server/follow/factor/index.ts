export { createFactor } from "./create.ts";
export { listFactors } from "./list.ts";
export { updateFactor } from "./update.ts";
export { factorVisibleTo } from "./visible-to.ts";
