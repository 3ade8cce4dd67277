import { createFactor, listFactors, updateFactor } from "#server/follow/factor/index.ts";
import { os } from "../base.ts";

export const factorRoutes = {
  list: os.factor.list.handler(({ input, context }) => listFactors(context.ctx, input)),
  create: os.factor.create.handler(({ input, context }) => createFactor(context.ctx, input)),
  update: os.factor.update.handler(({ input, context }) => updateFactor(context.ctx, input)),
};
