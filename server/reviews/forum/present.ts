import type { PublishedReview } from "#lib/contract/forum.ts";
import { frozenSummary } from "#lib/reviews/review/frozen-summary.ts";
import type { Ctx } from "#server/base/kernel/context.ts";
import { incidentKeyOf, reviewKeyOf } from "#server/base/kernel/keys.ts";
import { bandOf } from "#server/incidents/incident/index.ts";
import type { PublishedRecord } from "./select.ts";

/** A published review as the forum shows it; `markdown` is what it said when it was published. */
export function presentPublished(ctx: Ctx, row: PublishedRecord, markdown: string): PublishedReview {
  const { incident, actions } = row;
  return {
    key: reviewKeyOf(row.number),
    title: row.title,
    summary: frozenSummary(markdown),
    incident: {
      key: incidentKeyOf(incident.number),
      title: incident.title,
      severity: incident.highestSeverity,
      startedAt: incident.startedAt.toISOString(),
      band: bandOf(incident, ctx.now()),
      services: incident.services.map(({ service }) => service.name),
    },
    authors: row.people.map(({ user }) => user),
    publishedAt: (row.publishedAt ?? incident.startedAt).toISOString(),
    factorCount: row._count.factors,
    actionCount: actions.length,
    actionsVerified: actions.filter(({ status }) => status === "verified").length,
  };
}
