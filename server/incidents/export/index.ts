export { exportScore } from "./export-score.ts";
export { exportTimeline } from "./export-timeline.ts";
