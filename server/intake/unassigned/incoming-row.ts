import type { Prisma } from "#generated/prisma/client.ts";
import type { Actor } from "#lib/base/access/actor.ts";
import { can } from "#lib/base/access/can.ts";
import type { IncomingEventFacts } from "#lib/base/access/facts.ts";
import { conflict, notFound, refuse } from "#lib/base/errors.ts";
import { shapeOfKind } from "#lib/base/vocabulary/event-kinds.ts";
import type { IncomingState } from "#lib/base/vocabulary/integration.ts";
import type { IncomingEvent } from "#lib/contract/unassigned.ts";
import { hookSourceNamed } from "#lib/intake/integration/hook-sources.ts";
import { authorize } from "#server/base/kernel/authorize.ts";
import type { Ctx, TxCtx } from "#server/base/kernel/context.ts";
import { toInstantOrNull } from "#server/base/kernel/dates.ts";
import { incidentKeyOf } from "#server/base/kernel/keys.ts";
import { INCIDENT_FACTS, incidentFacts, incidentVisibleTo } from "#server/incidents/incident/index.ts";
import { factOf } from "#server/intake/delivery/index.ts";

/** Facts that decide access to an incoming event. */
export const INCOMING_FACTS = {
  timelineEvent: { select: { number: true, incident: { select: { id: true, number: true, ...INCIDENT_FACTS } } } },
} satisfies Prisma.IncomingEventSelect;

type FactsRow = Prisma.IncomingEventGetPayload<{ select: typeof INCOMING_FACTS }>;

export const incomingFacts = ({ timelineEvent }: FactsRow): IncomingEventFacts => ({
  incident: timelineEvent === null ? null : incidentFacts(timelineEvent.incident),
});

export const INCOMING_SELECT = {
  ...INCOMING_FACTS,
  id: true,
  at: true,
  receivedAt: true,
  kind: true,
  title: true,
  severity: true,
  labels: true,
  event: true,
  state: true,
  reason: true,
  eventId: true,
  integrationId: true,
  deliveryId: true,
  settledAt: true,
  version: true,
  service: { select: { id: true, name: true } },
  integration: { select: { id: true, name: true, source: true } },
  settledBy: { select: { id: true, name: true } },
} satisfies Prisma.IncomingEventSelect;

export type IncomingRecord = Prisma.IncomingEventGetPayload<{ select: typeof INCOMING_SELECT }>;

/** The incoming events that an actor can read. Equals `can(actor, "incomingEvent", "read", …)` over every row. */
export function incomingVisibleTo(actor: Actor): Prisma.IncomingEventWhereInput {
  if (actor.kind === "system") return {};
  if (!can(actor, "incomingEvent", "read", { incident: null })) return { id: { in: [] } };
  return { OR: [{ eventId: null }, { timelineEvent: { incident: incidentVisibleTo(actor) } }] };
}

/** Returns an incoming event for the API. Only for rows that the reader can see. */
export function presentIncoming(row: IncomingRecord): IncomingEvent {
  const { event, labels } = factOf(row);
  const source = hookSourceNamed(row.integration.source);
  return {
    id: row.id,
    at: toInstantOrNull(row.at),
    endAt: event.endAt,
    receivedAt: row.receivedAt.toISOString(),
    kind: row.kind,
    shape: shapeOfKind(row.kind),
    title: row.title,
    body: event.body,
    url: event.url,
    severity: row.severity,
    labels,
    service: row.service,
    integration: {
      id: row.integration.id,
      name: row.integration.name,
      label: source?.label ?? row.integration.source,
      letter: source?.letter ?? "?",
    },
    state: row.state,
    reason: row.reason,
    incidentKey: row.timelineEvent === null ? null : incidentKeyOf(row.timelineEvent.incident.number),
    eventNumber: row.timelineEvent?.number ?? null,
    settledBy: row.settledBy,
    settledAt: toInstantOrNull(row.settledAt),
    version: row.version,
  };
}

export interface Versioned {
  id: string;
  version: number;
}

const WRONG_STATE: Record<IncomingState, string> = {
  waiting: "One of these events is no longer unassigned. Reload the list.",
  attached: "One of these events isn't attached to an incident",
  dismissed: "One of these events was not dismissed",
};

/** Returns rows by their ids, as the actor can see them, in order of time. */
async function loadRows(ctx: Ctx, ids: readonly string[]): Promise<IncomingRecord[]> {
  return ctx.db.incomingEvent.findMany({
    where: { AND: [{ id: { in: [...ids] } }, incomingVisibleTo(ctx.actor)] },
    select: INCOMING_SELECT,
    orderBy: [{ at: "asc" }, { receivedAt: "asc" }, { id: "asc" }],
  });
}

/**
 * Returns the events to settle, all of them or none. Throws `not_found`, `forbidden`, `conflict` with the newer rows,
 * and `rule` for a wrong state.
 */
export async function authorizeSettling(
  tx: TxCtx,
  events: readonly Versioned[],
  state: IncomingState,
): Promise<IncomingRecord[]> {
  const versions = new Map(events.map(({ id, version }) => [id, version]));
  const rows = await loadRows(tx, [...versions.keys()]);
  if (rows.length !== versions.size) throw notFound();
  for (const row of rows) authorize(tx, "incomingEvent", "settle", incomingFacts(row));
  const stale = rows.filter((row) => row.version !== versions.get(row.id));
  if (stale.length > 0) throw conflict({ events: stale.map(presentIncoming) });
  if (rows.some((row) => row.state !== state)) throw refuse(`not_${state}`, WRONG_STATE[state]);
  return rows;
}

/** Returns the same rows after they were settled. */
export async function presentAfter(ctx: Ctx, events: readonly Versioned[]): Promise<{ events: IncomingEvent[] }> {
  const rows = await loadRows(
    ctx,
    events.map(({ id }) => id),
  );
  return { events: rows.map(presentIncoming) };
}
