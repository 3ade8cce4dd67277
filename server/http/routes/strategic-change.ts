import {
  createStrategicChange,
  getStrategicChange,
  listStrategicChanges,
  reportHealth,
  transitionStrategicChange,
  updateStrategicChange,
} from "#server/follow/strategic-change/index.ts";
import { os } from "../base.ts";

export const strategicChangeRoutes = {
  list: os.strategicChange.list.handler(({ input, context }) => listStrategicChanges(context.ctx, input)),
  get: os.strategicChange.get.handler(({ input, context }) => getStrategicChange(context.ctx, input)),
  create: os.strategicChange.create.handler(({ input, context }) => createStrategicChange(context.ctx, input)),
  update: os.strategicChange.update.handler(({ input, context }) => updateStrategicChange(context.ctx, input)),
  transition: os.strategicChange.transition.handler(({ input, context }) =>
    transitionStrategicChange(context.ctx, input),
  ),
  reportHealth: os.strategicChange.reportHealth.handler(({ input, context }) => reportHealth(context.ctx, input)),
};
