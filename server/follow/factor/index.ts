export { createFactor } from "./create.ts";
export { factorVisibleTo, listFactors } from "./load.ts";
export { updateFactor } from "./update.ts";
