import { listForum } from "#server/reviews/forum/index.ts";
import { os } from "../base.ts";

export const forumRoutes = {
  list: os.forum.list.handler(({ input, context }) => listForum(context.ctx, input)),
};
