import { notFound } from "#lib/base/errors.ts";
import type { commentContract, Thread } from "#lib/contract/comment.ts";
import { authorizeSelf } from "#server/base/kernel/authorize.ts";
import type { Ctx } from "#server/base/kernel/context.ts";
import type { InputOf } from "#server/base/kernel/input.ts";
import { record, unrecorded } from "#server/base/kernel/record.ts";
import { transact } from "#server/base/kernel/transaction.ts";
import { loadThread } from "./load.ts";
import { presentThread } from "./present.ts";
import { authorizeComment, type FindSubject } from "./subject.ts";

/**
 * Adds or removes my reaction to a comment. The input states the result, so a repeated request changes nothing. It
 * notifies no one and leaves the version of the thread, so it never conflicts with a reply or an assignment.
 */
export async function reactToComment(
  find: FindSubject,
  ctx: Ctx,
  input: InputOf<typeof commentContract.react>,
): Promise<Thread> {
  return transact(ctx, async (tx) => {
    const subject = await find(tx, input.key);
    authorizeComment(subject);
    const { id: userId } = authorizeSelf(tx, "write");
    const comment = await tx.db.comment.findFirst({
      where: { id: input.id, deletedAt: null, thread: subject.column },
      select: { id: true, threadId: true },
    });
    if (!comment) throw notFound();
    const mine = { commentId: comment.id, kind: input.kind, userId };
    const { count } = input.on
      ? await tx.db.commentReaction.createMany({ data: [{ ...mine, createdAt: tx.now() }], skipDuplicates: true })
      : await tx.db.commentReaction.deleteMany({ where: mine });
    const answer = async () => presentThread(tx, await loadThread(tx, subject, comment.threadId));
    if (count === 0) return unrecorded("the reaction was there already, or wasn't there", answer);
    return record(tx, {
      action: input.on ? "comment.reacted" : "comment.reaction_removed",
      id: comment.threadId,
      incidentId: subject.incidentId,
      subjectId: subject.id,
      after: { kind: input.kind },
      answer,
    });
  });
}
