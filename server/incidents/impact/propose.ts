import type { Severity } from "#lib/base/vocabulary/incident.ts";
import { closeAtEnd, freshProposals, type ImpactProposal } from "#lib/incidents/impact/proposal.ts";
import { proposeFromMilestones } from "#lib/incidents/impact/propose-from-milestones.ts";
import { proposeFromStatuspage } from "#lib/incidents/impact/propose-from-statuspage.ts";
import type { Ctx } from "#server/base/kernel/context.ts";
import { toInstantOrNull } from "#server/base/kernel/dates.ts";
import { milestoneTimes } from "#server/incidents/incident/index.ts";
import type { WindowRecord } from "./impact-row.ts";

const STATUS_SOURCES = ["statuspage", "status_page"];

/** Returns windows that milestones and status page suggest and that don't exist yet. */
export async function proposeWindows(
  ctx: Ctx,
  incidentId: string,
  rows: readonly WindowRecord[],
): Promise<ImpactProposal[]> {
  const incident = await ctx.db.incident.findUniqueOrThrow({
    where: { id: incidentId },
    select: {
      kind: true,
      status: true,
      resolvedAt: true,
      highestSeverity: true,
      services: { select: { service: { select: { id: true, name: true } } }, orderBy: { service: { name: "asc" } } },
      milestones: {
        where: { event: { removedAt: null } },
        select: { name: true, event: { select: { id: true, at: true, precision: true } } },
      },
      events: {
        where: { removedAt: null, sourceType: { in: STATUS_SOURCES } },
        select: { at: true, endAt: true, title: true, body: true },
        orderBy: { at: "asc" },
      },
    },
  });
  const services = incident.services.map(({ service }) => service);
  const milestones = milestoneTimes(incident.milestones);
  const proposals = [
    ...proposeFromMilestones({
      kind: incident.kind,
      status: incident.status,
      severity: incident.highestSeverity as Severity,
      milestones,
      services,
    }),
    ...proposeFromStatuspage(
      incident.events.map((event) => ({
        ...event,
        at: toInstantOrNull(event.at),
        endAt: toInstantOrNull(event.endAt),
      })),
      services,
    ),
  ];
  const endedAt = milestones.resolved?.at ?? toInstantOrNull(incident.resolvedAt);
  return freshProposals(
    closeAtEnd(proposals, endedAt),
    rows.map((row) => ({
      serviceId: row.serviceId,
      from: row.fromAt.toISOString(),
      to: toInstantOrNull(row.toAt),
      weight: row.weight.toNumber(),
      proposalKey: row.proposalKey,
    })),
  );
}
