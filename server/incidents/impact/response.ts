import type { Response } from "#lib/contract/impact.ts";
import { deriveMetrics } from "#lib/incidents/timeline/milestones/metrics.ts";
import { responseMeasures } from "#lib/incidents/timeline/milestones/response-measures.ts";
import { findTops } from "#lib/incidents/timeline/story/fold-story.ts";
import { orderEvents } from "#lib/incidents/timeline/story/order.ts";
import { beforeWords, rankSuspects } from "#lib/incidents/timeline/suspects/suspects.ts";
import type { Ctx } from "#server/base/kernel/context.ts";
import { toInstantOrNull } from "#server/base/kernel/dates.ts";
import { milestoneTimes } from "#server/incidents/incident/index.ts";
import { findIncident, type StoryFact, storyFacts } from "#server/incidents/timeline/index.ts";
import { loadWindows } from "./impact-row.ts";

/** Returns the measures of the response and the suspected changes. A merged event counts once, through its lead. */
export async function getResponse(ctx: Ctx, input: { key: string }): Promise<Response> {
  const incident = await findIncident(ctx, input.key);
  const facts = await storyFacts(ctx, incident.id);
  const all = orderEvents(facts.map((fact) => ({ ...fact, source: fact.sourceType })));
  const tops = findTops(all);
  const leads = all.filter((event) => topOf(tops, event.id) === event.id);
  const milestones = await ctx.db.milestone.findMany({
    where: { incidentId: incident.id, event: { removedAt: null } },
    select: { name: true, event: { select: { id: true, at: true, precision: true, kind: true } } },
  });
  const times = milestoneTimes(milestones);
  const windows = await loadWindows(ctx, incident.id);
  const windowsEndedAt = endOf(windows.map((window) => toInstantOrNull(window.toAt)));
  // Without windows impact ended when it was resolved, according to the timeline or else the incident itself.
  const impactEndedAt =
    windowsEndedAt === undefined
      ? (times.resolved?.at ?? toInstantOrNull(incident.resolvedAt) ?? undefined)
      : windowsEndedAt;
  const services = await ctx.db.service.findMany({
    where: { incidents: { some: { incidentId: incident.id } } },
    select: { name: true },
  });
  const impact = times.impact_started;
  const impactStartedAt = impact && impact.precision !== "unknown" ? impact.at : null;
  const detectedBy = milestones.find(({ name }) => name === "detected")?.event?.kind ?? null;
  const triggerId = times.trigger_change?.eventId;
  const suspects = rankSuspects({
    events: leads,
    impactStartedAt,
    services: services.map(({ name }) => name),
    impactEndedAt: impactEndedAt ?? null,
  });
  return {
    measures: responseMeasures({ milestones: times, events: leads, impactEndedAt, now: ctx.now().toISOString() }),
    customerDetected: deriveMetrics({ kind: incident.kind, milestones: times, detectedBy }).customerDetected,
    evidence: countEvidence(all, tops),
    impactStartedAt,
    suspects: await withVerdicts(ctx, incident.id, suspects, triggerId ? topOf(tops, triggerId) : null),
  };
}

/** Returns the latest end. Null while a window is open, undefined without windows. */
function endOf(ends: readonly (string | null)[]): string | null | undefined {
  return ends.includes(null) ? null : [...ends].sort().at(-1);
}

type Tops = ReadonlyMap<string, string>;
const topOf = (tops: Tops, id: string) => tops.get(id) ?? id;

/**
 * Counts entries with evidence: an entry has evidence if it, or one below it, has a link or an attachment. Hidden ones
 * don't count.
 */
function countEvidence(all: readonly StoryFact[], tops: Tops): Response["evidence"] {
  const isBacked = (event: StoryFact) => event.url !== null || event.attachmentCount > 0;
  const backed = new Set(all.filter(isBacked).map((event) => topOf(tops, event.id)));
  const entries = all.filter((event) => topOf(tops, event.id) === event.id && !event.hidden);
  const withEvidence = entries.filter((event) => backed.has(event.id)).length;
  return { entries: entries.length, withEvidence, withoutEvidence: entries.length - withEvidence };
}

async function withVerdicts(
  ctx: Ctx,
  incidentId: string,
  ranked: ReturnType<typeof rankSuspects>,
  triggerId: string | null,
): Promise<Response["suspects"]> {
  const verdicts = await ctx.db.suspectRuledOut.findMany({
    where: { incidentId },
    select: { eventId: true, at: true, by: { select: { id: true, name: true } } },
  });
  const byEvent = new Map(verdicts.map(({ eventId, by, at }) => [eventId, { by, at: at.toISOString() }]));
  const suspects = ranked.map((suspect) => ({
    ...suspect,
    reason: `${beforeWords(suspect.secondsBefore)}. ${suspect.reason}`,
    isTrigger: suspect.eventId === triggerId,
    ruledOut: byEvent.get(suspect.eventId) ?? null,
  }));
  return [...suspects.filter((one) => one.ruledOut === null), ...suspects.filter((one) => one.ruledOut !== null)];
}
