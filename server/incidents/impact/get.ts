import { can } from "#lib/base/access/can.ts";
import type { Impact } from "#lib/contract/impact.ts";
import { proposalKey } from "#lib/incidents/impact/proposal.ts";
import type { Ctx } from "#server/base/kernel/context.ts";
import { incidentFacts } from "#server/incidents/incident/index.ts";
import { findIncident } from "#server/incidents/timeline/index.ts";
import { loadWindows } from "./load.ts";
import { presentSeries, presentWindows } from "./present.ts";
import { proposeWindows } from "./propose.ts";
import { SERIES_SELECT } from "./select.ts";
import { totalServices } from "./totals.ts";

/** Windows of an incident, what they come to, what could be added, and the series that were measured. */
export async function getImpact(ctx: Ctx, input: { key: string }): Promise<Impact> {
  const incident = await findIncident(ctx, input.key);
  const rows = await loadWindows(ctx, incident.id);
  const proposals = await proposeWindows(ctx, incident.id, rows);
  const services = await ctx.db.service.findMany({
    where: { id: { in: proposals.map((proposal) => proposal.serviceId) } },
    select: { id: true, name: true },
  });
  const series = await ctx.db.attachment.findMany({
    where: { incidentId: incident.id, kind: "series", removedAt: null },
    select: SERIES_SELECT,
    orderBy: [{ createdAt: "asc" }, { id: "asc" }],
  });
  return {
    windows: presentWindows(rows, ctx.now()),
    services: await totalServices(ctx, rows),
    proposals: proposals.flatMap(({ serviceId, ...proposal }) => {
      const service = services.find(({ id }) => id === serviceId);
      return service ? [{ key: proposalKey({ serviceId, ...proposal }), service, ...proposal }] : [];
    }),
    series: series.map(presentSeries),
    mayEdit: can(ctx.actor, "incident", "curate", incidentFacts(incident)),
  };
}
