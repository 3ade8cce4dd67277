import { actorId, actorName } from "#lib/base/access/actor.ts";
import { forbidden, invalid, notFound } from "#lib/base/errors.ts";
import type { commentContract, Thread } from "#lib/contract/comment.ts";
import { authorizeSelf } from "#server/base/kernel/authorize.ts";
import type { Ctx, TxCtx } from "#server/base/kernel/context.ts";
import { guardVersion } from "#server/base/kernel/guard-version.ts";
import type { InputOf } from "#server/base/kernel/input.ts";
import { notify } from "#server/base/kernel/notify.ts";
import { record } from "#server/base/kernel/record.ts";
import { transact } from "#server/base/kernel/transaction.ts";
import { ACTOR_SELECT, userActor } from "#server/people/auth/user-actor.ts";
import { loadThread, type ThreadRecord } from "./load.ts";
import { presentThread } from "./present.ts";
import { authorizeComment, type FindSubject, type ThreadSubject } from "./subject.ts";

/** Assigns a thread to someone who can read it, and notifies them, or to no one. */
export async function assignThread(
  find: FindSubject,
  ctx: Ctx,
  input: InputOf<typeof commentContract.assign>,
): Promise<Thread> {
  return transact(ctx, async (tx) => {
    const subject = await find(tx, input.key);
    authorizeComment(subject);
    const before = await loadThread(tx, subject, input.id);
    const { assigneeId } = input;
    if (assigneeId !== null) await checkAssignee(tx, subject, before, assigneeId);
    const read = async () => presentThread(tx, await loadThread(tx, subject, input.id));
    const changed = await tx.db.commentThread.updateMany({
      where: { id: input.id, version: input.version },
      data: { assigneeId, doneAt: null, version: { increment: 1 } },
    });
    await guardVersion(changed, read);
    if (assigneeId !== null && assigneeId !== before.assigneeId) await tellAssignee(tx, subject, before, assigneeId);
    return record(tx, {
      action: assigneeId === null ? "comment_thread.unassigned" : "comment_thread.assigned",
      id: input.id,
      incidentId: subject.incidentId,
      subjectId: subject.id,
      before: { assigneeId: before.assigneeId },
      after: { assigneeId },
      answer: read,
    });
  });
}

/** Ticks off a thread that is assigned to me, or reopens it. Others can resolve the thread instead. */
export async function finishThread(
  find: FindSubject,
  ctx: Ctx,
  input: InputOf<typeof commentContract.finish>,
): Promise<Thread> {
  return transact(ctx, async (tx) => {
    const me = authorizeSelf(tx, "write");
    const subject = await find(tx, input.key);
    const before = await loadThread(tx, subject, input.id);
    if (!(await subject.reads(tx, me, before))) throw notFound();
    if (before.assigneeId !== me.id) throw forbidden("Only its assignee can tick off a comment");
    const read = async () => presentThread(tx, await loadThread(tx, subject, input.id));
    const changed = await tx.db.commentThread.updateMany({
      where: { id: input.id, version: input.version, assigneeId: me.id },
      data: { doneAt: input.done ? tx.now() : null, version: { increment: 1 } },
    });
    await guardVersion(changed, read);
    return record(tx, {
      action: input.done ? "comment_thread.done" : "comment_thread.not_done",
      id: input.id,
      incidentId: subject.incidentId,
      subjectId: subject.id,
      answer: read,
    });
  });
}

/** The same sentence for someone unknown and someone without access, so it doesn't reveal who exists. */
async function checkAssignee(tx: TxCtx, subject: ThreadSubject, thread: ThreadRecord, userId: string): Promise<void> {
  const user = await tx.db.user.findUnique({ where: { id: userId }, select: ACTOR_SELECT });
  const actor = user ? userActor(user, null) : null;
  if (!actor || !(await subject.reads(tx, actor, thread)))
    throw invalid("assigneeId", "Choose someone who can read this comment");
}

async function tellAssignee(tx: TxCtx, subject: ThreadSubject, thread: ThreadRecord, userId: string): Promise<void> {
  if (userId === actorId(tx.actor)) return;
  const first = thread.comments.find(({ deletedAt }) => deletedAt === null);
  await notify(tx, {
    userId,
    kind: "comment.assigned",
    subject: `${actorName(tx.actor)} assigned a comment to you in “${subject.title}”`,
    body: (first?.body ?? thread.quote).slice(0, 500),
    href: `${subject.href}?thread=${thread.id}`,
    incidentId: subject.incidentId,
  });
}
