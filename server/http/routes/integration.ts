import { database } from "#server/base/db/client.ts";
import {
  createIntegration,
  endSecret,
  getDelivery,
  getIntegration,
  listDeliveries,
  listIntegrations,
  processAgain,
  rotateSecret,
  sendTest,
  updateIntegration,
} from "#server/intake/integration/index.ts";
import { os } from "../base.ts";

export const integrationRoutes = {
  list: os.integration.list.handler(({ input, context }) => listIntegrations(context.ctx, input)),
  get: os.integration.get.handler(({ input, context: { ctx, origin } }) => getIntegration(ctx, { ...input, origin })),
  create: os.integration.create.handler(({ input, context: { ctx, origin } }) =>
    createIntegration(ctx, { ...input, origin }),
  ),
  update: os.integration.update.handler(({ input, context: { ctx, origin } }) =>
    updateIntegration(ctx, { ...input, origin }),
  ),
  rotateSecret: os.integration.rotateSecret.handler(({ input, context: { ctx, origin } }) =>
    rotateSecret(ctx, { ...input, origin }),
  ),
  endSecret: os.integration.endSecret.handler(({ input, context: { ctx, origin } }) =>
    endSecret(ctx, { ...input, origin }),
  ),
  sendTest: os.integration.sendTest.handler(({ input, context }) =>
    sendTest(context.ctx, { ...input, pool: database().logPool }),
  ),
  deliveries: os.integration.deliveries.handler(({ input, context }) => listDeliveries(context.ctx, input)),
  delivery: os.integration.delivery.handler(({ input, context }) => getDelivery(context.ctx, input)),
  processAgain: os.integration.processAgain.handler(({ input, context }) => processAgain(context.ctx, input)),
};
