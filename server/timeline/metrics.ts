import type { Metrics } from "#lib/contract/timeline.ts";
import type { Severity } from "#lib/incident/vocabulary.ts";
import { findGaps, incidentSpan } from "#lib/timeline/gaps.ts";
import { impactSegments } from "#lib/timeline/impact-band.ts";
import { deriveMetrics, endsInWords, METRIC_NAMES, METRIC_WORDS } from "#lib/timeline/metrics.ts";
import { MILESTONE_WORDS, MILESTONES } from "#lib/timeline/milestone-names.ts";
import { orderEvents } from "#lib/timeline/order.ts";
import { phaseBands } from "#lib/timeline/phases.ts";
import { suggestMilestones } from "#lib/timeline/suggest-milestones.ts";
import { milestoneTimes } from "#server/incident/index.ts";
import type { Ctx } from "#server/kernel/context.ts";
import { toInstantOrNull } from "#server/kernel/dates.ts";
import { findIncident } from "./load.ts";

async function milestoneRows(ctx: Ctx, incidentId: string) {
  return ctx.db.milestone.findMany({
    where: { incidentId, OR: [{ eventId: null }, { event: { removedAt: null } }] },
    select: {
      name: true,
      notApplicable: true,
      setById: true,
      event: { select: { id: true, number: true, at: true, precision: true, kind: true } },
    },
  });
}

/** Milestones, key times, phases and gaps of an incident. What is not known stays null. */
export async function incidentMetrics(ctx: Ctx, input: { key: string }): Promise<Metrics> {
  const incident = await findIncident(ctx, input.key);
  const rows = await milestoneRows(ctx, incident.id);
  const events = await ctx.db.timelineEvent.findMany({
    where: { incidentId: incident.id, removedAt: null },
    select: {
      id: true,
      at: true,
      endAt: true,
      precision: true,
      kind: true,
      title: true,
      hidden: true,
      orderHint: true,
      sourceType: true,
    },
  });
  const setters = await ctx.db.user.findMany({
    where: { id: { in: rows.flatMap((row) => row.setById ?? []) } },
    select: { id: true, name: true },
  });
  const times = milestoneTimes(rows);
  const derived = deriveMetrics({
    kind: incident.kind,
    milestones: times,
    detectedBy: rows.find((row) => row.name === "detected")?.event?.kind ?? null,
  });
  const ordered = orderEvents(
    events.map((event) => ({
      ...event,
      at: toInstantOrNull(event.at),
      endAt: toInstantOrNull(event.endAt),
      source: event.sourceType,
    })),
  );
  const span = incidentSpan(times, {
    startedAt: incident.startedAt.toISOString(),
    resolvedAt: toInstantOrNull(incident.resolvedAt),
  });
  const byName = new Map(rows.map((row) => [row.name, row]));
  return {
    milestones: MILESTONES.map((name) => {
      const row = byName.get(name);
      return {
        name,
        eventId: row?.event?.id ?? null,
        eventNumber: row?.event?.number ?? null,
        at: toInstantOrNull(row?.event?.at ?? null),
        precision: row?.event?.precision ?? null,
        notApplicable: row?.notApplicable ?? false,
        setBy: setters.find((user) => user.id === row?.setById) ?? null,
      };
    }),
    metrics: METRIC_NAMES.map((name) => ({
      ...derived.metrics[name],
      label: `${METRIC_WORDS[name]}: ${endsInWords(name)}`,
    })),
    missing: derived.missing,
    warnings: derived.warnings.map((warning) => ({ ...warning, message: warningWords(warning) })),
    customerDetected: derived.customerDetected,
    phases: phaseBands(times).map(({ name, label, from, to, known }) => ({ name, label, from, to, known })),
    gaps: findGaps(
      ordered.filter((event) => !event.hidden),
      span,
    ),
    suggestions: suggestMilestones(
      ordered,
      times,
      rows.filter((row) => row.notApplicable).map((row) => row.name),
    ).map(({ name, eventId, reason }) => ({ name, eventId, reason })),
    band: impactSegments(times, incident.highestSeverity as Severity).map(({ kind, from, to }) => ({ kind, from, to })),
  };
}

function warningWords({
  kind,
  earlier,
  later,
}: {
  kind: "order" | "lead";
  earlier: keyof typeof MILESTONE_WORDS;
  later: keyof typeof MILESTONE_WORDS;
}): string {
  return kind === "lead"
    ? `${MILESTONE_WORDS[earlier]} came before ${MILESTONE_WORDS[later].toLowerCase()}: that is lead time, not a time to detect`
    : `${MILESTONE_WORDS[earlier]} stands before ${MILESTONE_WORDS[later].toLowerCase()}: one of the two points at the wrong event`;
}
