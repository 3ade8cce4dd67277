import { can } from "#lib/base/access/can.ts";
import { forbidden } from "#lib/base/errors.ts";
import type { Presence, presenceContract } from "#lib/contract/presence.ts";
import type { Ctx } from "#server/base/kernel/context.ts";
import type { InputOf } from "#server/base/kernel/input.ts";
import { running } from "#server/base/kernel/running.ts";
import { incidentFacts, loadIncident } from "#server/incidents/incident/index.ts";
import { loadEvent } from "#server/incidents/timeline/index.ts";

/**
 * Reports that a screen shows the incident, or no longer does. Nothing is stored or audited. Only a person can be
 * present.
 */
export async function sayHere(ctx: Ctx, input: InputOf<typeof presenceContract.say>): Promise<Presence> {
  const incident = await loadIncident(ctx, input.key);
  if (ctx.actor.kind !== "user") throw forbidden();
  const { id: userId, name } = ctx.actor;
  const { here } = running();
  if (input.eventId !== null) await loadEvent(ctx, incident.id, input.eventId);
  const mayEdit = can(ctx.actor, "incident", "curate", incidentFacts(incident));
  if (input.here)
    here.say(incident.id, { userId, name, screen: input.screen, eventId: mayEdit ? input.eventId : null });
  else here.leave(incident.id, { userId, screen: input.screen });
  return { people: here.on(incident.id) };
}
