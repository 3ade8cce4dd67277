import { actorId } from "#lib/base/access/actor.ts";
import type { TxCtx } from "#server/base/kernel/context.ts";
import { toJson } from "#server/base/kernel/json.ts";
import { tellScreens } from "#server/base/kernel/outbox.ts";
import { type JoinedEvent, joinEvents } from "#server/incidents/import/index.ts";
import { incomingIdentity } from "./known-events.ts";
import type { Placed } from "./router.ts";
import { toStored } from "./stored-event.ts";

/** Writes placed events: into timelines first, then as incoming events. Returns the joined events by identity. */
export async function writePlaced(
  tx: TxCtx,
  integrationId: string,
  placed: readonly Placed[],
): Promise<Map<string, JoinedEvent>> {
  const joined = await joinTimelines(tx, placed);
  const fresh = placed.filter(({ row }) => row === null);
  if (fresh.length > 0) {
    await tx.db.incomingEvent.createMany({
      data: fresh.map((one) => ({ ...rowOf(tx, one, joined), id: tx.newId(), integrationId, receivedAt: tx.now() })),
    });
  }
  for (const one of placed) {
    if (one.row === null) continue;
    const { identity: _identity, deliveryId: _deliveryId, ...data } = rowOf(tx, one, joined);
    const kept = { event: data.event };
    await tx.db.incomingEvent.update({
      where: { id: one.row.id },
      data: one.isNew ? { ...data, version: { increment: 1 } } : kept,
    });
  }
  const why = "the delivery already records unassigned events";
  if (placed.some(({ isNew }) => isNew))
    await tellScreens(tx, { noun: "incoming_event", id: integrationId, incidentId: null }, why);
  return joined;
}

async function joinTimelines(tx: TxCtx, placed: readonly Placed[]): Promise<Map<string, JoinedEvent>> {
  const joined = new Map<string, JoinedEvent>();
  const byTarget = Map.groupBy(placed, ({ incidentId, fact }) =>
    JSON.stringify([incidentId, fact.format, fact.letter]),
  );
  // In the order of the incidents, in which every other writer of several timelines locks them.
  for (const target of [...byTarget.keys()].sort()) {
    const group = byTarget.get(target) ?? [];
    const first = group[0];
    if (!first || first.incidentId === null) continue;
    const { incidentId, fact } = first;
    const events = group.map((one) => ({ identity: one.fact.identity, event: one.fact.event }));
    const written = await joinEvents(tx, { incidentId, format: fact.format, letter: fact.letter }, events);
    for (const [identity, event] of written) joined.set(incomingIdentity({ format: fact.format, identity }), event);
    await tellScreens(
      tx,
      { noun: "timeline", id: incidentId, incidentId },
      "recorded for the integration, once a batch",
    );
  }
  return joined;
}

function rowOf(tx: TxCtx, { fact, state, serviceId, reason, deliveryId }: Placed, joined: Map<string, JoinedEvent>) {
  const { event, labels, severity } = fact;
  const identity = incomingIdentity(fact);
  const isSettled = state !== "waiting";
  return {
    identity,
    deliveryId,
    state,
    at: event.at === null ? null : new Date(event.at),
    kind: event.kind,
    title: event.title,
    severity,
    labels: toJson(labels) as object,
    serviceId,
    event: toJson(toStored(fact)) as object,
    reason,
    eventId: state === "attached" ? (joined.get(identity)?.eventId ?? null) : null,
    settledById: isSettled ? actorId(tx.actor) : null,
    settledAt: isSettled ? tx.now() : null,
  };
}
