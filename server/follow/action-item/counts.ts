import type { InferContractRouterOutputs } from "@orpc/contract";
import type { Prisma } from "#generated/prisma/client.ts";
import { actorId } from "#lib/base/access/actor.ts";
import { addDays } from "#lib/base/time/local-date.ts";
import type { actionItemContract } from "#lib/contract/action-item.ts";
import { dueRange } from "#lib/follow/action-item/lateness.ts";
import type { Ctx } from "#server/base/kernel/context.ts";
import { toLocalDate } from "#server/base/kernel/dates.ts";
import { incidentHiddenFrom } from "#server/incidents/incident/index.ts";
import { actionItemVisibleTo } from "./load.ts";

const MOST_LISTED = 1000;

/**
 * The same rows as `actionItemVisibleTo`, in a form that counts all of them without a join: what is hidden from one
 * person is a short list of incidents, without the reviews that name them. If that list is long, it falls back to the
 * join.
 */
async function countableBy(ctx: Ctx): Promise<Prisma.ActionItemWhereInput> {
  const { actor } = ctx;
  if (actor.kind === "system") return {};
  const { id } = actor;
  const hidden = await ctx.db.incident.findMany({
    where: incidentHiddenFrom(actor),
    select: { id: true },
    take: MOST_LISTED + 1,
  });
  if (hidden.length === 0) return {};
  if (hidden.length > MOST_LISTED) return actionItemVisibleTo(actor);
  const incidentIds = hidden.map((incident) => incident.id);
  const isNamed = { OR: [{ ownerId: id }, { facilitatorId: id }, { people: { some: { userId: id } } }] };
  const named = await ctx.db.review.findMany({
    where: { AND: [{ incidentId: { in: incidentIds } }, isNamed] },
    select: { id: true },
  });
  return {
    OR: [
      { incidentId: null },
      { incidentId: { notIn: incidentIds } },
      { ownerId: id },
      { reviewId: { in: named.map((review) => review.id) } },
    ],
  };
}

type Counts = InferContractRouterOutputs<typeof actionItemContract>["counts"];

export const DUE_SOON_DAYS = 14;

/** Returns how many open action items the actor's views contain on that local date, and their ages. */
export async function countActionItems(ctx: Ctx, { today }: { today: string }): Promise<Counts> {
  const where = { AND: [await countableBy(ctx), { isOpen: true }] };
  const me = actorId(ctx.actor);
  const [groups, mine, unowned] = await Promise.all([
    ctx.db.actionItem.groupBy({ by: ["dueDate", "status"], where, _count: true }),
    me === null ? 0 : ctx.db.actionItem.count({ where: { isOpen: true, ownerId: me } }),
    ctx.db.actionItem.count({ where: { AND: [...where.AND, { ownerId: null }] } }),
  ]);
  const sum = (holds: (due: string | null, status: (typeof groups)[number]["status"]) => boolean) =>
    groups.reduce((n, group) => (holds(toLocalDate(group.dueDate), group.status) ? n + group._count : n), 0);
  const inBand = (band: Parameters<typeof dueRange>[0]) => {
    const { first, last } = dueRange(band, today);
    return sum((due) => due !== null && (first === null || due >= first) && (last === null || due <= last));
  };
  const soon = addDays(today, DUE_SOON_DAYS);
  return {
    mine,
    unowned,
    late: sum((due) => due !== null && due < today),
    dueSoon: sum((due) => due !== null && due >= today && due <= soon),
    toVerify: sum((_, status) => status === "implemented"),
    open: sum(() => true),
    age: {
      onTime: inBand("onTime"),
      noDate: sum((due) => due === null),
      d1to7: inBand("d1to7"),
      d8to30: inBand("d8to30"),
      d31to90: inBand("d31to90"),
      over90: inBand("over90"),
    },
  };
}
