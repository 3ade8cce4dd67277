import type { Prisma } from "#generated/prisma/client.ts";
import type { Severity } from "#lib/base/vocabulary/incident.ts";
import type { Metrics } from "#lib/contract/timeline.ts";
import { bandSegments } from "#lib/incidents/impact/impact-band.ts";
import { doubtMilestone, withSuggested } from "#lib/incidents/timeline/milestones/doubt-milestone.ts";
import { findGaps, incidentSpan } from "#lib/incidents/timeline/milestones/gaps.ts";
import {
  deriveMetrics,
  endsInWords,
  METRIC_NAMES,
  METRIC_WORDS,
  type Metric,
  type MetricWarning,
  type MilestoneTimes,
} from "#lib/incidents/timeline/milestones/metrics.ts";
import { MILESTONE_WORDS, MILESTONES, type MilestoneName } from "#lib/incidents/timeline/milestones/milestone-names.ts";
import { momentWords } from "#lib/incidents/timeline/milestones/milestone-order.ts";
import { phaseBands } from "#lib/incidents/timeline/milestones/phases.ts";
import { findTops } from "#lib/incidents/timeline/story/fold-story.ts";
import { orderEvents } from "#lib/incidents/timeline/story/order.ts";
import { storyLines } from "#lib/incidents/timeline/story/story-lines.ts";
import type { Ctx } from "#server/base/kernel/context.ts";
import { toInstantOrNull } from "#server/base/kernel/dates.ts";
import { milestoneTimes, toImpactWindow } from "#server/incidents/incident/index.ts";
import { findIncident } from "./event-row.ts";
import { suggestionsFor } from "./suggestions.ts";

const MEASURED_EVENT = {
  id: true,
  at: true,
  endAt: true,
  precision: true,
  kind: true,
  title: true,
  body: true,
  hidden: true,
  section: true,
  orderHint: true,
  sourceType: true,
  pinned: true,
  leadId: true,
  relation: true,
} satisfies Prisma.TimelineEventSelect;

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

/** Returns milestones, key times, phases and gaps of an incident. Unknown values are null. */
export async function incidentMetrics(ctx: Ctx, input: { key: string }): Promise<Metrics> {
  const incident = await findIncident(ctx, input.key);
  const rows = await milestoneRows(ctx, incident.id);
  const events = await ctx.db.timelineEvent.findMany({
    where: { incidentId: incident.id, removedAt: null },
    select: MEASURED_EVENT,
  });
  const setters = await ctx.db.user.findMany({
    where: { id: { in: rows.flatMap((row) => row.setById ?? []) } },
    select: { id: true, name: true },
  });
  const windows = await ctx.db.impactWindow.findMany({
    where: { incidentId: incident.id, removedAt: null },
    select: { id: true, fromAt: true, toAt: true, weight: true, basis: true },
  });
  const refusals = await ctx.db.milestoneRefusal.findMany({
    where: { incidentId: incident.id },
    select: { name: true, eventId: true },
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
  const tops = findTops(ordered);
  const titleOf = new Map(ordered.map(({ id, title }) => [id, title]));
  const precisionOf = new Map(ordered.map(({ id, precision }) => [id, precision]));
  const suggestions = await suggestionsFor({
    events: storyLines(ordered),
    times,
    notApplicable: rows.filter((row) => row.notApplicable).map((row) => row.name),
    refusals,
  });
  const hiddenTops = new Set(ordered.filter((event) => event.hidden).map((event) => event.id));
  return {
    milestones: MILESTONES.map((name) => milestoneOf(name, byName.get(name), setters)),
    metrics: METRIC_NAMES.map((name) => ({
      ...derived.metrics[name],
      label: labelOf(derived.metrics[name]),
    })),
    missing: derived.missing,
    warnings: derived.warnings.map((warning) => ({ ...warning, message: warningWords(warning, times) })),
    customerDetected: derived.customerDetected,
    phases: phaseBands(times).map(({ name, label, from, to, known }) => ({ name, label, from, to, known })),
    // A repeat fills silence too, so the gap follows the line that contains it.
    gaps: findGaps(
      ordered.filter((event) => !hiddenTops.has(tops.get(event.id) ?? event.id)),
      span,
    ).map((gap) => ({ ...gap, afterEventId: tops.get(gap.afterEventId) ?? gap.afterEventId })),
    suggestions: suggestions.map(({ name, eventId, at, reason }, _index, all) => ({
      name,
      eventId,
      title: titleOf.get(eventId) ?? "",
      at,
      reason,
      doubt: doubtMilestone(name, { at, precision: precisionOf.get(eventId) ?? "unknown" }, withSuggested(times, all)),
    })),
    band: bandSegments({
      windows: windows.map(toImpactWindow),
      milestones: times,
      severity: incident.highestSeverity as Severity,
      nowMs: ctx.now().getTime(),
    }).map(({ kind, from, to, known }) => ({ kind, from, to, known })),
  };
}

type MilestoneRow = Awaited<ReturnType<typeof milestoneRows>>[number];

const milestoneOf = (
  name: MilestoneName,
  row: MilestoneRow | undefined,
  setters: readonly { id: string; name: string }[],
): Metrics["milestones"][number] => ({
  name,
  eventId: row?.event?.id ?? null,
  eventNumber: row?.event?.number ?? null,
  at: toInstantOrNull(row?.event?.at ?? null),
  precision: row?.event?.precision ?? null,
  notApplicable: row?.notApplicable ?? false,
  setBy: setters.find((user) => user.id === row?.setById) ?? null,
});

/** Returns a measure with both its ends. A detection before impact has a lead and no time to detect. */
const labelOf = ({ name, leadSeconds }: Metric): string =>
  leadSeconds === null ? `${METRIC_WORDS[name]}: ${endsInWords(name)}` : "Lead time: impact started minus detected";

/** Returns both ends with their times. A person decides which of the two is wrong. */
function warningWords({ kind, earlier, later }: MetricWarning, times: MilestoneTimes): string {
  const words = (name: MilestoneName) => {
    const at = times[name]?.at;
    return `${MILESTONE_WORDS[name]}${at === undefined ? "" : ` (${momentWords(at)})`}`;
  };
  const both = `${words(earlier)} is before ${words(later).replace(/^./, (first) => first.toLowerCase())}`;
  return kind === "lead" ? `${both}, so this is a lead time` : both;
}
