import { notFound } from "#lib/base/errors.ts";
import type { CanonicalFactor, canonicalFactorContract } from "#lib/contract/canonical-factor.ts";
import type { Ctx, TxCtx } from "#server/base/kernel/context.ts";
import type { InputOf } from "#server/base/kernel/input.ts";
import { incidentKeyOf } from "#server/base/kernel/keys.ts";
import { record } from "#server/base/kernel/record.ts";
import { transact } from "#server/base/kernel/transaction.ts";
import type { FactorRecord } from "#server/follow/factor/index.ts";
import { holdCanonicalFactors, loadCanonicalFactor } from "./load.ts";
import { authorizeAndMove } from "./move-factor.ts";
import { getCanonicalFactor } from "./present.ts";

type Input = InputOf<typeof canonicalFactorContract.link>;

/** Links a factor to a condition, or to the one that it was merged into. The factor leaves its former condition. */
export const linkCanonicalFactor = (ctx: Ctx, input: Input): Promise<CanonicalFactor> =>
  transact(ctx, async (tx) => {
    const id = await held(tx, input.id);
    const factor = await authorizeAndMove(tx, { id: input.factorId, version: input.factorVersion }, id);
    return recorded(tx, "canonical_factor.linked", { id, factor });
  });

/** Unlinks a factor. A condition without factors isn't listed any more, and can be linked again. */
export const unlinkCanonicalFactor = (ctx: Ctx, input: Input): Promise<CanonicalFactor> =>
  transact(ctx, async (tx) => {
    const id = await held(tx, input.id);
    const linked = await tx.db.factor.count({ where: { id: input.factorId, canonicalFactorId: id } });
    if (linked === 0) throw notFound();
    const factor = await authorizeAndMove(tx, { id: input.factorId, version: input.factorVersion }, null);
    return recorded(tx, "canonical_factor.unlinked", { id, factor });
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
  { id, factor: { statement, incident, incidentId } }: { id: string; factor: FactorRecord },
) =>
  record(tx, {
    action,
    id,
    incidentId,
    after: { statement, incident: incidentKeyOf(incident.number) },
    answer: () => getCanonicalFactor(tx, { id }),
  });
