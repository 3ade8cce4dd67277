export { createStrategicChange } from "./create.ts";
export { getStrategicChange } from "./get.ts";
export { listStrategicChanges } from "./list.ts";
export { reportHealth } from "./report-health.ts";
export { transitionStrategicChange } from "./transition.ts";
export { updateStrategicChange } from "./update.ts";
export { strategicChangeVisibleTo } from "./visible-to.ts";
