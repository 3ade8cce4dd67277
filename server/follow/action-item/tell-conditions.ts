import type { TxCtx } from "#server/base/kernel/context.ts";
import { actionKeyOf } from "#server/base/kernel/keys.ts";
import { followedThrough, followerIdsOf, tellConditionFollowers } from "#server/follow/condition-follower/index.ts";
import type { ActionRowRecord } from "./select.ts";
import { whoCanEach } from "./tell.ts";

interface FixNews {
  row: ActionRowRecord;
  news: "verified" | "failed";
}

const WORDS = { verified: "verified", failed: "didn't work" };

/**
 * Notifies the followers of the conditions that actions address that these are verified or didn't work: those who can
 * read both the action and the factor that links them. Of a verification, owners and those who watch hear anyway.
 */
export async function tellConditions(tx: TxCtx, all: readonly FixNews[]): Promise<void> {
  if (all.length === 0) return;
  const links = await followedThrough(
    tx,
    all.map(({ row }) => row.id),
  );
  const conditionIds = [...new Set([...links.values()].flat().map(({ conditionId }) => conditionId))];
  const followerIds = [...new Set([...(await followerIdsOf(tx, conditionIds)).values()].flat())];
  if (followerIds.length === 0) return;
  const watchers = await tx.db.actionWatcher.findMany({
    where: { actionItemId: { in: all.map(({ row }) => row.id) }, userId: { in: followerIds } },
    select: { actionItemId: true, userId: true },
  });
  const knows = new Set(watchers.map(({ actionItemId, userId }) => `${actionItemId} ${userId}`));
  const readers = await whoCanEach(
    tx,
    all.map(({ row }) => ({ row, action: "read" as const, userIds: followerIds })),
  );
  await tellConditionFollowers(tx, conditionIds, ({ follower, condition, factors }) =>
    all.flatMap(({ row, news }, at) => {
      const linked = new Set((links.get(row.id) ?? []).map(({ factorId }) => factorId));
      const through = factors.find(({ id }) => linked.has(id));
      if (!through || !readers[at]?.includes(follower.id)) return [];
      const hears = row.ownerId === follower.id || knows.has(`${row.id} ${follower.id}`);
      if (news === "verified" && hears) return [];
      return [
        {
          kind: `canonical_factor.fix_${news}` as const,
          subject: `${condition.name}: ${actionKeyOf(row.number)} ${WORDS[news]}`,
          body: row.title,
          incidentId: row.incidentId ?? through.incident.id,
        },
      ];
    }),
  );
}
