export { addEvent } from "./add.ts";
export { answerZone } from "./answer-zone.ts";
export { listTimeline } from "./list.ts";
export { findIncident } from "./load.ts";
export { incidentMetrics } from "./metrics.ts";
export { reserveNumbers } from "./next-number.ts";
export { revertEvent } from "./revert.ts";
export { clearMilestone, setMilestone } from "./set-milestone.ts";
export { updateEvent } from "./update.ts";
