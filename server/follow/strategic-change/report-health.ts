import { actorId } from "#lib/base/access/actor.ts";
import { invalid, refuse } from "#lib/base/errors.ts";
import { CHANGE_HEALTH_WORDS, type ChangeHealth } from "#lib/base/vocabulary/strategic-change.ts";
import type { StrategicChange, strategicChangeContract } from "#lib/contract/strategic-change.ts";
import { asksSponsor, healthsSince } from "#lib/follow/strategic-change/health.ts";
import { isBetterThan } from "#lib/follow/strategic-change/milestone.ts";
import { authorize } from "#server/base/kernel/authorize.ts";
import type { Ctx } from "#server/base/kernel/context.ts";
import { guardVersion } from "#server/base/kernel/guard-version.ts";
import type { InputOf } from "#server/base/kernel/input.ts";
import { record } from "#server/base/kernel/record.ts";
import { transact } from "#server/base/kernel/transaction.ts";
import { getStrategicChange, loadStrategicChange } from "./load.ts";
import { measureOf, worstOf } from "./present.ts";
import { tellSponsor } from "./tell.ts";

type Input = InputOf<typeof strategicChangeContract.reportHealth>;

/** Adds a health update and sets the change's health. Off track, or at risk twice in a row, notifies the sponsor. */
export async function reportHealth(ctx: Ctx, input: Input): Promise<StrategicChange> {
  return transact(ctx, async (tx) => {
    const { key, version, health, because, measured, ...told } = input;
    const before = await loadStrategicChange(tx, key);
    authorize(tx, "strategicChange", "report", before);
    const measure = measureOf(before);
    if (before.version === version && measured !== undefined && measure === null)
      throw invalid("measured", "This change has no measure. Add one first, or leave the value out.");
    const worst = worstOf(before, tx.now());
    const isBetter = isBetterThan(health, worst);
    if (before.version === version && worst !== null && isBetter && because === undefined)
      throw refuse("reason_needed", betterWords(worst));
    const at = tx.now();
    const read = () => getStrategicChange(tx, { key });
    const changed = await tx.db.strategicChange.updateMany({
      where: { id: before.id, version },
      data: { health, healthAt: at, version: { increment: 1 } },
    });
    await guardVersion(changed, read);
    await tx.db.healthUpdate.create({
      data: {
        ...{ id: tx.newId(), changeId: before.id, health, because: isBetter ? (because ?? null) : null },
        ...{ ...told, byId: actorId(tx.actor), at },
        ...(measured === undefined || !measure
          ? {}
          : { measured, measuredMetric: measure.metric, measuredUnit: measure.unit }),
      },
    });
    const earlier = before.updates.map((update) => ({ health: update.health, at: update.at.toISOString() }));
    if (asksSponsor([health, ...healthsSince(earlier, before.statusAt.toISOString())]))
      await tellSponsor(tx, before, input);
    return record(tx, {
      action: "strategic_change.health_reported",
      id: before.id,
      before: { health: before.health },
      after: { health, because, measured, ...told },
      answer: read,
    });
  });
}

const betterWords = (worst: ChangeHealth) =>
  `A blocking milestone is ${CHANGE_HEALTH_WORDS[worst].toLowerCase()}. Explain why the change is better than that.`;
