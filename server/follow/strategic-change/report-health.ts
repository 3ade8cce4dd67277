import { actorId } from "#lib/base/access/actor.ts";
import type { StrategicChange, strategicChangeContract } from "#lib/contract/strategic-change.ts";
import { asksSponsor } from "#lib/follow/strategic-change/health.ts";
import { authorize } from "#server/base/kernel/authorize.ts";
import type { Ctx } from "#server/base/kernel/context.ts";
import { guardVersion } from "#server/base/kernel/guard-version.ts";
import type { InputOf } from "#server/base/kernel/input.ts";
import { record } from "#server/base/kernel/record.ts";
import { transact } from "#server/base/kernel/transaction.ts";
import { getStrategicChange, loadStrategicChange } from "./load.ts";
import { tellSponsor } from "./tell.ts";

type Input = InputOf<typeof strategicChangeContract.reportHealth>;

/** Adds a health update and sets the change's health. Off track, or at risk twice in a row, notifies the sponsor. */
export async function reportHealth(ctx: Ctx, input: Input): Promise<StrategicChange> {
  return transact(ctx, async (tx) => {
    const { key, version, health, body } = input;
    const before = await loadStrategicChange(tx, key);
    authorize(tx, "strategicChange", "report", before);
    const at = tx.now();
    const read = () => getStrategicChange(tx, { key });
    const changed = await tx.db.strategicChange.updateMany({
      where: { id: before.id, version },
      data: { health, healthAt: at, version: { increment: 1 } },
    });
    await guardVersion(changed, read);
    await tx.db.healthUpdate.create({
      data: { id: tx.newId(), changeId: before.id, health, body, byId: actorId(tx.actor), at },
    });
    if (asksSponsor([health, ...before.updates.map((update) => update.health)])) await tellSponsor(tx, before, input);
    return record(tx, {
      action: "strategic_change.health_reported",
      id: before.id,
      before: { health: before.health },
      after: { health, body },
      answer: read,
    });
  });
}
