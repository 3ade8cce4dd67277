import type { Prisma } from "#generated/prisma/client.ts";
import { todayIn } from "#lib/base/time/today-in.ts";
import type { ChangeHealth } from "#lib/base/vocabulary/strategic-change.ts";
import { slipAsksSponsor } from "#lib/follow/strategic-change/health.ts";
import { isBetterThan, milestoneHealth } from "#lib/follow/strategic-change/milestone.ts";
import { authorizeGlobally } from "#server/base/kernel/authorize.ts";
import type { Ctx, TxCtx } from "#server/base/kernel/context.ts";
import { toLocalDate } from "#server/base/kernel/dates.ts";
import { recordAll, unrecorded } from "#server/base/kernel/record.ts";
import { transact } from "#server/base/kernel/transaction.ts";
import { shownHealthOf } from "./present.ts";
import { tellSponsor } from "./tell.ts";

const SELECT = {
  ...{ id: true, number: true, title: true, status: true, statusAt: true, health: true, sponsorId: true },
  owner: { select: { timeZone: true } },
  milestones: { where: { removedAt: null, blocks: true }, orderBy: [{ dueOn: "asc" }, { id: "asc" }] },
  updates: { select: { because: true, at: true }, orderBy: { at: "desc" }, take: 1 },
} satisfies Prisma.StrategicChangeSelect;

type Row = Prisma.StrategicChangeGetPayload<{ select: typeof SELECT }>;
type Milestone = Row["milestones"][number];

const changesInProgress = ({ db }: TxCtx) =>
  db.strategicChange.findMany({
    where: { status: "in_progress", archivedAt: null },
    select: SELECT,
    orderBy: { number: "asc" },
  });

/**
 * Notifies the sponsors of changes that a slipped milestone turns off track without an update, or at risk for the second
 * time. Each slip counts once. Returns how many were notified.
 */
export async function tellSlips(ctx: Ctx): Promise<number> {
  return transact(ctx, async (tx) => {
    authorizeGlobally(tx, "people.manage");
    // Two processes never tell of one slip twice: the second waits here.
    await tx.db.$queryRaw`SELECT pg_advisory_xact_lock(hashtext('tell-slips'))::text`;
    const told: Row[] = [];
    for (const row of await changesInProgress(tx)) {
      const slipped = await keepSlips(tx, row);
      const health = shownHealthOf(row, tx.now());
      const isHeld = health !== null && health !== row.health;
      const asks = isHeld && slipAsksSponsor(health, { slips: slipsSince(row, slipped), reported: row.health });
      if (slipped.length === 0 || !asks) continue;
      const names = slipped.map(({ title }) => `“${title}”`).join(", ");
      await tellSponsor(tx, row, {
        health,
        body: `Since the last update, ${slipped.length === 1 ? "a milestone" : `${slipped.length} milestones`} slipped: ${names}.`,
      });
      await tx.db.strategicChange.update({ where: { id: row.id }, data: { slipToldAt: tx.now() } });
      told.push(row);
    }
    if (told.length === 0) return unrecorded("the slips that are kept ask no one", () => 0);
    return recordAll(
      tx,
      told.map(({ id }) => ({ action: "strategic_change.slip_told" as const, id })),
      () => told.length,
    );
  });
}

/** Keeps how far each milestone has slipped. Returns those that slipped, or slipped further, since the last run. */
async function keepSlips(tx: TxCtx, { owner, milestones }: Row): Promise<Milestone[]> {
  const today = todayIn(owner?.timeZone ?? null, tx.now());
  const slipped: Milestone[] = [];
  for (const one of milestones) {
    const health = milestoneHealth(
      {
        ...{ plannedOn: toLocalDate(one.plannedOn), dueOn: toLocalDate(one.dueOn) },
        ...{ reachedOn: toLocalDate(one.reachedOn), blocks: one.blocks },
      },
      today,
    );
    const before: ChangeHealth = one.slipped ?? "on_track";
    if (health === before) continue;
    const isWorse = isBetterThan(before, health);
    await tx.db.changeMilestone.update({
      where: { id: one.id },
      data: { slipped: health, ...(isWorse ? { slippedAt: tx.now() } : {}) },
    });
    if (isWorse) slipped.push(one);
  }
  return slipped;
}

/** Returns how many milestones slipped since the last update, or since the change has its status. */
function slipsSince({ milestones, updates: [last], statusAt }: Row, now: readonly Milestone[]): number {
  const since = last && last.at > statusAt ? last.at : statusAt;
  return milestones.filter((one) => now.includes(one) || (one.slippedAt !== null && one.slippedAt > since)).length;
}
