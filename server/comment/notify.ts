import { actorId } from "#lib/access/actor.ts";
import { reviewKeyOf } from "#server/kernel/keys.ts";
import { notify } from "#server/kernel/notify.ts";
import type { TxCtx } from "#server/kernel/transaction.ts";

interface Commented {
  id: string;
  number: number;
  title: string;
  incidentId: string;
}

/** Tells the people mentioned, and those who wrote in the thread before; never the writer. */
export async function notifyOfComment(
  tx: TxCtx,
  review: Commented,
  comment: { threadId: string; body: string; mentionIds: string[] },
): Promise<void> {
  const writer = tx.actor.kind === "user" ? tx.actor.name : "Afterword";
  const before = await tx.db.comment.findMany({
    where: { threadId: comment.threadId, authorId: { not: null } },
    select: { authorId: true },
    distinct: ["authorId"],
  });
  const mentioned = new Set(comment.mentionIds);
  const others = before.flatMap((row) => row.authorId ?? []).filter((id) => !mentioned.has(id));
  const base = {
    body: comment.body.slice(0, 500),
    href: `/reviews/${reviewKeyOf(review.number)}?thread=${comment.threadId}`,
    incidentId: review.incidentId,
  };
  const me = actorId(tx.actor);
  for (const userId of mentioned)
    if (userId !== me)
      await notify(tx, { ...base, userId, kind: "mention", subject: `${writer} mentioned you in “${review.title}”` });
  for (const userId of others)
    if (userId !== me)
      await notify(tx, { ...base, userId, kind: "comment", subject: `${writer} answered in “${review.title}”` });
}
