import { shapeOfKind } from "#lib/base/vocabulary/event-kinds.ts";
import type { Destination, routingContract, Trial, TriedDelivery } from "#lib/contract/rule.ts";
import type { Route, RoutingRuleFacts } from "#lib/intake/rule/route.ts";
import { fits } from "#lib/intake/rule/rule.ts";
import { tryRule } from "#lib/intake/rule/trial.ts";
import type { Ctx } from "#server/base/kernel/context.ts";
import type { InputOf } from "#server/base/kernel/input.ts";
import { incidentKeyOf } from "#server/base/kernel/keys.ts";
import { incidentVisibleTo } from "#server/incidents/incident/index.ts";
import { factOf, loadIncidents, loadRules, loadServices, routedOf } from "#server/intake/delivery/index.ts";
import { lastDeliveries, type PastDelivery } from "./last-deliveries.ts";
import { authorizeRouting } from "./load.ts";

/** Returns keys of those incidents that the reader can see, by id. */
async function visibleIncidents(ctx: Ctx, ids: readonly string[]): Promise<Map<string, string>> {
  const wanted = [...new Set(ids)].filter((id) => !id.startsWith("trial "));
  const rows = await ctx.db.incident.findMany({
    where: { AND: [{ id: { in: wanted } }, incidentVisibleTo(ctx.actor)] },
    select: { id: true, number: true },
  });
  return new Map(rows.map(({ id, number }) => [id, incidentKeyOf(number)]));
}

type Input = InputOf<typeof routingContract.try>;
type Named = ReadonlyMap<string, string>;

const UNSAVED = "unsaved";
const MOST_WAITING = 5000;

/** Tries an unsaved rule on the last 50 deliveries and returns what would have happened to each. Writes nothing. */
export async function tryRoutingRule(ctx: Ctx, { integrationId, replaces, ...fields }: Input): Promise<Trial> {
  const integration = await authorizeRouting(ctx, integrationId);
  const tried: RoutingRuleFacts = { ...fields, id: replaces ?? UNSAVED };
  const past = await lastDeliveries(ctx, integrationId);
  const services = await loadServices(ctx);
  const from = past[0]?.receivedAt ?? ctx.now();
  const rules = await loadRules(ctx, integrationId);
  const world = { services, defaultServiceId: integration.serviceId, rules, incidents: await loadIncidents(ctx, from) };
  const routes = tryRule(
    past.map(({ id, receivedAt, facts }) => ({
      id,
      receivedAt: receivedAt.toISOString(),
      events: facts.map(({ fact }) => routedOf(fact)),
    })),
    tried,
    world,
  );
  const keys = await visibleIncidents(ctx, [
    ...routes.flatMap(({ would }) => would.incidentId ?? []),
    ...past.flatMap(({ facts }) => facts.flatMap(({ incidentId }) => incidentId ?? [])),
  ]);
  const names: Named = new Map(services.map(({ id, name }) => [id, name]));
  const items = past.flatMap((delivery): TriedDelivery[] => {
    const route = routes.find(({ deliveryId }) => deliveryId === delivery.id);
    return route ? [itemOf(delivery, route.fits, route.would, names, keys)] : [];
  });
  const fitting = items.filter((item) => item.fits);
  return {
    items,
    notForThis: items.length - fitting.length,
    would: tallyOf(fitting.map(({ would }) => would)),
    now: tallyOf(fitting.map(({ now }) => now)),
    waiting: await countWaiting(ctx, integrationId, tried),
  };
}

function itemOf(
  { id, receivedAt, facts }: PastDelivery,
  isFit: boolean,
  route: Route,
  names: Named,
  keys: Named,
): TriedDelivery {
  const first = facts[0];
  if (!first) throw new Error("a delivery without events was tried");
  const { fact, incidentId, serviceId, reason } = first;
  const serviceOf = (wanted: string | null) => {
    const name = wanted === null ? undefined : names.get(wanted);
    return wanted !== null && name !== undefined ? { id: wanted, name } : null;
  };
  const keyOf = (wanted: string | null) => (wanted === null ? null : (keys.get(wanted) ?? null));
  const now: Destination = {
    route: first.route,
    incidentKey: keyOf(incidentId),
    title: null,
    service: serviceOf(serviceId),
    reason,
  };
  const would: Destination = {
    route: route.route,
    incidentKey: keyOf(route.incidentId),
    title: route.title,
    service: serviceOf(route.serviceId),
    reason: route.reason,
  };
  const isSame = now.route === would.route || (now.route === "opens" && would.route === "joins");
  return {
    deliveryId: id,
    receivedAt: receivedAt.toISOString(),
    title: fact.event.title,
    kind: fact.event.kind,
    shape: shapeOfKind(fact.event.kind),
    events: facts.length,
    fits: isFit,
    now,
    would: isFit ? would : now,
    changes: isFit && !isSame,
  };
}

function tallyOf(destinations: readonly Destination[]): Trial["now"] {
  const count = (route: Destination["route"]) => destinations.filter((one) => one.route === route).length;
  return { joins: count("joins"), opens: count("opens"), waits: count("waits"), ignored: count("ignored") };
}

async function countWaiting(ctx: Ctx, integrationId: string, tried: RoutingRuleFacts): Promise<number> {
  const rows = await ctx.db.incomingEvent.findMany({
    where: { integrationId, state: "waiting", settledById: null },
    select: { event: true, labels: true, severity: true },
    take: MOST_WAITING,
  });
  return rows.filter((row) => fits(tried.conditions, routedOf(factOf(row)))).length;
}
