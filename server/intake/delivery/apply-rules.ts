import type { TxCtx } from "#server/base/kernel/context.ts";
import { incidentKeyOf } from "#server/base/kernel/keys.ts";
import { recordAll } from "#server/base/kernel/record.ts";
import { incidentVisibleTo } from "#server/incidents/incident/index.ts";
import { joinedChanges } from "./joined-changes.ts";
import { loadWorld } from "./load-world.ts";
import { lockRouting } from "./lock.ts";
import { recountDeliveries } from "./recount-deliveries.ts";
import { type Placed, Router } from "./router.ts";
import { factOf } from "./stored-event.ts";
import { writePlaced } from "./write-placed.ts";

const MOST = 5000;

export interface Applied {
  attached: number;
  opened: string[];
  incidents: string[];
  stillWaiting: number;
}

/**
 * Routes the unassigned events of an integration again by its current rules. Events that a person restored stay
 * unassigned.
 */
export async function applyRules(
  tx: TxCtx,
  integration: { id: string; name: string; serviceId: string | null },
): Promise<Applied> {
  await lockRouting(tx);
  const rows = await tx.db.incomingEvent.findMany({
    where: { integrationId: integration.id, state: "waiting", settledById: null },
    select: {
      id: true,
      identity: true,
      state: true,
      event: true,
      labels: true,
      severity: true,
      settledById: true,
      deliveryId: true,
      serviceId: true,
      timelineEvent: { select: { incidentId: true } },
    },
    orderBy: [{ at: "asc" }, { receivedAt: "asc" }, { id: "asc" }],
    take: MOST,
  });
  const facts = rows.map((row) => ({ row, fact: factOf(row) }));
  const instants = facts.flatMap(({ fact }) => (fact.event.at === null ? [] : [Date.parse(fact.event.at)]));
  const earliest = instants.reduce((least, at) => Math.min(least, at), tx.now().getTime());
  const world = await loadWorld(tx, integration, new Date(earliest));
  const router = new Router(tx, {
    integration,
    world,
    known: new Map(rows.map((row) => [row.identity, row])),
    homes: new Map(),
  });
  for (const { row, fact } of facts) await router.place(fact, row.deliveryId);
  const moved = [...router.placed.values()].filter(({ state }) => state !== "waiting");
  await writePlaced(tx, integration.id, moved);
  await recordAll(tx, joinedChanges(integration, moved));
  await recountDeliveries(tx, moved);
  const attached = moved.filter(({ state }) => state === "attached");
  return {
    attached: attached.length,
    opened: await keysOf(tx, router.opened),
    incidents: await keysOf(tx, incidentIdsOf(attached)),
    stillWaiting: await tx.db.incomingEvent.count({ where: { integrationId: integration.id, state: "waiting" } }),
  };
}

const incidentIdsOf = (placed: readonly Placed[]) => [...new Set(placed.flatMap(({ incidentId }) => incidentId ?? []))];

async function keysOf(tx: TxCtx, ids: string[]): Promise<string[]> {
  const rows = await tx.db.incident.findMany({
    where: { AND: [{ id: { in: ids } }, incidentVisibleTo(tx.actor)] },
    select: { number: true },
    orderBy: { number: "asc" },
  });
  return rows.map(({ number }) => incidentKeyOf(number));
}
