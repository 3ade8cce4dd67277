import { can } from "#lib/base/access/can.ts";
import { forbidden, notFound } from "#lib/base/errors.ts";
import type { commentContract, Thread } from "#lib/contract/comment.ts";
import type { Ctx } from "#server/base/kernel/context.ts";
import type { InputOf } from "#server/base/kernel/input.ts";
import { record } from "#server/base/kernel/record.ts";
import { transact } from "#server/base/kernel/transaction.ts";
import { loadThread } from "./load.ts";
import { presentThread } from "./present.ts";
import { authorizeComment, type FindSubject } from "./subject.ts";

/** Edits, deletes or restores one's own comment. An admin can delete another's. */
export async function editComment(
  find: FindSubject,
  ctx: Ctx,
  input: InputOf<typeof commentContract.edit>,
): Promise<Thread> {
  return transact(ctx, async (tx) => {
    const subject = await find(tx, input.key);
    authorizeComment(subject);
    const comment = await tx.db.comment.findFirst({
      where: { id: input.id, thread: subject.column },
      select: { id: true, threadId: true, authorId: true },
    });
    if (!comment) throw notFound();
    if (!can(tx.actor, "comment", input.body === undefined ? "remove" : "edit", comment))
      throw forbidden("Only its author can change a comment");
    await tx.db.comment.update({
      where: { id: comment.id },
      data: {
        ...(input.body === undefined ? {} : { body: input.body, editedAt: tx.now() }),
        ...(input.deleted === undefined ? {} : { deletedAt: input.deleted ? tx.now() : null }),
      },
    });
    return record(tx, {
      action: input.deleted ? "comment.deleted" : "comment.edited",
      id: comment.threadId,
      incidentId: subject.incidentId,
      subjectId: subject.id,
      after: input.deleted ? { deleted: true } : { edited: input.body !== undefined },
      answer: async () => presentThread(tx, await loadThread(tx, subject, comment.threadId)),
    });
  });
}
