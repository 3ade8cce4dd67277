import { notFound } from "#lib/base/errors.ts";
import type { Ctx } from "#server/base/kernel/context.ts";
import { numberOfKey } from "#server/base/kernel/keys.ts";
import { INCIDENT_FACTS, incidentVisibleTo } from "#server/incidents/incident/index.ts";
import { EVENT_SELECT, type EventRecord } from "./select.ts";

/** Returns the incident of a timeline, or throws `not_found`. */
export async function findIncident(ctx: Ctx, key: string) {
  const row = await ctx.db.incident.findFirst({
    where: { AND: [{ number: numberOfKey(key) }, incidentVisibleTo(ctx.actor)] },
    select: {
      ...INCIDENT_FACTS,
      id: true,
      number: true,
      title: true,
      kind: true,
      highestSeverity: true,
      startedAt: true,
      resolvedAt: true,
      startGiven: true,
      timeZone: true,
    },
  });
  if (!row) throw notFound();
  return row;
}

/** Returns one event of that incident. */
export async function loadEvent(ctx: Ctx, incidentId: string, id: string): Promise<EventRecord> {
  const row = await ctx.db.timelineEvent.findFirst({ where: { id, incidentId }, select: EVENT_SELECT });
  if (!row) throw notFound();
  return row;
}
