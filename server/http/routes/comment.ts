import { editComment, listThreads, replyToThread, resolveThread, startThread } from "#server/reviews/comment/index.ts";
import { os } from "../base.ts";

export const commentRoutes = {
  list: os.comment.list.handler(({ input, context }) => listThreads(context.ctx, input)),
  start: os.comment.start.handler(({ input, context }) => startThread(context.ctx, input)),
  reply: os.comment.reply.handler(({ input, context }) => replyToThread(context.ctx, input)),
  edit: os.comment.edit.handler(({ input, context }) => editComment(context.ctx, input)),
  resolve: os.comment.resolve.handler(({ input, context }) => resolveThread(context.ctx, input)),
};
