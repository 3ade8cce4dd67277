import type { Prisma } from "#generated/prisma/client.ts";
import { isStartKnown } from "#lib/incidents/timeline/milestones/decide-span.ts";
import { deriveMetrics, type MilestoneTimes } from "#lib/incidents/timeline/milestones/metrics.ts";
import { findTops } from "#lib/incidents/timeline/story/fold-story.ts";
import { orderEvents } from "#lib/incidents/timeline/story/order.ts";
import { storyLines } from "#lib/incidents/timeline/story/story-lines.ts";
import type { ReviewFacts } from "#lib/reviews/review/draft/facts.ts";
import type { Ctx } from "#server/base/kernel/context.ts";
import { toInstantOrNull } from "#server/base/kernel/dates.ts";
import { incidentKeyOf } from "#server/base/kernel/keys.ts";
import { acceptedPassages } from "#server/incidents/finding/index.ts";
import { milestoneTimes } from "#server/incidents/incident/index.ts";
import { factWindows } from "./fact-windows.ts";
import { gatherEarlier } from "./gather-earlier.ts";

const PEOPLE_KNOWN = 2000;

const INCIDENT_FACTS = {
  number: true,
  title: true,
  severity: true,
  highestSeverity: true,
  kind: true,
  status: true,
  startGiven: true,
  createdAt: true,
  endGiven: true,
  startedAt: true,
  resolvedAt: true,
  timeZone: true,
  impactText: true,
  services: {
    select: { service: { select: { name: true, description: true, ownerTeam: { select: { name: true } } } } },
  },
  windows: {
    where: { removedAt: null },
    select: {
      id: true,
      serviceId: true,
      fromAt: true,
      toAt: true,
      weight: true,
      basis: true,
      service: { select: { name: true } },
    },
    orderBy: [{ service: { name: "asc" } }, { fromAt: "asc" }, { id: "asc" }],
  },
  roles: { select: { role: true, name: true, user: { select: { name: true } } }, orderBy: { id: "asc" } },
  milestones: {
    where: { event: { removedAt: null } },
    select: { name: true, event: { select: { id: true, at: true, precision: true, kind: true } } },
  },
  events: {
    where: { removedAt: null },
    select: {
      id: true,
      at: true,
      endAt: true,
      precision: true,
      kind: true,
      title: true,
      pinned: true,
      hidden: true,
      orderHint: true,
      sourceType: true,
      actor: true,
      leadId: true,
      relation: true,
    },
  },
} satisfies Prisma.IncidentSelect;

/** Everything that a draft can use from an incident, and from the factors of the review if there is one already. */
export async function gatherFacts(ctx: Ctx, incidentId: string, reviewId: string | null = null): Promise<ReviewFacts> {
  const incident = await ctx.db.incident.findUniqueOrThrow({
    where: { id: incidentId },
    select: INCIDENT_FACTS,
  });
  const users = await ctx.db.user.findMany({ select: { name: true }, take: PEOPLE_KNOWN });
  const milestones = milestoneTimes(incident.milestones);
  const events = orderEvents(
    incident.events.map(({ sourceType, ...event }) => ({
      ...event,
      at: toInstantOrNull(event.at),
      endAt: toInstantOrNull(event.endAt),
      source: sourceType,
    })),
  );
  const roles = incident.roles.map(({ role, name, user }) => ({ role, name: user?.name ?? name ?? "" }));
  return {
    incident: {
      key: incidentKeyOf(incident.number),
      title: incident.title,
      severity: incident.severity,
      highestSeverity: incident.highestSeverity,
      kind: incident.kind,
      status: incident.status,
      stateGiven: incident.endGiven,
      // The time of entry isn't a start.
      startedAt: isStartKnown(incident) ? incident.startedAt.toISOString() : null,
      resolvedAt: toInstantOrNull(incident.resolvedAt),
      timeZone: incident.timeZone,
      impactText: incident.impactText,
    },
    services: incident.services.map(({ service }) => ({
      name: service.name,
      ownerTeam: service.ownerTeam?.name ?? null,
      description: service.description,
    })),
    roles,
    windows: factWindows(incident.windows, ctx.now()),
    events: storyLines(events).map(({ id, at, endAt, precision, kind, title, pinned, hidden, times }) => ({
      id,
      at,
      endAt,
      precision,
      kind,
      title,
      pinned,
      hidden,
      ...(times > 1 ? { times } : {}),
    })),
    milestones: citedByLead(milestones, findTops(events)),
    metrics: deriveMetrics({
      kind: incident.kind,
      milestones,
      detectedBy: incident.milestones.find((milestone) => milestone.name === "detected")?.event?.kind ?? null,
    }),
    found: await acceptedPassages(ctx, incidentId),
    earlier: await gatherEarlier(ctx, incidentId, reviewId),
    people: [
      ...roles.map(({ name }) => name),
      ...events.flatMap((event) => event.actor ?? []),
      ...users.map(({ name }) => name),
    ].map((name) => ({ name })),
  };
}

/** Milestones whose event is below another cite the line that contains it. The time stays that of their own event. */
function citedByLead(milestones: MilestoneTimes, tops: ReadonlyMap<string, string>): MilestoneTimes {
  const cited = Object.entries(milestones).map(([name, time]) => {
    const eventId = time.eventId === undefined ? undefined : tops.get(time.eventId);
    return [name, eventId === undefined ? time : { ...time, eventId }];
  });
  return Object.fromEntries(cited) as MilestoneTimes;
}
