import { invalid } from "#lib/base/errors.ts";
import { wordsOfDate } from "#lib/base/time/local-date.ts";
import { todayIn } from "#lib/base/time/today-in.ts";
import type { RoadmapRow, roadmapContract } from "#lib/contract/roadmap.ts";
import { quarterOf } from "#lib/follow/strategic-change/quarter.ts";
import { daysOf, movedMilestones } from "#lib/follow/strategic-change/schedule.ts";
import { authorize } from "#server/base/kernel/authorize.ts";
import type { Ctx, TxCtx } from "#server/base/kernel/context.ts";
import { fromLocalDate, fromLocalDateOrNull, toLocalDate } from "#server/base/kernel/dates.ts";
import { guardVersion } from "#server/base/kernel/guard-version.ts";
import type { InputOf } from "#server/base/kernel/input.ts";
import { recordAll } from "#server/base/kernel/record.ts";
import { transact } from "#server/base/kernel/transaction.ts";
import { checkReason, movesQuarter, tellMoved } from "#server/follow/strategic-change/index.ts";
import { getSchedule, loadRoadmapRow, type RoadmapRecord } from "./row.ts";

type Input = InputOf<typeof roadmapContract.schedule>;

interface Move {
  row: RoadmapRecord;
  to: Omit<Input, "also" | "reason">;
}

/**
 * Moves a change, and others with it, to new days. Their target quarters follow. A new quarter needs a reason, which
 * the sponsor receives. Throws `conflict` with the newer row for a stale version of any of them.
 */
export async function scheduleChange(ctx: Ctx, { also, reason, ...first }: Input): Promise<{ items: RoadmapRow[] }> {
  return transact(ctx, async (tx) => {
    const asked = [first, ...also];
    if (new Set(asked.map(({ key }) => key)).size < asked.length)
      throw invalid("also", "A change is listed twice. List each one once.");
    // In the order of their keys, so two people who move the same changes never wait for each other.
    const moves: Move[] = [];
    for (const to of asked.toSorted((one, other) => (one.key < other.key ? -1 : 1)))
      moves.push({ row: await loadRoadmapRow(tx, to.key), to });
    for (const { row } of moves) authorize(tx, "strategicChange", "edit", row);
    for (const one of moves) await write(tx, one, reason);
    return recordAll(
      tx,
      moves.map(({ row, to }) => ({
        ...{ action: "strategic_change.scheduled", id: row.id, after: { ...to, reason } },
        before: { ...daysSet(row), targetQuarter: row.targetQuarter },
      })),
      async () => ({ items: await Promise.all(asked.map(({ key }) => getSchedule(tx, { key }))) }),
    );
  });
}

/** The days that were asked for, with the quarter of their end. Throws `invalid` for a first day after the last. */
function plannedOf({ key, startsOn, endsOn, targetQuarter = null }: Move["to"]) {
  if (startsOn === null && endsOn === null) return { startsOn, endsOn, targetQuarter };
  if (startsOn === null || endsOn === null) throw invalid("startsOn", "Enter both days or neither");
  if (startsOn > endsOn) throw invalid("endsOn", `${key} would end before it starts. Choose a later day.`);
  return { startsOn, endsOn, targetQuarter: quarterOf(endsOn) };
}

function milestonesMoved(row: RoadmapRecord, { startsOn, endsOn }: { startsOn: string | null; endsOn: string | null }) {
  const before = daysOf({ ...daysSet(row), targetQuarter: row.targetQuarter });
  const steps = row.milestones.map(({ id, dueOn, reachedOn }) => {
    return { id, dueOn: toLocalDate(dueOn), reachedOn: toLocalDate(reachedOn) };
  });
  return before && startsOn !== null && endsOn !== null ? movedMilestones(steps, before, { startsOn, endsOn }) : [];
}

const daysSet = ({ startsOn, endsOn }: RoadmapRecord) => ({
  startsOn: toLocalDate(startsOn),
  endsOn: toLocalDate(endsOn),
});

async function write(tx: TxCtx, { row, to }: Move, reason: string | undefined): Promise<void> {
  const { key, version } = to;
  const { startsOn, endsOn, targetQuarter } = plannedOf(to);
  const isNewQuarter = movesQuarter(row, targetQuarter);
  if (isNewQuarter && row.version === version) checkReason(row, targetQuarter, reason);
  const changed = await tx.db.strategicChange.updateMany({
    where: { id: row.id, version },
    data: {
      ...{ startsOn: fromLocalDateOrNull(startsOn), endsOn: fromLocalDateOrNull(endsOn), targetQuarter },
      version: { increment: 1 },
    },
  });
  await guardVersion(changed, () => getSchedule(tx, { key }));
  for (const { id, dueOn } of to.milestones ?? milestonesMoved(row, { startsOn, endsOn })) {
    const { count } = await tx.db.changeMilestone.updateMany({
      where: { id, changeId: row.id },
      data: { dueOn: fromLocalDate(dueOn) },
    });
    if (count === 0) throw invalid("milestones", `${key} has no such milestone. Choose one of its milestones.`);
  }
  if (!isNewQuarter) return;
  const end =
    endsOn === null ? "" : `It now ends on ${wordsOfDate(endsOn, todayIn(row.owner?.timeZone ?? null, tx.now()))}. `;
  await tellMoved(tx, row, targetQuarter, `${end}${reason}`);
}
