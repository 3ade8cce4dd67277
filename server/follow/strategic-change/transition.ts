import { refuse } from "#lib/base/errors.ts";
import type { StrategicChange, strategicChangeContract } from "#lib/contract/strategic-change.ts";
import { transitionChange } from "#lib/follow/strategic-change/transition.ts";
import { authorize } from "#server/base/kernel/authorize.ts";
import type { Ctx } from "#server/base/kernel/context.ts";
import { guardVersion } from "#server/base/kernel/guard-version.ts";
import type { InputOf } from "#server/base/kernel/input.ts";
import { record } from "#server/base/kernel/record.ts";
import { transact } from "#server/base/kernel/transaction.ts";
import { addDecision } from "./decisions.ts";
import { getStrategicChange, loadStrategicChange } from "./load.ts";

type Input = InputOf<typeof strategicChangeContract.transition>;

/** Moves the status by the rules. Throws `rule` with the rule that refuses, and `conflict` for a stale version. */
export async function transitionStrategicChange(ctx: Ctx, input: Input): Promise<StrategicChange> {
  return transact(ctx, async (tx) => {
    const { key, version, to, reason } = input;
    const before = await loadStrategicChange(tx, key);
    authorize(tx, "strategicChange", "edit", before);
    const step = before.version === version ? transitionChange(before, to, reason) : null;
    if (step?.ok === false) throw refuse(step.rule, step.message);
    const read = () => getStrategicChange(tx, { key });
    const changed = await tx.db.strategicChange.updateMany({
      where: { id: before.id, version },
      data: { ...step?.patch, statusAt: tx.now(), version: { increment: 1 } },
    });
    await guardVersion(changed, read);
    await addDecision(tx, before.id, { from: before.status, to, reason: step?.patch.statusReason ?? null });
    return record(tx, {
      action: `strategic_change.${to}`,
      id: before.id,
      before: { status: before.status, statusReason: before.statusReason },
      after: input,
      answer: read,
    });
  });
}
