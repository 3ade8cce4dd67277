import type { Prisma } from "#generated/prisma/client.ts";
import type { Actor } from "#lib/base/access/actor.ts";
import { can } from "#lib/base/access/can.ts";
import { invalid } from "#lib/base/errors.ts";
import type { Ctx } from "#server/base/kernel/context.ts";
import { changeKeyOf } from "#server/base/kernel/keys.ts";
import { ACTOR_SELECT, userActor } from "#server/people/auth/user-actor.ts";
import { commentsOn, type ThreadSubject } from "#server/reviews/comment/index.ts";
import { reviewVisibleTo } from "#server/reviews/review/index.ts";
import {
  actionItemFacts,
  actionItemVisibleTo,
  loadActionItem,
  nameOf,
  watchersOf,
  whoCan,
} from "../action-item/index.ts";
import { loadStrategicChange, strategicChangeVisibleTo } from "../strategic-change/index.ts";

/** Only the text of a review has passages and versions. */
async function refusePassage(
  _: Ctx,
  { blockId, onVersion }: { blockId: string | null; onVersion: number | null },
): Promise<void> {
  if (onVersion !== null) throw invalid("version", "Only a review has versions. Leave it out.");
  if (blockId !== null) throw invalid("blockId", "Only a review has passages. Leave it out.");
}

async function findAction(ctx: Ctx, key: string): Promise<ThreadSubject> {
  const { row, refs } = await loadActionItem(ctx, key);
  return {
    id: row.id,
    column: { actionItemId: row.id },
    title: nameOf(row),
    href: `/actions/${key}`,
    incidentId: row.incidentId,
    followers: [...(row.ownerId === null ? [] : [row.ownerId]), ...(await watchersOf(ctx, row.id))],
    mayComment: can(ctx.actor, "actionItem", "comment", actionItemFacts(ctx.actor, row, refs)),
    reads: async (by, actor) =>
      actor.kind === "system" || actor === ctx.actor || (await whoCan(by, "read", row, [actor.id])).length > 0,
    readersAmong: async (tx, ids) => {
      const others = ids.filter((id) => tx.actor.kind !== "user" || id !== tx.actor.id);
      return whoCan(tx, "read", row, others);
    },
    checkPassage: refusePassage,
  };
}

async function findChange(ctx: Ctx, key: string): Promise<ThreadSubject> {
  const row = await loadStrategicChange(ctx, key);
  return {
    id: row.id,
    column: { changeId: row.id },
    title: `${changeKeyOf(row.number)} ${row.title}`,
    href: `/strategy/${key}`,
    incidentId: null,
    followers: row.ownerId === null ? [] : [row.ownerId],
    mayComment: can(ctx.actor, "strategicChange", "comment", row),
    reads: async () => true,
    async readersAmong(tx, ids) {
      const users = await tx.db.user.findMany({ where: { id: { in: [...ids] } }, select: ACTOR_SELECT });
      const readers = users.flatMap((user) => userActor(user, null)?.id ?? []);
      return readers.filter((id) => tx.actor.kind !== "user" || id !== tx.actor.id);
    },
    checkPassage: refusePassage,
  };
}

/** The threads that an actor can read, on a review, an action or a strategic change. */
export const threadVisibleTo = (actor: Actor): Prisma.CommentThreadWhereInput => ({
  OR: [
    { reviewId: { not: null }, review: reviewVisibleTo(actor) },
    { actionItemId: { not: null }, actionItem: actionItemVisibleTo(actor) },
    { changeId: { not: null }, change: strategicChangeVisibleTo(actor) },
  ],
});

export const actionComments = commentsOn(findAction);
export const changeComments = commentsOn(findChange);
