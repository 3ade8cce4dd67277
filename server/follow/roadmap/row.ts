import type { Prisma } from "#generated/prisma/client.ts";
import type { Actor } from "#lib/base/access/actor.ts";
import { notFound } from "#lib/base/errors.ts";
import { todayIn } from "#lib/base/time/today-in.ts";
import type { RoadmapRow } from "#lib/contract/roadmap.ts";
import { milestoneHealth } from "#lib/follow/strategic-change/milestone.ts";
import { daysOf, scheduleOf } from "#lib/follow/strategic-change/schedule.ts";
import type { Ctx } from "#server/base/kernel/context.ts";
import { toLocalDate } from "#server/base/kernel/dates.ts";
import { changeKeyOf, numberOfKey } from "#server/base/kernel/keys.ts";
import { changeRowSelect, presentChangeRow, strategicChangeVisibleTo } from "#server/follow/strategic-change/index.ts";
import { loadBook, type PolicyBook } from "#server/people/policy/index.ts";

const days = { plannedOn: true, dueOn: true, reachedOn: true } as const;

/** Columns of a change on the roadmap. */
export const roadmapSelect = (actor: Actor) =>
  ({
    ...changeRowSelect(actor),
    startsOn: true,
    assessOn: true,
    milestones: {
      where: { removedAt: null },
      select: {
        ...{ id: true, title: true, blocks: true, ...days },
        waits: {
          where: { change: { archivedAt: null } },
          select: {
            change: {
              select: { number: true, title: true, status: true, startsOn: true, endsOn: true, targetQuarter: true },
            },
          },
          orderBy: { change: { number: "asc" } },
        },
      },
      orderBy: [{ dueOn: "asc" }, { id: "asc" }],
    },
    waits: {
      where: { milestone: { removedAt: null, change: { archivedAt: null } } },
      select: {
        milestone: {
          select: { id: true, title: true, ...days, change: { select: { id: true, number: true, title: true } } },
        },
      },
      orderBy: [{ milestone: { dueOn: "asc" } }, { milestoneId: "asc" }],
    },
    decisions: {
      where: { kind: "status", toStatus: "deferred" },
      select: { until: true },
      orderBy: [{ at: "desc" }, { id: "desc" }],
      take: 1,
    },
  }) satisfies Prisma.StrategicChangeSelect;

export type RoadmapRecord = Prisma.StrategicChangeGetPayload<{ select: ReturnType<typeof roadmapSelect> }>;

type Stored = { plannedOn: Date; dueOn: Date; reachedOn: Date | null };
const daysIn = ({ plannedOn, dueOn, reachedOn }: Stored) => ({
  ...{ plannedOn: toLocalDate(plannedOn), dueOn: toLocalDate(dueOn), reachedOn: toLocalDate(reachedOn) },
});

/** Returns a change as the roadmap shows it. Days count where its owner is. */
export function presentRoadmapRow(ctx: Ctx, row: RoadmapRecord, book: PolicyBook): RoadmapRow {
  const today = todayIn(row.owner?.timeZone ?? null, ctx.now());
  const milestones = row.milestones.map((one) => ({ ...one, ...daysIn(one) }));
  return {
    ...presentChangeRow(ctx, row, book),
    ...scheduleOf({ ...planned(row), status: row.status, milestones }, today),
    deferredUntil: row.status === "deferred" ? toLocalDate(row.decisions[0]?.until ?? null) : null,
    milestones: milestones.map(({ blocks, waits: _waits, ...one }) => ({
      ...one,
      health: milestoneHealth({ ...one, blocks }, today),
    })),
    waitsFor: row.waits.map(({ milestone: { id, title, change, ...stored } }) => {
      const { dueOn, reachedOn } = daysIn(stored);
      return {
        ...{ milestoneId: id, title, dueOn, reachedOn },
        change: { key: changeKeyOf(change.number), title: change.title },
      };
    }),
    awaitedBy: milestones.flatMap(({ id, title, dueOn, reachedOn, waits }) =>
      waits.map(({ change }) => ({
        ...{ milestoneId: id, title, dueOn, reachedOn, startsOn: daysOf(planned(change))?.startsOn ?? null },
        status: change.status,
        change: { key: changeKeyOf(change.number), title: change.title },
      })),
    ),
  };
}

type Planned = Pick<RoadmapRecord, "startsOn" | "endsOn" | "targetQuarter">;
const planned = ({ startsOn, endsOn, targetQuarter }: Planned) => ({
  ...{ startsOn: toLocalDate(startsOn), endsOn: toLocalDate(endsOn), targetQuarter },
});

/** Returns the change with a key, with what the roadmap shows. Throws `not_found` for an unknown one. */
export async function loadRoadmapRow(ctx: Ctx, key: string): Promise<RoadmapRecord> {
  const row = await ctx.db.strategicChange.findFirst({
    where: { AND: [{ number: numberOfKey(key) }, strategicChangeVisibleTo(ctx.actor)] },
    select: roadmapSelect(ctx.actor),
  });
  if (!row) throw notFound();
  return row;
}

export const getSchedule = async (ctx: Ctx, { key }: { key: string }): Promise<RoadmapRow> =>
  presentRoadmapRow(ctx, await loadRoadmapRow(ctx, key), await loadBook(ctx));
