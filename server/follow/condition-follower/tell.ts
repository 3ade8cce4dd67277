import type { Prisma } from "#generated/prisma/client.ts";
import { actorId, type UserActor } from "#lib/base/access/actor.ts";
import { can } from "#lib/base/access/can.ts";
import type { Ctx, TxCtx } from "#server/base/kernel/context.ts";
import { notifyAll } from "#server/base/kernel/notify.ts";
import { ACTOR_SELECT, userActor } from "#server/people/auth/user-actor.ts";
import { reviewFacts, STATED_FACTOR, statedFactors } from "#server/reviews/review/index.ts";
import { followerIdsOf } from "./followers.ts";

const FACTOR = {
  ...STATED_FACTOR,
  incident: { select: { id: true, number: true, title: true, kind: true, status: true, restricted: true } },
} satisfies Prisma.FactorSelect;
export type FollowedFactor = Prisma.FactorGetPayload<{ select: typeof FACTOR }>;

/** A condition as one of its followers can read it. */
interface Followed {
  follower: UserActor;
  condition: { id: string; name: string };
  /** At least one. */
  factors: readonly FollowedFactor[];
}

/** News of a condition for one follower, with the incident whose restriction applies. */
interface ConditionNews {
  kind: `canonical_factor.${"seen" | "fix_verified" | "fix_failed"}`;
  subject: string;
  body: string;
  incidentId: string | null;
}

/** Returns the people with access who follow any of these conditions, without the actor, by condition. */
async function followersToTell(tx: TxCtx, conditionIds: readonly string[]) {
  const byCondition = await followerIdsOf(tx, conditionIds);
  const ids = [...new Set([...byCondition.values()].flat())].filter((id) => id !== actorId(tx.actor));
  if (ids.length === 0) return new Map<string, UserActor[]>();
  const users = await tx.db.user.findMany({ where: { id: { in: ids } }, select: ACTOR_SELECT });
  const actors = users.flatMap((user) => userActor(user, null) ?? []);
  return new Map([...byCondition].map(([id, of]) => [id, actors.filter((one) => of.includes(one.id))]));
}

/**
 * Notifies the followers of conditions, in the transaction of the change, except who made it. `newsOf` gets what each can
 * read of the condition, and a follower who can read nothing of it isn't notified.
 */
export async function tellConditionFollowers(
  tx: TxCtx,
  conditionIds: readonly string[],
  newsOf: (followed: Followed) => ConditionNews[],
): Promise<void> {
  const followers = await followersToTell(tx, conditionIds);
  if (followers.size === 0) return;
  const conditions = await tx.db.canonicalFactor.findMany({
    where: { id: { in: [...followers.keys()] } },
    select: { id: true, name: true, factors: { where: { removedAt: null }, select: FACTOR } },
  });
  for (const { factors, ...condition } of conditions) {
    for (const follower of followers.get(condition.id) ?? []) {
      const readable = await readableTo(tx, follower, factors);
      if (readable.length === 0) continue;
      const news = newsOf({ follower, condition, factors: readable });
      const about = { userId: follower.id, href: `/factors/${condition.id}` };
      await notifyAll(
        tx,
        news.map((one) => ({ ...one, ...about })),
      );
    }
  }
}

async function readableTo(ctx: Ctx, actor: UserActor, factors: readonly FollowedFactor[]): Promise<FollowedFactor[]> {
  const readable = factors.filter(({ review }) => can(actor, "factor", "read", { review: reviewFacts(review) }));
  return statedFactors({ ...ctx, actor }, readable);
}

/** Returns the conditions that actions address by their factors, by action. */
export async function followedThrough(
  ctx: Ctx,
  actionItemIds: readonly string[],
): Promise<ReadonlyMap<string, { factorId: string; conditionId: string }[]>> {
  const rows = await ctx.db.factor.findMany({
    where: {
      ...{ removedAt: null, canonicalFactorId: { not: null } },
      actions: { some: { actionItemId: { in: [...actionItemIds] } } },
    },
    select: {
      ...{ id: true, canonicalFactorId: true },
      actions: { where: { actionItemId: { in: [...actionItemIds] } }, select: { actionItemId: true } },
    },
  });
  const links = rows.flatMap(({ id, canonicalFactorId, actions }) =>
    actions.flatMap(({ actionItemId }) =>
      canonicalFactorId === null ? [] : { actionItemId, factorId: id, conditionId: canonicalFactorId },
    ),
  );
  return Map.groupBy(links, ({ actionItemId }) => actionItemId);
}
