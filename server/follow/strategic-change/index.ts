export { createStrategicChange } from "./create.ts";
export { changeDecisions } from "./decisions.ts";
export { changeEffect } from "./effect.ts";
export { listStrategicChanges } from "./list.ts";
export { getStrategicChange, loadStrategicChange, strategicChangeVisibleTo } from "./load.ts";
export { addMilestone, changeMilestone } from "./milestone.ts";
export { reportHealth } from "./report-health.ts";
export { transitionStrategicChange } from "./transition.ts";
export { updateStrategicChange } from "./update.ts";
