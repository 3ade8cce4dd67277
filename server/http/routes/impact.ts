import {
  acceptProposals,
  addWindow,
  changeSeries,
  changeWindow,
  getImpact,
  getResponse,
  keepSeries,
  measureWindows,
  ruleOut,
} from "#server/incidents/impact/index.ts";
import { os } from "../base.ts";

export const impactRoutes = {
  get: os.impact.get.handler(({ input, context }) => getImpact(context.ctx, input)),
  response: os.impact.response.handler(({ input, context }) => getResponse(context.ctx, input)),
  add: os.impact.add.handler(({ input, context }) => addWindow(context.ctx, input)),
  change: os.impact.change.handler(({ input, context }) => changeWindow(context.ctx, input)),
  accept: os.impact.accept.handler(({ input, context }) => acceptProposals(context.ctx, input)),
  keepSeries: os.impact.keepSeries.handler(({ input, context }) => keepSeries(context.ctx, input)),
  changeSeries: os.impact.changeSeries.handler(({ input, context }) => changeSeries(context.ctx, input)),
  measure: os.impact.measure.handler(({ input, context }) => measureWindows(context.ctx, input)),
  ruleOut: os.impact.ruleOut.handler(({ input, context }) => ruleOut(context.ctx, input)),
};
