import type { Presence } from "#lib/contract/presence.ts";
import type { Ctx } from "#server/base/kernel/context.ts";
import { running } from "#server/base/kernel/running.ts";
import { loadIncident } from "#server/incidents/incident/index.ts";

/** Returns who is looking at an incident now, for anyone who can read it. */
export async function listHere(ctx: Ctx, input: { key: string }): Promise<Presence> {
  const incident = await loadIncident(ctx, input.key);
  return { people: running().here.on(incident.id) };
}
