import { can } from "#lib/base/access/can.ts";
import type { InboxLane, incomingContract } from "#lib/contract/incoming.ts";
import { hookSourceNamed } from "#lib/intake/integration/hook-sources.ts";
import type { Ctx } from "#server/base/kernel/context.ts";
import type { InputOf } from "#server/base/kernel/input.ts";
import { incidentKeyOf } from "#server/base/kernel/keys.ts";
import { incidentVisibleTo } from "#server/incidents/incident/index.ts";
import { laneOf } from "./lanes.ts";
import { authorizeInbox } from "./list.ts";
import { incomingVisibleTo } from "./visible-to.ts";

const MOST_ROWS = 20_000;

/** The unassigned inbox of the last hours by service, the lane with the latest event first. */
export async function incomingOverview(ctx: Ctx, { hours }: InputOf<typeof incomingContract.overview>) {
  authorizeInbox(ctx);
  const to = ctx.now();
  const from = new Date(to.getTime() - hours * 3_600_000);
  const waiting = { AND: [{ state: "waiting" as const }, incomingVisibleTo(ctx.actor)] };
  const rows = await ctx.db.incomingEvent.findMany({
    where: { ...waiting, receivedAt: { gte: from } },
    select: {
      id: true,
      version: true,
      at: true,
      receivedAt: true,
      kind: true,
      title: true,
      service: { select: { id: true, name: true } },
      integration: { select: { source: true } },
    },
    orderBy: [{ receivedAt: "asc" }, { id: "asc" }],
    take: MOST_ROWS,
  });
  const older = await ctx.db.incomingEvent.count({ where: { ...waiting, receivedAt: { lt: from } } });
  const groups = Map.groupBy(rows, ({ service }) => service?.id ?? null);
  const candidates = await candidatesFor(
    ctx,
    [...groups.keys()].flatMap((id) => id ?? []),
  );
  const lanes = [...groups].map(([serviceId, group]) => {
    const timed = group
      .map(({ integration, service: _service, receivedAt, at, ...row }) => ({
        ...row,
        at: at ?? receivedAt,
        source: hookSourceNamed(integration.source)?.label ?? integration.source,
      }))
      .toSorted((a, b) => a.at.getTime() - b.at.getTime());
    const candidate = serviceId === null ? null : (candidates.get(serviceId) ?? null);
    return { service: group[0]?.service ?? null, ...laneOf(timed), candidate, last: group.at(-1)?.receivedAt ?? from };
  });
  return {
    from: from.toISOString(),
    to: to.toISOString(),
    total: rows.length,
    services: [...groups.keys()].filter((id) => id !== null).length,
    older,
    lanes: lanes
      .toSorted((a, b) => b.last.getTime() - a.last.getTime())
      .map(({ last: _last, ...lane }): InboxLane => lane),
    maySettle: can(ctx.actor, "incomingEvent", "settle", { incident: null }),
  };
}

/** The open incident of each service that the reader may see and curate, the latest one. */
async function candidatesFor(ctx: Ctx, serviceIds: string[]): Promise<Map<string, InboxLane["candidate"]>> {
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
  const found = new Map<string, InboxLane["candidate"]>();
  for (const { number, title, startedAt, services } of rows) {
    const candidate = { key: incidentKeyOf(number), title, startedAt: startedAt.toISOString(), open: true };
    for (const { serviceId } of services) found.set(serviceId, candidate);
  }
  return found;
}
