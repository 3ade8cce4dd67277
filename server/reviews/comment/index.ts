import type { Ctx } from "#server/base/kernel/context.ts";
import { assignThread as assign, finishThread as finish } from "./assign.ts";
import { editComment as edit } from "./edit.ts";
import { findReviewSubject } from "./load.ts";
import { listThreads as list } from "./present.ts";
import { reactToComment as react } from "./react.ts";
import { resolveThread as resolve } from "./resolve.ts";
import type { FindSubject } from "./subject.ts";
import { replyToThread as reply, startThread as start } from "./write.ts";

export { readsThread, THREAD_REVIEW, threadOf } from "./load.ts";
export type { ThreadSubject } from "./subject.ts";

type Verb<Input, Answer> = (find: FindSubject, ctx: Ctx, input: Input) => Promise<Answer>;

/** The verbs of comments on what `find` finds. */
export function commentsOn(find: FindSubject) {
  const on =
    <Input, Answer>(verb: Verb<Input, Answer>) =>
    (ctx: Ctx, input: Input) =>
      verb(find, ctx, input);
  return {
    ...{ list: on(list), start: on(start), reply: on(reply), edit: on(edit), react: on(react) },
    ...{ assign: on(assign), finish: on(finish), resolve: on(resolve) },
  };
}

const onReview = commentsOn(findReviewSubject);
export const listThreads = onReview.list;
export const startThread = onReview.start;
export const replyToThread = onReview.reply;
export const editComment = onReview.edit;
export const reactToComment = onReview.react;
export const assignThread = onReview.assign;
export const finishThread = onReview.finish;
export const resolveThread = onReview.resolve;
