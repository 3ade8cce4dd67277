import type { DeliveryState } from "#lib/base/vocabulary/integration.ts";
import type { Outcome } from "#lib/intake/delivery/outcome.ts";
import type { TxCtx } from "#server/base/kernel/context.ts";
import { incidentKeyOf } from "#server/base/kernel/keys.ts";
import { TEST_HEADER } from "#server/intake/webhook/index.ts";
import type { ClaimedDelivery } from "./claim.ts";
import { incomingIdentity, loadHomes, loadKnown } from "./known-events.ts";
import { loadWorld } from "./load-world.ts";
import type { ReadDelivery } from "./read-delivery.ts";
import { type Placed, type Placing, Router } from "./router.ts";
import { Tally } from "./tally.ts";
import { writePlaced } from "./write-placed.ts";

export interface ReadyDelivery {
  delivery: ClaimedDelivery;
  read: ReadDelivery;
}

export interface TakenDelivery {
  id: string;
  state: DeliveryState;
  outcome: Outcome;
  error: string | null;
}

export interface TakingIntegration {
  id: string;
  name: string;
  serviceId: string | null;
}

const TEST_READ: ReadDelivery = {
  facts: [],
  rejected: [],
  context: ["Test received: its signature is valid. Nothing was saved."],
  leftOut: [],
};
const isTest = ({ headers }: ClaimedDelivery) =>
  typeof headers === "object" && headers !== null && TEST_HEADER in headers;

/**
 * Routes and writes the events of some deliveries of one integration. Needs the routing lock. Returns the result of
 * each.
 */
export async function takeDeliveries(
  tx: TxCtx,
  integration: TakingIntegration,
  ready: readonly ReadyDelivery[],
): Promise<{ taken: TakenDelivery[]; placed: Placed[] }> {
  const deliveries = ready.map((one) => (isTest(one.delivery) ? { ...one, read: TEST_READ } : one));
  const facts = deliveries.flatMap(({ read }) => read.facts);
  const instants = facts.flatMap(({ event }) => (event.at === null ? [] : [Date.parse(event.at)]));
  const earliest = instants.reduce((least, at) => Math.min(least, at), tx.now().getTime());
  const world = await loadWorld(tx, integration, new Date(earliest));
  const known = await loadKnown(tx, integration.id, facts);
  const homes = await loadHomes(
    tx,
    world.incidents.map(({ id }) => id),
    facts,
  );
  const router = new Router(tx, { integration, world, known, homes });
  const tallies = new Map<string, Tally>();
  const tellings: { deliveryId: string; tally: Tally; placing: Placing; placed: Placed }[] = [];
  for (const { delivery, read } of deliveries) {
    const tally = new Tally(read);
    tallies.set(delivery.id, tally);
    for (const fact of read.facts)
      tellings.push({ deliveryId: delivery.id, tally, ...(await router.place(fact, delivery.id)) });
  }
  const placed = [...router.placed.values()];
  const joined = placed.length > 0 ? await writePlaced(tx, integration.id, placed) : new Map();
  const keys = await keysOf(tx, placed);
  const serviceName = new Map(world.services.map(({ id, name }) => [id, name]));
  for (const { deliveryId, tally, placing, placed: one } of tellings) {
    const key = one.incidentId === null ? undefined : keys.get(one.incidentId);
    if (key !== undefined) tally.joined(key);
    const isNew = joined.get(incomingIdentity(one.fact))?.isNew ?? false;
    // A delivery that is processed again updates the state of its events.
    const isItsOwn = placing === "known" && one.row?.deliveryId === deliveryId;
    if (placing === "waits" || (isItsOwn && one.state === "waiting"))
      tally.waits(serviceName.get(one.serviceId ?? one.row?.serviceId ?? "") ?? "", one.reason);
    else if (placing === "ignored" || (isItsOwn && one.state === "dismissed")) tally.outcome.ignored += 1;
    else if (placing === "known" || !isNew) tally.outcome.known += 1;
    else tally.outcome.created += 1;
    if (placing === "opens") tally.outcome.opened += 1;
    if (placing === "ignored") tally.say(one.reason);
  }
  const taken = deliveries.map(({ delivery }) => {
    const { id } = delivery;
    const tally = tallies.get(id) ?? new Tally(TEST_READ);
    const state = isTest(delivery) ? "taken" : tally.state;
    return { id, state, outcome: tally.outcome, error: tally.error };
  });
  return { taken, placed };
}

async function keysOf(tx: TxCtx, placed: readonly Placed[]): Promise<Map<string, string>> {
  const ids = [...new Set(placed.flatMap(({ incidentId }) => incidentId ?? []))];
  if (ids.length === 0) return new Map();
  const rows = await tx.db.incident.findMany({ where: { id: { in: ids } }, select: { id: true, number: true } });
  return new Map(rows.map(({ id, number }) => [id, incidentKeyOf(number)]));
}
