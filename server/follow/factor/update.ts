import { invalid } from "#lib/base/errors.ts";
import type { Factor, factorContract } from "#lib/contract/factor.ts";
import { audit } from "#server/base/kernel/audit.ts";
import type { Ctx } from "#server/base/kernel/context.ts";
import { given } from "#server/base/kernel/given.ts";
import { guardVersion } from "#server/base/kernel/guard-version.ts";
import type { InputOf } from "#server/base/kernel/input.ts";
import { emit } from "#server/base/kernel/outbox.ts";
import { type TxCtx, transact } from "#server/base/kernel/transaction.ts";
import { authorizeWriting, reviewFacts } from "#server/reviews/review/index.ts";
import { loadFactor } from "./load.ts";
import { presentFactor } from "./present.ts";
import { writeEvidence } from "./write-evidence.ts";

/** Changes a factor, its evidence, its place, or takes it out and back. */
export async function updateFactor(ctx: Ctx, input: InputOf<typeof factorContract.update>): Promise<Factor> {
  return transact(ctx, async (tx) => {
    const before = await loadFactor(tx, input.id);
    authorizeWriting(tx, reviewFacts(before.review));
    const { id, version, evidence, removed, afterFactorId, ...fields } = input;
    const changed = await tx.db.factor.updateMany({
      where: { id, version },
      data: {
        ...given(fields),
        ...(removed === undefined ? {} : { removedAt: removed ? tx.now() : null }),
        ...(afterFactorId === undefined ? {} : { position: await positionBehind(tx, before.reviewId, afterFactorId) }),
        version: { increment: 1 },
      },
    });
    await guardVersion(changed, async () => presentFactor(tx, await loadFactor(tx, id)));
    if (evidence) await writeEvidence(tx, before, evidence);
    const after = presentFactor(tx, await loadFactor(tx, id));
    await audit(tx, {
      action: removed ? "factor.removed" : "factor.updated",
      noun: "factor",
      nounId: id,
      incidentId: before.incidentId,
      before: presentFactor(tx, before),
      after: input,
    });
    await emit(tx, "record.changed", { noun: "factor", id: before.reviewId, incidentId: before.incidentId });
    return after;
  });
}

async function positionBehind(tx: TxCtx, reviewId: string, afterFactorId: string | null): Promise<number> {
  const ordered = await tx.db.factor.findMany({
    where: { reviewId, removedAt: null },
    select: { id: true, position: true },
    orderBy: { position: "asc" },
  });
  const at = afterFactorId === null ? -1 : ordered.findIndex((factor) => factor.id === afterFactorId);
  if (afterFactorId !== null && at < 0) throw invalid("afterFactorId", "Not a factor of this review");
  const low = ordered[at]?.position ?? (ordered[0]?.position ?? 1) - 1;
  const high = ordered[at + 1]?.position ?? low + 2;
  return (low + high) / 2;
}
