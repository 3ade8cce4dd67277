import { z } from "zod";
import { decode } from "#importers/index.ts";
import { can } from "#lib/base/access/can.ts";
import { notFound } from "#lib/base/errors.ts";
import { storable } from "#lib/base/text/storable.ts";
import { shapeOfKind } from "#lib/base/vocabulary/event-kinds.ts";
import type { Delivery } from "#lib/contract/integration.ts";
import { readOutcome } from "#lib/intake/delivery/outcome.ts";
import type { Ctx } from "#server/base/kernel/context.ts";
import { toInstantOrNull } from "#server/base/kernel/dates.ts";
import { incidentKeyOf } from "#server/base/kernel/keys.ts";
import { INCIDENT_FACTS, incidentFacts } from "#server/incidents/incident/index.ts";
import { authorizeIntegration, DELIVERY_SELECT } from "./integration-row.ts";
import { presentDeliveries } from "./present-delivery.ts";

const LONGEST_BODY = 200_000;
const MOST_EVENTS = 200;
const Texts = z.record(z.string(), z.string()).catch({});

interface Input {
  id: string;
  deliveryId: string;
}

/**
 * Returns one delivery with its body and the result of each event, without those of hidden incidents. Throws
 * `not_found`.
 */
export async function getDelivery(ctx: Ctx, { id, deliveryId }: Input): Promise<Delivery> {
  await authorizeIntegration(ctx, id);
  const row = await ctx.db.delivery.findFirst({
    where: { id: deliveryId, integrationId: id },
    select: { ...DELIVERY_SELECT, body: true },
  });
  if (!row) throw notFound();
  const [presented] = await presentDeliveries(ctx, [row]);
  if (!presented) throw notFound();
  const { contentType } = row;
  if (presented.hidden)
    return { ...presented, contentType, body: "", bodyCut: false, headers: {}, reasons: [], events: [] };
  const text = storable(decode(row.body));
  return {
    ...presented,
    body: text.slice(0, LONGEST_BODY),
    bodyCut: text.length > LONGEST_BODY,
    contentType,
    headers: Texts.parse(row.headers),
    reasons: readOutcome(row.outcome).reasons,
    events: await eventsOf(ctx, deliveryId),
  };
}

async function eventsOf(ctx: Ctx, deliveryId: string): Promise<Delivery["events"]> {
  const rows = await ctx.db.incomingEvent.findMany({
    where: { deliveryId },
    select: {
      id: true,
      title: true,
      kind: true,
      at: true,
      severity: true,
      labels: true,
      state: true,
      reason: true,
      service: { select: { id: true, name: true } },
      timelineEvent: { select: { number: true, incident: { select: { number: true, ...INCIDENT_FACTS } } } },
    },
    orderBy: [{ at: "asc" }, { id: "asc" }],
    take: MOST_EVENTS,
  });
  return rows.map(({ timelineEvent, labels, at, ...row }) => {
    const mayRead = timelineEvent !== null && can(ctx.actor, "incident", "read", incidentFacts(timelineEvent.incident));
    return {
      ...row,
      at: toInstantOrNull(at),
      shape: shapeOfKind(row.kind),
      labels: Texts.parse(labels),
      incidentKey: mayRead ? incidentKeyOf(timelineEvent.incident.number) : null,
      eventNumber: mayRead ? timelineEvent.number : null,
    };
  });
}
