import { invalid, notFound } from "#lib/base/errors.ts";
import type { CanonicalFactor, canonicalFactorContract } from "#lib/contract/canonical-factor.ts";
import type { Ctx } from "#server/base/kernel/context.ts";
import type { InputOf } from "#server/base/kernel/input.ts";
import { record } from "#server/base/kernel/record.ts";
import { transact } from "#server/base/kernel/transaction.ts";
import { requestionFixes } from "#server/follow/action-item/index.ts";
import { followerIdsOf } from "#server/follow/condition-follower/index.ts";
import { holdCanonicalFactors, restrictionOf } from "./load.ts";
import { getCanonicalFactor } from "./present.ts";
import { authorizeAndClaim } from "./rename.ts";
import { tellSeenAgain } from "./tell.ts";

/**
 * Merges another condition into this one: all its factors come along, including those that the actor can't read. Throws
 * `conflict` with the newer condition if either changed.
 */
export async function mergeCanonicalFactor(
  ctx: Ctx,
  { id, version, otherId, otherVersion }: InputOf<typeof canonicalFactorContract.merge>,
): Promise<CanonicalFactor> {
  return transact(ctx, async (tx) => {
    await holdCanonicalFactors(tx, [id, otherId]);
    await authorizeAndClaim(tx, { id, version });
    if (id === otherId) throw invalid("otherId", "Choose another condition");
    const { name } = await authorizeAndClaim(tx, { id: otherId, version: otherVersion });
    const incidentId = await restrictionOf(tx, otherId);
    const followers = await followerIdsOf(tx, [id, otherId]);
    const moved = await tx.db.factor.findMany({ where: { canonicalFactorId: otherId }, select: { id: true } });
    const mergedFactorIds = moved.map((factor) => factor.id);
    await tx.db.canonicalFactor.update({ where: { id: otherId }, data: { mergedIntoId: id, mergedFactorIds } });
    await tx.db.factor.updateMany({
      where: { id: { in: mergedFactorIds } },
      data: { canonicalFactorId: id, version: { increment: 1 } },
    });
    await requestionFixes(tx, mergedFactorIds);
    await tellSeenAgain(tx, {
      id,
      factorIds: mergedFactorIds,
      merged: { name, followerIds: onlyOf(followers, otherId, id) },
    });
    return record(tx, {
      action: "canonical_factor.merged",
      id,
      incidentId,
      after: { name, factorIds: mergedFactorIds },
      answer: () => getCanonicalFactor(tx, { id }),
    });
  });
}

/** Returns who follows one condition and not the other. */
function onlyOf(followers: ReadonlyMap<string, string[]>, one: string, other: string): string[] {
  const there = new Set(followers.get(other));
  return (followers.get(one) ?? []).filter((userId) => !there.has(userId));
}

/** Undoes a merge: the factors that came along and are still here go back. Returns the condition that is back. */
export async function undoMergeCanonicalFactor(
  ctx: Ctx,
  { id, version, otherId }: InputOf<typeof canonicalFactorContract.undoMerge>,
): Promise<CanonicalFactor> {
  return transact(ctx, async (tx) => {
    await holdCanonicalFactors(tx, [id, otherId]);
    const before = await authorizeAndClaim(tx, { id, version });
    const other = before.merged.find((one) => one.id === otherId);
    const readable = new Set(before.factors.map((factor) => factor.id));
    if (!other?.mergedFactorIds.some((factorId) => readable.has(factorId))) throw notFound();
    await tx.db.canonicalFactor.update({
      where: { id: otherId },
      data: { mergedIntoId: null, mergedFactorIds: [], version: { increment: 1 } },
    });
    await tx.db.factor.updateMany({
      where: { id: { in: other.mergedFactorIds }, canonicalFactorId: id },
      data: { canonicalFactorId: otherId, version: { increment: 1 } },
    });
    await requestionFixes(tx, other.mergedFactorIds);
    return record(tx, {
      action: "canonical_factor.merge_undone",
      id,
      incidentId: await restrictionOf(tx, otherId),
      after: { name: other.name, factorIds: other.mergedFactorIds },
      answer: () => getCanonicalFactor(tx, { id: otherId }),
    });
  });
}
