import { readOutcome } from "#lib/intake/delivery/outcome.ts";
import type { Route } from "#lib/intake/rule/route.ts";
import type { Ctx } from "#server/base/kernel/context.ts";
import { incidentHiddenFrom } from "#server/incidents/incident/index.ts";
import { factOf } from "#server/intake/delivery/index.ts";

const MOST = 50;

export interface PastDelivery {
  id: string;
  receivedAt: Date;
  facts: {
    fact: ReturnType<typeof factOf>;
    route: Route["route"];
    incidentId: string | null;
    serviceId: string | null;
    reason: string;
  }[];
}

/**
 * Returns the last deliveries with events, oldest first, with the result of each event. Those with an event in an
 * incident hidden from the reader are left out, because a condition would reveal their text.
 */
export async function lastDeliveries(ctx: Ctx, integrationId: string): Promise<PastDelivery[]> {
  const rows = await ctx.db.delivery.findMany({
    where: {
      integrationId,
      incoming: { some: {}, none: { timelineEvent: { incident: incidentHiddenFrom(ctx.actor) } } },
    },
    select: {
      id: true,
      receivedAt: true,
      outcome: true,
      incoming: {
        select: {
          state: true,
          event: true,
          labels: true,
          severity: true,
          serviceId: true,
          reason: true,
          timelineEvent: { select: { incidentId: true } },
        },
        orderBy: [{ at: "asc" }, { id: "asc" }],
        take: 50,
      },
    },
    orderBy: [{ receivedAt: "desc" }, { id: "desc" }],
    take: MOST,
  });
  return rows.toReversed().map(({ incoming, outcome, ...delivery }) => {
    const joined = readOutcome(outcome).opened > 0 ? ("opens" as const) : ("joins" as const);
    const routes = { waiting: "waits", attached: joined, dismissed: "ignored" } as const;
    return {
      ...delivery,
      facts: incoming.map(({ state, serviceId, reason, timelineEvent, ...row }) => ({
        fact: factOf(row),
        route: routes[state],
        incidentId: timelineEvent?.incidentId ?? null,
        serviceId,
        reason,
      })),
    };
  });
}
