import type { z } from "zod";
import type { Candidate } from "#lib/contract/unassigned.ts";
import type { Ctx } from "#server/base/kernel/context.ts";
import { incidentKeyOf } from "#server/base/kernel/keys.ts";
import { incidentVisibleTo } from "#server/incidents/incident/index.ts";

/** Returns, by service, the latest open incident that the reader can see. */
export async function candidatesFor(ctx: Ctx, serviceIds: string[]): Promise<Map<string, z.infer<typeof Candidate>>> {
  if (serviceIds.length === 0) return new Map();
  const rows = await ctx.db.incident.findMany({
    where: {
      AND: [
        { status: "open", archivedAt: null, services: { some: { serviceId: { in: serviceIds } } } },
        incidentVisibleTo(ctx.actor),
      ],
    },
    select: { number: true, title: true, startedAt: true, services: { select: { serviceId: true } } },
    orderBy: [{ startedAt: "asc" }, { id: "asc" }],
  });
  const found = new Map<string, z.infer<typeof Candidate>>();
  for (const { number, title, startedAt, services } of rows) {
    const candidate = { key: incidentKeyOf(number), title, startedAt: startedAt.toISOString(), open: true };
    for (const { serviceId } of services) found.set(serviceId, candidate);
  }
  return found;
}
