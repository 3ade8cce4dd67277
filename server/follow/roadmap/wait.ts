import { invalid, refuse } from "#lib/base/errors.ts";
import type { RoadmapRow, roadmapContract } from "#lib/contract/roadmap.ts";
import { waitsForItself } from "#lib/follow/strategic-change/schedule.ts";
import { authorize } from "#server/base/kernel/authorize.ts";
import type { Ctx, TxCtx } from "#server/base/kernel/context.ts";
import { guardVersion } from "#server/base/kernel/guard-version.ts";
import type { InputOf } from "#server/base/kernel/input.ts";
import { changeKeyOf } from "#server/base/kernel/keys.ts";
import { record } from "#server/base/kernel/record.ts";
import { transact } from "#server/base/kernel/transaction.ts";
import { getSchedule, loadRoadmapRow } from "./row.ts";

/** Sets the milestones of other changes that a change waits for. Throws `rule` where it would wait for itself. */
export async function setWaits(ctx: Ctx, input: InputOf<typeof roadmapContract.wait>): Promise<RoadmapRow> {
  return transact(ctx, async (tx) => {
    const { key, version } = input;
    const row = await loadRoadmapRow(tx, key);
    authorize(tx, "strategicChange", "edit", row);
    const milestoneIds = [...new Set(input.milestoneIds)];
    // One at a time, or two people could each set one half of a circle.
    await tx.db.$executeRaw`SELECT pg_advisory_xact_lock(hashtext('afterword.change_wait'))`;
    await checkWaits(tx, row.id, milestoneIds);
    const read = () => getSchedule(tx, { key });
    const changed = await tx.db.strategicChange.updateMany({
      where: { id: row.id, version },
      data: { version: { increment: 1 } },
    });
    await guardVersion(changed, read);
    const shown = row.waits.map(({ milestone }) => milestone.id);
    await tx.db.changeWait.deleteMany({ where: { changeId: row.id, milestoneId: { in: shown } } });
    await tx.db.changeWait.createMany({
      data: milestoneIds.map((milestoneId) => ({ changeId: row.id, milestoneId })),
      skipDuplicates: true,
    });
    return record(tx, {
      ...{ action: "strategic_change.waits_set", id: row.id, before: { milestoneIds: shown }, after: input },
      answer: read,
    });
  });
}

async function checkWaits(tx: TxCtx, changeId: string, milestoneIds: string[]): Promise<void> {
  const found = await tx.db.changeMilestone.findMany({
    where: { id: { in: milestoneIds }, removedAt: null, change: { archivedAt: null } },
    select: { changeId: true, title: true, change: { select: { number: true } } },
  });
  if (found.length !== milestoneIds.length)
    throw invalid("milestoneIds", "One of these milestones does not exist. Choose from those of other changes.");
  const rows = await tx.db.changeWait.findMany({
    // Removed milestones count too: each removal can be undone.
    where: { NOT: { changeId } },
    select: { changeId: true, milestone: { select: { changeId: true } } },
  });
  const all = new Map<string, string[]>();
  for (const { changeId: id, milestone } of rows) all.set(id, [...(all.get(id) ?? []), milestone.changeId]);
  const waiting = [...all].map(([id, waitsFor]) => ({ id, waitsFor }));
  const circle = found.find((one) => waitsForItself(changeId, [one.changeId], waiting));
  if (circle)
    throw refuse(
      "waits_for_itself",
      `${changeKeyOf(circle.change.number)} already waits for this change, so neither could start. Choose another milestone.`,
    );
}
