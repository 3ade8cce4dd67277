import { refuse } from "#lib/base/errors.ts";
import type { StrategicChange, strategicChangeContract } from "#lib/contract/strategic-change.ts";
import { transitionChange } from "#lib/follow/strategic-change/transition.ts";
import { audit } from "#server/base/kernel/audit.ts";
import { authorize } from "#server/base/kernel/authorize.ts";
import type { Ctx } from "#server/base/kernel/context.ts";
import { guardVersion } from "#server/base/kernel/guard-version.ts";
import type { InputOf } from "#server/base/kernel/input.ts";
import { emit } from "#server/base/kernel/outbox.ts";
import { transact } from "#server/base/kernel/transaction.ts";
import { getStrategicChange } from "./get.ts";
import { loadStrategicChange } from "./load.ts";

type Input = InputOf<typeof strategicChangeContract.transition>;

/** Moves the status by the rules. Throws `rule` with the one that refuses, `conflict` for a stale version. */
export async function transitionStrategicChange(ctx: Ctx, input: Input): Promise<StrategicChange> {
  return transact(ctx, async (tx) => {
    const { key, version, to, reason } = input;
    const before = await loadStrategicChange(tx, key);
    authorize(tx, "strategicChange", "edit", before);
    const step = before.version === version ? transitionChange(before, to, reason) : null;
    if (step?.ok === false) throw refuse(step.rule, step.message);
    const changed = await tx.db.strategicChange.updateMany({
      where: { id: before.id, version },
      data: { ...step?.patch, statusAt: tx.now(), version: { increment: 1 } },
    });
    await guardVersion(changed, () => getStrategicChange(tx, { key }));
    await audit(tx, {
      action: `strategic_change.${to}`,
      noun: "strategic_change",
      nounId: before.id,
      before: { status: before.status, statusReason: before.statusReason },
      after: input,
    });
    await emit(tx, "record.changed", { noun: "strategic_change", id: before.id, incidentId: null });
    return getStrategicChange(tx, { key });
  });
}
