import { notFound } from "#lib/base/errors.ts";
import type { CanonicalFactor, canonicalFactorContract } from "#lib/contract/canonical-factor.ts";
import type { Ctx, TxCtx } from "#server/base/kernel/context.ts";
import type { InputOf } from "#server/base/kernel/input.ts";
import { incidentKeyOf } from "#server/base/kernel/keys.ts";
import { record } from "#server/base/kernel/record.ts";
import { transact } from "#server/base/kernel/transaction.ts";
import type { FactorRecord } from "#server/follow/factor/index.ts";
import { holdCanonicalFactors, loadCanonicalFactor, loadCanonicalFactors } from "./load.ts";
import { authorizeAndMove } from "./move-factor.ts";
import { getCanonicalFactor, presentWithFollowers } from "./present.ts";
import type { CanonicalFactorRecord } from "./select.ts";
import { tellSeenAgain } from "./tell.ts";

type Input = InputOf<typeof canonicalFactorContract.link>;

/** Links a factor to a condition, or to the one that it was merged into. The factor leaves its former condition. */
export const linkCanonicalFactor = (ctx: Ctx, input: Input): Promise<CanonicalFactor> =>
  transact(ctx, async (tx) => {
    const id = await held(tx, input.id);
    const factor = await authorizeAndMove(tx, { id: input.factorId, version: input.factorVersion }, id);
    await tellSeenAgain(tx, { id, factorIds: [factor.id] });
    return recorded(tx, "canonical_factor.linked", { id, factor });
  });

/** Unlinks a factor. A condition without factors isn't listed any more, and can be linked again. */
export const unlinkCanonicalFactor = (ctx: Ctx, input: Input): Promise<CanonicalFactor> =>
  transact(ctx, async (tx) => {
    const id = await held(tx, input.id);
    const linked = await tx.db.factor.count({ where: { id: input.factorId, canonicalFactorId: id } });
    if (linked === 0) throw notFound();
    const before = await loadCanonicalFactor(tx, id);
    const factor = await authorizeAndMove(tx, { id: input.factorId, version: input.factorVersion }, null);
    return recorded(tx, "canonical_factor.unlinked", { id, factor }, () => afterUnlink(tx, before, factor.id));
  });

/** Locks a condition, or the one that it was merged into while this waited. */
async function held(tx: TxCtx, asked: string): Promise<string> {
  await holdCanonicalFactors(tx, [asked]);
  const { id } = await loadCanonicalFactor(tx, asked);
  return id === asked ? id : held(tx, id);
}

const recorded = (
  tx: TxCtx,
  action: "canonical_factor.linked" | "canonical_factor.unlinked",
  { id, factor }: { id: string; factor: FactorRecord },
  answer = () => getCanonicalFactor(tx, { id }),
) =>
  record(tx, {
    action,
    id,
    incidentId: factor.incidentId,
    after: {
      factorId: factor.id,
      statement: factor.statement,
      incident: incidentKeyOf(factor.incident.number),
    },
    answer,
  });

/** The actor may be able to read it only through the factor that left. */
async function afterUnlink(tx: TxCtx, before: CanonicalFactorRecord, factorId: string): Promise<CanonicalFactor> {
  const [now] = await loadCanonicalFactors(tx, { id: before.id });
  return presentWithFollowers(tx, now ?? { ...before, factors: before.factors.filter(({ id }) => id !== factorId) });
}
