import { search } from "#server/across/search/index.ts";
import { os } from "../base.ts";

export const searchRoutes = {
  find: os.search.find.handler(({ input, context }) => search(context.ctx, input)),
};
