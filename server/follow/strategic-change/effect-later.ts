import { actorId } from "#lib/base/access/actor.ts";
import { refuse } from "#lib/base/errors.ts";
import type { StrategicChange, strategicChangeContract } from "#lib/contract/strategic-change.ts";
import { authorize } from "#server/base/kernel/authorize.ts";
import type { Ctx } from "#server/base/kernel/context.ts";
import { fromLocalDate, toLocalDate } from "#server/base/kernel/dates.ts";
import { guardVersion } from "#server/base/kernel/guard-version.ts";
import type { InputOf } from "#server/base/kernel/input.ts";
import { record } from "#server/base/kernel/record.ts";
import { transact } from "#server/base/kernel/transaction.ts";
import { checkLater } from "./checks.ts";
import { addDecision } from "./decisions.ts";
import { getStrategicChange, loadStrategicChange } from "./load.ts";

type Input = InputOf<typeof strategicChangeContract.postponeEffect>;

/** Asks for the effect of a delivered change again on a later day. The owner can't do that. */
export async function postponeEffect(ctx: Ctx, input: Input): Promise<StrategicChange> {
  return transact(ctx, async (tx) => {
    const { key, version, until, reason } = input;
    const before = await loadStrategicChange(tx, key);
    authorize(tx, "strategicChange", "checkEffect", before);
    if (before.version === version && before.status !== "delivered")
      throw refuse("delivered_only", "Only the effect of a delivered change is asked for. Deliver it first.");
    if (before.ownerId !== null && before.ownerId === actorId(tx.actor))
      throw refuse("effect_by_other", "Someone other than the owner decides whether it's too early");
    checkLater(tx, before, until);
    const read = () => getStrategicChange(tx, { key });
    const changed = await tx.db.strategicChange.updateMany({
      where: { id: before.id, version },
      data: { effectDueOn: fromLocalDate(until), effectAskedAt: null, version: { increment: 1 } },
    });
    await guardVersion(changed, read);
    const decided = { kind: "effect_later", reason: reason ?? null, until, wasOn: before.effectDueOn } as const;
    await addDecision(tx, before.id, { from: "delivered", to: "delivered", ...decided });
    return record(tx, {
      ...{ action: "strategic_change.effect_postponed", id: before.id, after: input, answer: read },
      before: { until: toLocalDate(before.effectDueOn) },
    });
  });
}
