import { createService, listServices, proposeService, updateService } from "#server/people/service/index.ts";
import { os } from "../base.ts";

export const serviceRoutes = {
  list: os.service.list.handler(({ input, context }) => listServices(context.ctx, input)),
  create: os.service.create.handler(({ input, context }) => createService(context.ctx, input)),
  propose: os.service.propose.handler(({ input, context }) => proposeService(context.ctx, input)),
  update: os.service.update.handler(({ input, context }) => updateService(context.ctx, input)),
};
