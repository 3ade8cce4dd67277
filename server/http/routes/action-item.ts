import {
  countActionItems,
  createActionItem,
  getActionItem,
  listActionItems,
  transitionActionItem,
  updateActionItem,
} from "#server/follow/action-item/index.ts";
import { os } from "../base.ts";

export const actionItemRoutes = {
  list: os.actionItem.list.handler(({ input, context }) => listActionItems(context.ctx, input)),
  counts: os.actionItem.counts.handler(({ input, context }) => countActionItems(context.ctx, input)),
  get: os.actionItem.get.handler(({ input, context }) => getActionItem(context.ctx, input)),
  create: os.actionItem.create.handler(({ input, context }) => createActionItem(context.ctx, input)),
  update: os.actionItem.update.handler(({ input, context }) => updateActionItem(context.ctx, input)),
  transition: os.actionItem.transition.handler(({ input, context }) => transitionActionItem(context.ctx, input)),
};
