import { listHere, sayHere } from "#server/incidents/presence/index.ts";
import { os } from "../base.ts";

export const presenceRoutes = {
  list: os.presence.list.handler(({ input, context }) => listHere(context.ctx, input)),
  say: os.presence.say.handler(({ input, context }) => sayHere(context.ctx, input)),
};
