import {
  addEvent,
  allowMilestone,
  answerZone,
  clearMilestone,
  incidentMetrics,
  listTimeline,
  refuseMilestone,
  revertEvent,
  setMilestone,
  takeBackZone,
  updateEvent,
} from "#server/incidents/timeline/index.ts";
import { os } from "../base.ts";

export const timelineRoutes = {
  list: os.timeline.list.handler(({ input, context }) => listTimeline(context.ctx, input)),
  metrics: os.timeline.metrics.handler(({ input, context }) => incidentMetrics(context.ctx, input)),
  add: os.timeline.add.handler(({ input, context }) => addEvent(context.ctx, input)),
  update: os.timeline.update.handler(({ input, context }) => updateEvent(context.ctx, input)),
  revert: os.timeline.revert.handler(({ input, context }) => revertEvent(context.ctx, input)),
  setMilestone: os.timeline.setMilestone.handler(({ input, context }) => setMilestone(context.ctx, input)),
  clearMilestone: os.timeline.clearMilestone.handler(({ input, context }) => clearMilestone(context.ctx, input)),
  refuseMilestone: os.timeline.refuseMilestone.handler(({ input, context }) => refuseMilestone(context.ctx, input)),
  allowMilestone: os.timeline.allowMilestone.handler(({ input, context }) => allowMilestone(context.ctx, input)),
  answerZone: os.timeline.answerZone.handler(({ input, context }) => answerZone(context.ctx, input)),
  takeBackZone: os.timeline.takeBackZone.handler(({ input, context }) => takeBackZone(context.ctx, input)),
};
