import { exportScore, exportTimeline } from "#server/incidents/export/index.ts";
import { os } from "../base.ts";

export const timelineExportRoutes = {
  timeline: os.timelineExport.timeline.handler(({ input, context }) => exportTimeline(context.ctx, input)),
  score: os.timelineExport.score.handler(({ input, context }) => exportScore(context.ctx, input)),
};
