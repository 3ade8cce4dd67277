import type { CanonicalFactor, canonicalFactorContract } from "#lib/contract/canonical-factor.ts";
import { authorizeSelf } from "#server/base/kernel/authorize.ts";
import type { Ctx } from "#server/base/kernel/context.ts";
import type { InputOf } from "#server/base/kernel/input.ts";
import { record, unrecorded } from "#server/base/kernel/record.ts";
import { transact } from "#server/base/kernel/transaction.ts";
import { startFollowing, stopFollowing } from "#server/follow/condition-follower/index.ts";
import { holdCanonicalFactors, idsMergedInto, loadCanonicalFactor, restrictionOf } from "./load.ts";
import { getCanonicalFactor } from "./present.ts";

/**
 * Follows a condition that I can read, or stops. The input states the result, and the version stays: it is about me only.
 */
export async function followCanonicalFactor(
  ctx: Ctx,
  input: InputOf<typeof canonicalFactorContract.follow>,
): Promise<CanonicalFactor> {
  return transact(ctx, async (tx) => {
    const { id: userId } = authorizeSelf(tx, "write");
    const { id } = await loadCanonicalFactor(tx, input.id);
    await holdCanonicalFactors(tx, [id]);
    const mine = { conditionId: id, userId };
    const isChanged = input.on
      ? await startFollowing(tx, mine)
      : await stopFollowing(tx, mine, await idsMergedInto(tx, id));
    const answer = () => getCanonicalFactor(tx, { id });
    if (!isChanged) return unrecorded("they followed it already, or didn't", answer);
    return record(tx, {
      action: input.on ? "canonical_factor.followed" : "canonical_factor.unfollowed",
      id,
      incidentId: await restrictionOf(tx, id),
      answer,
    });
  });
}
