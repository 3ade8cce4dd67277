import type { InferContractRouterOutputs } from "@orpc/contract";
import type { Prisma } from "#generated/prisma/client.ts";
import { actorId } from "#lib/base/access/actor.ts";
import type { actionItemContract } from "#lib/contract/action-item.ts";
import { dueRange } from "#lib/follow/action-item/lateness.ts";
import type { Ctx } from "#server/base/kernel/context.ts";
import { toLocalDate } from "#server/base/kernel/dates.ts";
import { incidentHiddenFrom } from "#server/incidents/incident/index.ts";
import { openOn } from "./lateness.ts";
import { actionItemVisibleTo } from "./visible-to.ts";

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

/** Returns how many open action items the actor's views contain on that local date, and their ages. */
export async function countActionItems(ctx: Ctx, { today }: { today: string }): Promise<Counts> {
  const open = openOn(today);
  const where = { AND: [await countableBy(ctx), open] };
  const me = actorId(ctx.actor);
  const [groups, mine, unowned] = await Promise.all([
    ctx.db.actionItem.groupBy({ by: ["lateAfter", "status"], where, _count: true }),
    me === null ? 0 : ctx.db.actionItem.count({ where: { ...open, ownerId: me } }),
    ctx.db.actionItem.count({ where: { AND: [...where.AND, { ownerId: null }] } }),
  ]);
  const sum = (isCounted: (due: string | null, status: (typeof groups)[number]["status"]) => boolean) =>
    groups.reduce((n, group) => (isCounted(toLocalDate(group.lateAfter), group.status) ? n + group._count : n), 0);
  const countIn = (range: Parameters<typeof dueRange>[0]) => {
    const { first, last } = dueRange(range, today);
    return sum((due) => due !== null && (first === null || due >= first) && (last === null || due <= last));
  };
  return {
    mine,
    unowned,
    late: countIn("late"),
    dueSoon: countIn("soon"),
    toVerify: sum((_, status) => status === "implemented"),
    open: sum(() => true),
    age: {
      onTime: countIn("onTime"),
      noDate: sum((due) => due === null),
      d1to7: countIn("d1to7"),
      d8to30: countIn("d8to30"),
      d31to90: countIn("d31to90"),
      over90: countIn("over90"),
    },
  };
}
