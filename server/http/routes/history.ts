import { listHistory } from "#server/across/history/index.ts";
import { os } from "../base.ts";

export const historyRoutes = {
  list: os.history.list.handler(({ input, context }) => listHistory(context.ctx, input)),
};
