import {
  createRule,
  listRules,
  moveRule,
  removeRule,
  restoreRule,
  tryRoutingRule,
  updateRule,
} from "#server/intake/rule/index.ts";
import { os } from "../base.ts";

export const routingRoutes = {
  list: os.routing.list.handler(({ input, context }) => listRules(context.ctx, input)),
  create: os.routing.create.handler(({ input, context }) => createRule(context.ctx, input)),
  update: os.routing.update.handler(({ input, context }) => updateRule(context.ctx, input)),
  move: os.routing.move.handler(({ input, context }) => moveRule(context.ctx, input)),
  remove: os.routing.remove.handler(({ input, context }) => removeRule(context.ctx, input)),
  restore: os.routing.restore.handler(({ input, context }) => restoreRule(context.ctx, input)),
  try: os.routing.try.handler(({ input, context }) => tryRoutingRule(context.ctx, input)),
};
