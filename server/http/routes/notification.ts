import { listNotifications, markNotifications } from "#server/across/notification/index.ts";
import { os } from "../base.ts";

export const notificationRoutes = {
  list: os.notification.list.handler(({ input, context }) => listNotifications(context.ctx, input)),
  mark: os.notification.mark.handler(({ input, context }) => markNotifications(context.ctx, input)),
};
