import { actorId } from "#lib/base/access/actor.ts";
import { invalid } from "#lib/base/errors.ts";
import type { commentContract, Thread } from "#lib/contract/comment.ts";
import type { Ctx, TxCtx } from "#server/base/kernel/context.ts";
import type { InputOf } from "#server/base/kernel/input.ts";
import { notify } from "#server/base/kernel/notify.ts";
import { record } from "#server/base/kernel/record.ts";
import { refuseDuplicate } from "#server/base/kernel/refuse-duplicate.ts";
import { transact } from "#server/base/kernel/transaction.ts";
import { loadThread } from "./load.ts";
import { presentThread } from "./present.ts";
import { authorizeComment, type FindSubject, type ThreadSubject } from "./subject.ts";

/**
 * Notifies the people mentioned, those who wrote in the thread before and those who follow what it is about, if they
 * can read that, but never the writer.
 */
async function notifyOfComment(
  tx: TxCtx,
  subject: ThreadSubject,
  comment: { threadId: string; body: string; mentionIds: string[] },
): Promise<void> {
  const writer = tx.actor.kind === "user" ? tx.actor.name : "Afterword";
  const before = await tx.db.comment.findMany({
    where: { threadId: comment.threadId, authorId: { not: null } },
    select: { authorId: true },
    distinct: ["authorId"],
  });
  const mentioned = new Set(comment.mentionIds);
  const answered = new Set(before.flatMap((row) => row.authorId ?? []));
  const others = [...new Set([...answered, ...subject.followers])].filter((id) => !mentioned.has(id));
  const base = {
    body: comment.body.slice(0, 500),
    href: `${subject.href}?thread=${comment.threadId}`,
    incidentId: subject.incidentId,
  };
  for (const userId of await subject.readersAmong(tx, [...mentioned, ...others])) {
    const does = answered.has(userId) ? "answered" : "commented";
    const [kind, did] = mentioned.has(userId) ? ["mention", "mentioned you"] : ["comment", does];
    await notify(tx, { ...base, userId, kind, subject: `${writer} ${did} in “${subject.title}”` });
  }
}

interface NewComment {
  threadId: string;
  body: string;
  mentionIds: string[];
}

async function insertComment(tx: TxCtx, { threadId, body, mentionIds }: NewComment): Promise<void> {
  const wanted = [...new Set(mentionIds)];
  const known = await tx.db.user.count({ where: { id: { in: wanted } } });
  if (known !== wanted.length) throw invalid("mentionIds", "One of the people mentioned doesn't exist");
  await tx.db.comment.create({
    data: { id: tx.newId(), threadId, authorId: actorId(tx.actor), body, mentionIds: wanted, createdAt: tx.now() },
  });
}

/** Opens a thread on a passage. The browser can choose the id, which the mark in the text has. */
export async function startThread(
  find: FindSubject,
  ctx: Ctx,
  input: InputOf<typeof commentContract.start>,
): Promise<Thread> {
  return transact(ctx, async (tx) => {
    const subject = await find(tx, input.key);
    authorizeComment(subject);
    const id = input.id ?? tx.newId();
    const onVersion = input.version ?? null;
    const { quote, blockId } = input;
    await subject.checkPassage(tx, { blockId, onVersion });
    const thread = { ...subject.column, id, quote, blockId, onVersion, createdAt: tx.now() };
    const opened = tx.db.commentThread.create({ data: thread });
    await refuseDuplicate(opened, "id", "This thread already exists. Leave out the id.");
    await insertComment(tx, { threadId: id, body: input.body, mentionIds: input.mentionIds });
    await notifyOfComment(tx, subject, { threadId: id, body: input.body, mentionIds: input.mentionIds });
    return record(tx, {
      action: "comment.added",
      id,
      incidentId: subject.incidentId,
      subjectId: subject.id,
      after: { quote: input.quote },
      answer: async () => presentThread(tx, await loadThread(tx, subject, id)),
    });
  });
}

/** Replies in a thread. A resolved one is reopened. */
export async function replyToThread(
  find: FindSubject,
  ctx: Ctx,
  input: InputOf<typeof commentContract.reply>,
): Promise<Thread> {
  return transact(ctx, async (tx) => {
    const subject = await find(tx, input.key);
    authorizeComment(subject);
    const thread = await loadThread(tx, subject, input.id);
    await insertComment(tx, { threadId: thread.id, body: input.body, mentionIds: input.mentionIds });
    await tx.db.commentThread.update({
      where: { id: thread.id },
      data: { resolvedAt: null, resolvedById: null, version: { increment: 1 } },
    });
    await notifyOfComment(tx, subject, { threadId: thread.id, body: input.body, mentionIds: input.mentionIds });
    return record(tx, {
      action: "comment.added",
      id: thread.id,
      incidentId: subject.incidentId,
      subjectId: subject.id,
      answer: async () => presentThread(tx, await loadThread(tx, subject, thread.id)),
    });
  });
}
