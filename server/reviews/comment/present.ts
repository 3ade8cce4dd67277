import { actorId } from "#lib/base/access/actor.ts";
import { REACTIONS } from "#lib/base/vocabulary/reaction.ts";
import type { Thread, ThreadList } from "#lib/contract/comment.ts";
import type { Ctx } from "#server/base/kernel/context.ts";
import { toInstantOrNull } from "#server/base/kernel/dates.ts";
import { THREAD_SELECT, type ThreadRecord } from "./load.ts";
import type { FindSubject } from "./subject.ts";

/** Returns threads with the names of everyone mentioned. The text of a deleted comment isn't sent. */
export async function presentThreads(ctx: Ctx, rows: readonly ThreadRecord[]): Promise<Thread[]> {
  const ids = rows.flatMap((row) => [
    ...(row.resolvedById ? [row.resolvedById] : []),
    ...row.comments.flatMap((comment) => comment.mentionIds),
  ]);
  const people = await ctx.db.user.findMany({ where: { id: { in: ids } }, select: { id: true, name: true } });
  const byId = new Map(people.map((person) => [person.id, person]));
  const me = actorId(ctx.actor);
  return rows.map((row) => ({
    id: row.id,
    quote: row.quote,
    blockId: row.blockId,
    resolvedAt: toInstantOrNull(row.resolvedAt),
    resolvedBy: row.resolvedById === null ? null : (byId.get(row.resolvedById) ?? null),
    assignee: row.assignee,
    doneAt: toInstantOrNull(row.doneAt),
    version: row.version,
    comments: row.comments.map((comment) => ({
      id: comment.id,
      author: comment.author,
      body: comment.deletedAt === null ? comment.body : "",
      mentions: comment.mentionIds.flatMap((id) => byId.get(id) ?? []),
      createdAt: comment.createdAt.toISOString(),
      editedAt: toInstantOrNull(comment.editedAt),
      deleted: comment.deletedAt !== null,
      mine: me !== null && comment.authorId === me,
      reactions: comment.deletedAt === null ? presentReactions(comment.reactions, me) : [],
    })),
  }));
}

function presentReactions(rows: ThreadRecord["comments"][number]["reactions"], me: string | null) {
  return REACTIONS.flatMap((kind) => {
    const people = rows.flatMap((row) => (row.kind === kind ? [row.user] : []));
    return people.length === 0 ? [] : [{ kind, people, mine: people.some(({ id }) => id === me) }];
  });
}

/** Returns one thread as the actor can see it. */
export async function presentThread(ctx: Ctx, row: ThreadRecord): Promise<Thread> {
  const [thread] = await presentThreads(ctx, [row]);
  if (!thread) throw new Error("a thread was presented as nothing");
  return thread;
}

const MOST = 1000;

/** Returns the threads about something that the actor can read, oldest first, including resolved ones. */
export async function listThreads(find: FindSubject, ctx: Ctx, input: { key: string }): Promise<ThreadList> {
  const subject = await find(ctx, input.key);
  const rows = await ctx.db.commentThread.findMany({
    where: subject.column,
    select: THREAD_SELECT,
    orderBy: [{ createdAt: "asc" }, { id: "asc" }],
    take: MOST,
  });
  const seen = await Promise.all(rows.map((row) => subject.reads(ctx, ctx.actor, row)));
  return {
    mayComment: subject.mayComment,
    items: await presentThreads(
      ctx,
      rows.filter((_, at) => seen[at]),
    ),
  };
}
