import {
  attachIncoming,
  detachIncoming,
  dismissIncoming,
  incomingOverview,
  listIncoming,
  restoreIncoming,
} from "#server/intake/unassigned/index.ts";
import { os } from "../base.ts";

export const incomingRoutes = {
  overview: os.incoming.overview.handler(({ input, context }) => incomingOverview(context.ctx, input)),
  list: os.incoming.list.handler(({ input, context }) => listIncoming(context.ctx, input)),
  attach: os.incoming.attach.handler(({ input, context }) => attachIncoming(context.ctx, input)),
  detach: os.incoming.detach.handler(({ input, context }) => detachIncoming(context.ctx, input)),
  dismiss: os.incoming.dismiss.handler(({ input, context }) => dismissIncoming(context.ctx, input)),
  restore: os.incoming.restore.handler(({ input, context }) => restoreIncoming(context.ctx, input)),
};
