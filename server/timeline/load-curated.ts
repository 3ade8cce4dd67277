import { notFound } from "#lib/errors.ts";
import { INCIDENT_FACTS, incidentFacts, incidentVisibleTo } from "#server/incident/index.ts";
import { authorize } from "#server/kernel/authorize.ts";
import type { Ctx } from "#server/kernel/context.ts";
import { numberOfKey } from "#server/kernel/keys.ts";
import { EVENT_SELECT, type EventRecord } from "./select.ts";

export interface TimelineOwner {
  id: string;
  number: number;
}

/** The incident whose timeline is read, or `not_found`. */
export async function findIncident(ctx: Ctx, key: string) {
  const row = await ctx.db.incident.findFirst({
    where: { AND: [{ number: numberOfKey(key) }, incidentVisibleTo(ctx.actor)] },
    select: {
      ...INCIDENT_FACTS,
      id: true,
      number: true,
      kind: true,
      highestSeverity: true,
      startedAt: true,
      resolvedAt: true,
      timeZone: true,
    },
  });
  if (!row) throw notFound();
  return row;
}

/** The incident, when the actor may curate its timeline; else `not_found` or `forbidden`. */
export async function loadCurated(ctx: Ctx, key: string): Promise<TimelineOwner> {
  const incident = await findIncident(ctx, key);
  authorize(ctx, "incident", "curate", incidentFacts(incident));
  return { id: incident.id, number: incident.number };
}

/** One event of that incident. */
export async function loadEvent(ctx: Ctx, incidentId: string, id: string): Promise<EventRecord> {
  const row = await ctx.db.timelineEvent.findFirst({ where: { id, incidentId }, select: EVENT_SELECT });
  if (!row) throw notFound();
  return row;
}
