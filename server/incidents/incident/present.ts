import type { ImpactWindow } from "#generated/prisma/client.ts";
import { can } from "#lib/base/access/can.ts";
import type { Severity } from "#lib/base/vocabulary/incident.ts";
import type { Incident, IncidentRow } from "#lib/contract/incident.ts";
import { bandSegments, placeSegments } from "#lib/incidents/impact/impact-band.ts";
import type { Window } from "#lib/incidents/impact/window.ts";
import { isStartKnown, milestoneAt, resolvedBesideOpen } from "#lib/incidents/timeline/milestones/decide-span.ts";
import type { MilestoneTimes } from "#lib/incidents/timeline/milestones/metrics.ts";
import type { Ctx } from "#server/base/kernel/context.ts";
import { toInstantOrNull, toLocalDate } from "#server/base/kernel/dates.ts";
import { incidentKeyOf, reviewKeyOf } from "#server/base/kernel/keys.ts";
import { type IncidentRecord, type IncidentRowRecord, incidentFacts } from "./load.ts";
import { STANDING_EVENT } from "./standing-event.ts";

interface MilestoneRow {
  name: keyof MilestoneTimes;
  event: { id: string; at: Date | null; precision: "exact" | "minute" | "approx" | "hour" | "day" | "unknown" } | null;
}

/** Returns instants of the milestones with a timed event. */
export function milestoneTimes(rows: readonly MilestoneRow[]): MilestoneTimes {
  const times: MilestoneTimes = {};
  for (const { name, event } of rows) {
    if (event?.at) times[name] = { at: event.at.toISOString(), precision: event.precision, eventId: event.id };
  }
  return times;
}

type WindowRow = Pick<ImpactWindow, "id" | "fromAt" | "toAt" | "weight" | "basis">;

/** Returns an impact window in the form for the rules of impact. */
export const toImpactWindow = ({ id, fromAt, toAt, weight, basis }: WindowRow): Window => ({
  id,
  fromMs: fromAt.getTime(),
  toMs: toAt?.getTime() ?? null,
  weight: weight.toNumber(),
  basis,
});

interface BandRow {
  milestones: readonly MilestoneRow[];
  windows: readonly WindowRow[];
  highestSeverity: number;
  startedAt: Date;
  resolvedAt: Date | null;
}

/**
 * Returns the impact band of an incident as fractions of its own length, from its windows, otherwise from milestones.
 */
export function bandOf(row: BandRow, now: Date): IncidentRow["band"] {
  const times = milestoneTimes(row.milestones);
  const windows = row.windows.map(toImpactWindow);
  const severity = row.highestSeverity as Severity;
  const segments = bandSegments({ windows, milestones: times, severity, nowMs: now.getTime() });
  // An open incident lasts until now, unless its timeline contains the resolution.
  const end = row.resolvedAt?.toISOString() ?? milestoneAt(times, "resolved") ?? now.toISOString();
  const instants = [
    row.startedAt.toISOString(),
    ...Object.values(times).map((time) => time.at),
    ...row.windows.flatMap(({ fromAt, toAt }) => [fromAt.toISOString(), ...(toAt ? [toAt.toISOString()] : [])]),
    end,
  ].sort();
  const from = instants[0] ?? end;
  const to = instants.at(-1) ?? end;
  return placeSegments(segments, { from, to }).map(({ kind, known, start, end }) => ({
    kind,
    from: start,
    to: end,
    known,
  }));
}

const OPEN_ACTION = ["proposed", "accepted", "in_progress", "implemented"] as const;

/** Lines of the story and open actions by incident. A `_count` of the row would count those of all incidents. */
async function countsOf(ctx: Ctx, ids: string[]) {
  const events = await ctx.db.timelineEvent.groupBy({
    by: ["incidentId"],
    where: { incidentId: { in: ids }, ...STANDING_EVENT },
    _count: true,
  });
  const actions = await ctx.db.actionItem.groupBy({
    by: ["incidentId"],
    where: { incidentId: { in: ids }, status: { in: [...OPEN_ACTION] }, archivedAt: null },
    _count: true,
  });
  return {
    events: new Map(events.map((row) => [row.incidentId, row._count])),
    actions: new Map(actions.map((row) => [row.incidentId, row._count])),
  };
}

/** Returns rows of a list in the order given. */
export async function presentIncidentRows(ctx: Ctx, rows: readonly IncidentRowRecord[]): Promise<IncidentRow[]> {
  const counts = await countsOf(
    ctx,
    rows.map(({ id }) => id),
  );
  return rows.map((row) => presentRow(ctx, row, counts));
}

function presentRow(
  ctx: Ctx,
  row: IncidentRowRecord,
  { events, actions }: Awaited<ReturnType<typeof countsOf>>,
): IncidentRow {
  const review = row.reviews[0];
  return {
    id: row.id,
    key: incidentKeyOf(row.number),
    title: row.title,
    kind: row.kind,
    status: row.status,
    severity: row.severity,
    highestSeverity: row.highestSeverity,
    startedAt: row.startedAt.toISOString(),
    resolvedAt: toInstantOrNull(row.resolvedAt),
    services: row.services.map(({ service }) => service),
    restricted: row.restricted,
    archived: row.archivedAt !== null,
    demo: row.demo,
    eventCount: events.get(row.id) ?? 0,
    windowCount: row.windows.length,
    openActions: actions.get(row.id) ?? 0,
    band: bandOf(row, ctx.now()),
    review: review
      ? { key: reviewKeyOf(review.number), status: review.status, dueAt: toLocalDate(review.dueAt) }
      : null,
    version: row.version,
  };
}

/** Returns an incident as the API sends it, with the names of those who changed its severity. */
export async function presentIncident(ctx: Ctx, row: IncidentRecord): Promise<Incident> {
  const changers = await ctx.db.user.findMany({
    where: { id: { in: row.severityChanges.flatMap((change) => change.changedById ?? []) } },
    select: { id: true, name: true },
  });
  const nameOf = new Map(changers.map((user) => [user.id, user.name]));
  const facts = incidentFacts(row);
  const may = (action: "edit" | "restrict" | "cancel" | "generate") => can(ctx.actor, "incident", action, facts);
  return {
    ...presentRow(ctx, row, await countsOf(ctx, [row.id])),
    startKnown: isStartKnown(row),
    timeZone: row.timeZone,
    impactText: row.impactText,
    impactUnknown: row.impactUnknown,
    cancelReason: row.cancelReason,
    resolvedByTimeline: resolvedBesideOpen(row.status, milestoneTimes(row.milestones)),
    createdBy: row.createdBy,
    createdAt: row.createdAt.toISOString(),
    roles: row.roles.map(({ role, userId, name, user }) => ({ role, userId, name: user?.name ?? name ?? "" })),
    grants: row.grants.map(({ userId, teamId, given, named, user, team }) => ({
      userId,
      teamId,
      name: user?.name ?? team?.name ?? "",
      given,
      named,
    })),
    severityHistory: row.severityChanges.map(({ severity, at, reason, changedById }) => ({
      severity,
      at: at.toISOString(),
      by: changedById === null ? null : (nameOf.get(changedById) ?? null),
      reason,
    })),
    reviews: row.reviews.map(({ number, title, status, template }) => ({
      key: reviewKeyOf(number),
      title,
      status,
      template,
    })),
    abilities: { edit: may("edit"), restrict: may("restrict"), cancel: may("cancel"), generate: may("generate") },
  };
}
