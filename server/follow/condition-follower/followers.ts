import type { Ctx, TxCtx } from "#server/base/kernel/context.ts";

/** Returns who follows each of these conditions, or one that became part of it. */
export async function followerIdsOf(ctx: Ctx, conditionIds: readonly string[]): Promise<ReadonlyMap<string, string[]>> {
  const rows = await ctx.db.$queryRaw<{ conditionId: string; userId: string }[]>`
    WITH RECURSIVE part AS (
      SELECT id AS whole, id FROM canonical_factor WHERE id = ANY(${[...conditionIds]}::uuid[])
      UNION SELECT part.whole, merged.id FROM canonical_factor merged JOIN part ON merged.merged_into_id = part.id
    ) SELECT DISTINCT part.whole AS "conditionId", follower.user_id AS "userId"
      FROM part JOIN condition_follower follower ON follower.canonical_factor_id = part.id`;
  const byCondition = Map.groupBy(rows, ({ conditionId }) => conditionId);
  return new Map([...byCondition].map(([id, of]) => [id, of.map(({ userId }) => userId)]));
}

/** Returns the people with access who follow a condition, by name. */
export async function followersOf(ctx: Ctx, conditionId: string): Promise<{ id: string; name: string }[]> {
  const ids = (await followerIdsOf(ctx, [conditionId])).get(conditionId) ?? [];
  return ctx.db.user.findMany({
    where: { id: { in: ids }, disabledAt: null },
    select: { id: true, name: true },
    orderBy: [{ name: "asc" }, { id: "asc" }],
  });
}

interface Following {
  conditionId: string;
  userId: string;
}

/** Returns whether it changed something. */
export async function startFollowing(tx: TxCtx, { conditionId, userId }: Following): Promise<boolean> {
  const before = (await followerIdsOf(tx, [conditionId])).get(conditionId) ?? [];
  if (before.includes(userId)) return false;
  await tx.db.conditionFollower.create({ data: { canonicalFactorId: conditionId, userId, since: tx.now() } });
  return true;
}

/** Also stops following conditions that were merged into it. Returns whether it changed something. */
export async function stopFollowing(tx: TxCtx, { userId }: Following, partIds: readonly string[]): Promise<boolean> {
  const where = { userId, canonicalFactorId: { in: [...partIds] } };
  return (await tx.db.conditionFollower.deleteMany({ where })).count > 0;
}
