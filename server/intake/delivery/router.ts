import type { NormalizedEvent } from "#importers/index.ts";
import { type Route, type RoutingIncident, type RoutingWorld, routeEvent } from "#lib/intake/rule/route.ts";
import type { TxCtx } from "#server/base/kernel/context.ts";
import { record } from "#server/base/kernel/record.ts";
import { createIncident } from "#server/incidents/incident/index.ts";
import { incomingIdentity, type KnownIncoming } from "./known-events.ts";
import type { Fact } from "./read-delivery.ts";
import { factOf, routedOf } from "./stored-event.ts";

interface Opening {
  route: Route;
  at: string | null;
  integration: { id: string; name: string };
}

/**
 * Opens the incident that a rule asks for, as the server itself. It starts with its first event, never later than now.
 */
async function openIncident(tx: TxCtx, { route, at, integration }: Opening) {
  const now = tx.now().toISOString();
  const startedAt = at !== null && at < now ? at : now;
  const asServer: TxCtx = { ...tx, actor: { kind: "system", label: "job" } };
  const incident = await createIncident(asServer, {
    title: route.title ?? "Untitled",
    severity: route.severity ?? 3,
    kind: "incident",
    serviceIds: route.serviceId === null ? [] : [route.serviceId],
    startedAt,
    resolvedAt: null,
    timeZone: "UTC",
    impactText: "",
    restricted: false,
  });
  await record(asServer, {
    action: "integration.incident_opened",
    id: integration.id,
    incidentId: incident.id,
    after: { integration: integration.name, ruleId: route.ruleId, title: incident.title },
  });
  return {
    id: incident.id,
    startedAt,
    resolvedAt: null,
    serviceIds: route.serviceId === null ? [] : [route.serviceId],
  };
}

/** The rows to write for one fact, whichever deliveries contain it. */
export interface Placed {
  fact: Fact;
  row: KnownIncoming | null;
  deliveryId: string | null;
  state: "waiting" | "attached" | "dismissed";
  incidentId: string | null;
  serviceId: string | null;
  reason: string;
  /** False: nothing about it has changed except, perhaps, its end. */
  isNew: boolean;
}

export type Placing = "joins" | "opens" | "waits" | "ignored" | "known";

interface Sorting {
  integration: { id: string; name: string };
  world: RoutingWorld & { incidents: RoutingIncident[] };
  known: ReadonlyMap<string, KnownIncoming>;
  /** Incidents that already have the fact. */
  homes: ReadonlyMap<string, string>;
}

/**
 * Decides the destination of each fact, opening incidents if rules say so. A repeated fact goes where it went before.
 */
export class Router {
  readonly #tx: TxCtx;
  readonly #sorting: Sorting;
  readonly placed = new Map<string, Placed>();
  readonly opened: string[] = [];

  constructor(tx: TxCtx, sorting: Sorting) {
    this.#tx = tx;
    this.#sorting = sorting;
  }

  async place(fact: Fact, deliveryId: string | null): Promise<{ placing: Placing; placed: Placed }> {
    const identity = incomingIdentity(fact);
    const before = this.placed.get(identity);
    if (before) {
      before.fact = { ...before.fact, event: withEnd(before.fact.event, fact.event) };
      return { placing: "known", placed: before };
    }
    const row = this.#sorting.known.get(identity) ?? null;
    const { placing, placed } = await this.#decide(row ? endedAs(fact, row) : fact, row, deliveryId);
    this.placed.set(identity, placed);
    return { placing, placed };
  }

  async #decide(fact: Fact, row: KnownIncoming | null, deliveryId: string | null) {
    const base = { fact, row, deliveryId, serviceId: null, isNew: false };
    const attachedTo = row?.state === "attached" ? (row.timelineEvent?.incidentId ?? null) : null;
    if (attachedTo !== null) return known({ ...base, state: "attached", incidentId: attachedTo, reason: "" });
    // What a person has moved somewhere stays there.
    if (row && row.settledById !== null && row.state !== "attached")
      return known({ ...base, state: row.state, incidentId: null, reason: "" });
    const home = this.#sorting.homes.get(incomingIdentity(fact));
    if (home !== undefined)
      return known({
        ...base,
        state: "attached",
        incidentId: home,
        reason: "Its incident already has it.",
        isNew: true,
      });
    const route = routeEvent(routedOf(fact), this.#sorting.world);
    const { reason, serviceId } = route;
    if (route.route === "joins" || route.route === "opens") {
      const incidentId = route.incidentId ?? (await this.#open(route, fact));
      const placed: Placed = { ...base, state: "attached", incidentId, serviceId, reason, isNew: true };
      return { placing: route.route as Placing, placed };
    }
    const state = route.route === "waits" ? ("waiting" as const) : ("dismissed" as const);
    const placed: Placed = { ...base, state, incidentId: null, serviceId, reason, isNew: true };
    const isSame = row !== null && row.state === state;
    return { placing: (isSame ? "known" : route.route) as Placing, placed };
  }

  async #open(route: Route, fact: Fact): Promise<string> {
    const { integration, world } = this.#sorting;
    const incident = await openIncident(this.#tx, { route, at: fact.event.at, integration });
    world.incidents.push(incident);
    this.opened.push(incident.id);
    return incident.id;
  }
}

const known = (placed: Placed): { placing: Placing; placed: Placed } => ({ placing: "known", placed });

/** An earlier event can have the end that its repetition lacks. */
function endedAs(fact: Fact, row: KnownIncoming): Fact {
  const { event } = factOf({ event: row.event, labels: {}, severity: null });
  return { ...fact, event: withEnd(fact.event, event) };
}

/** Of two reports of one fact, returns the first, with an end that only the later one has. */
const withEnd = (first: NormalizedEvent, later: NormalizedEvent): NormalizedEvent =>
  first.endAt === null && later.endAt !== null ? { ...first, endAt: later.endAt } : first;
