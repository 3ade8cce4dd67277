import { actorId } from "#lib/base/access/actor.ts";
import type { commentContract, Thread } from "#lib/contract/comment.ts";
import type { Ctx } from "#server/base/kernel/context.ts";
import { guardVersion } from "#server/base/kernel/guard-version.ts";
import type { InputOf } from "#server/base/kernel/input.ts";
import { record } from "#server/base/kernel/record.ts";
import { transact } from "#server/base/kernel/transaction.ts";
import { loadThread } from "./load.ts";
import { presentThread } from "./present.ts";
import { authorizeComment, type FindSubject } from "./subject.ts";

/** Resolves or reopens a thread. */
export async function resolveThread(
  find: FindSubject,
  ctx: Ctx,
  input: InputOf<typeof commentContract.resolve>,
): Promise<Thread> {
  return transact(ctx, async (tx) => {
    const subject = await find(tx, input.key);
    authorizeComment(subject);
    await loadThread(tx, subject, input.id);
    const read = async () => presentThread(tx, await loadThread(tx, subject, input.id));
    const changed = await tx.db.commentThread.updateMany({
      where: { id: input.id, version: input.version },
      data: {
        resolvedAt: input.resolved ? tx.now() : null,
        resolvedById: input.resolved ? actorId(tx.actor) : null,
        version: { increment: 1 },
      },
    });
    await guardVersion(changed, read);
    return record(tx, {
      action: input.resolved ? "comment_thread.resolved" : "comment_thread.reopened",
      id: input.id,
      incidentId: subject.incidentId,
      subjectId: subject.id,
      answer: read,
    });
  });
}
