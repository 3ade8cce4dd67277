import type { UserActor } from "#lib/base/access/actor.ts";
import { roleAllows } from "#lib/base/access/can.ts";
import type { WorkItem } from "#lib/contract/me.ts";
import type { Ctx } from "#server/base/kernel/context.ts";
import { toJson } from "#server/base/kernel/json.ts";
import { incidentKeyOf } from "#server/base/kernel/keys.ts";
import { incidentVisibleTo } from "#server/incidents/incident/index.ts";

const MOST = 50;

/**
 * Returns incidents with times that wait for a time zone, if I created the incident or its import, or write its review.
 */
export async function timesToAnswer(ctx: Ctx, me: UserActor): Promise<WorkItem[]> {
  if (!roleAllows(me.role, "work.own")) return [];
  const waiting = { removedAt: null, NOT: { ambiguity: { equals: toJson(null) } } };
  const rows = await ctx.db.incident.findMany({
    where: {
      AND: [
        incidentVisibleTo(me),
        { archivedAt: null, status: { not: "cancelled" }, events: { some: waiting } },
        {
          OR: [
            { createdById: me.id },
            { imports: { some: { createdById: me.id, undoneAt: null } } },
            {
              reviews: { some: { OR: [{ ownerId: me.id }, { people: { some: { userId: me.id, role: "author" } } }] } },
            },
          ],
        },
      ],
    },
    select: {
      id: true,
      number: true,
      title: true,
      status: true,
      severity: true,
    },
    orderBy: { number: "desc" },
    take: MOST,
  });
  const counts = await ctx.db.timelineEvent.groupBy({
    by: ["incidentId"],
    where: { ...waiting, incidentId: { in: rows.map(({ id }) => id) } },
    _count: true,
  });
  const countOf = new Map(counts.map((row) => [row.incidentId, row._count]));
  return rows.map(({ id, number, title, status, severity }) => {
    const key = incidentKeyOf(number);
    const count = countOf.get(id) ?? 0;
    const times = count === 1 ? "1 time has no time zone" : `${count} times have no time zone`;
    return {
      kind: "time_to_answer",
      key,
      title,
      href: `/incidents/${key}`,
      step: `${times}. Choose one to complete the timeline.`,
      dueDate: null,
      originalDueDate: null,
      status,
      priority: null,
      severity,
      incidentKey: key,
      owner: null,
      blockedReason: null,
      blockedUntil: null,
      band: null,
      sections: [],
    };
  });
}
