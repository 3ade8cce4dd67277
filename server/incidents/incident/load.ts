import { notFound } from "#lib/base/errors.ts";
import type { Ctx } from "#server/base/kernel/context.ts";
import { numberOfKey } from "#server/base/kernel/keys.ts";
import { INCIDENT_SELECT, type IncidentRecord } from "./select.ts";
import { incidentVisibleTo } from "./visible-to.ts";

/**
 * Returns the incident with a key as the actor can see it. Throws `not_found` for an unknown one and for one hidden
 * from them.
 */
export async function loadIncident(ctx: Ctx, key: string): Promise<IncidentRecord> {
  const row = await ctx.db.incident.findFirst({
    where: { AND: [{ number: numberOfKey(key) }, incidentVisibleTo(ctx.actor)] },
    select: INCIDENT_SELECT,
  });
  if (!row) throw notFound();
  return row;
}
