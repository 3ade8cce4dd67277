import type { Incident } from "#lib/contract/incident.ts";
import {
  type FileEvent,
  TIMELINE_FILE_FORMAT,
  TIMELINE_FILE_VERSION,
  type TimelineFile,
} from "#lib/contract/timeline-file.ts";
import { IMPACT_ORIGINS } from "#lib/impact/vocabulary.ts";
import { MILESTONES } from "#lib/timeline/milestone-names.ts";
import type { Ctx } from "#server/kernel/context.ts";
import { type EventRecord, presentEvent } from "#server/timeline/index.ts";
import { readEvents } from "./read-events.ts";
import { type EvidenceOfEvents, readEvidence } from "./read-evidence.ts";

/** An incident's whole timeline as Afterword's own JSON. Links to events that are left out are left out too. */
export async function gatherTimelineFile(ctx: Ctx, incident: Incident, includeHidden: boolean): Promise<TimelineFile> {
  const rows = (await readEvents(ctx, incident.id)).filter((row) => includeHidden || !row.hidden);
  const numberOf = new Map(rows.map((row) => [row.id, row.number]));
  const evidence = await readEvidence(ctx, incident.id);
  const { key, title, kind, status, severity, highestSeverity, startedAt, resolvedAt } = incident;
  const { timeZone, impactText, impactUnknown, services } = incident;
  return {
    format: TIMELINE_FILE_FORMAT,
    version: TIMELINE_FILE_VERSION,
    exportedAt: ctx.now().toISOString(),
    zone: "UTC",
    incident: {
      ...{ key, title, kind, status, severity, highestSeverity, startedAt, resolvedAt },
      ...{ timeZone, impactText, impactUnknown, services: services.map((service) => service.name) },
    },
    milestones: await readMilestones(ctx, incident.id, numberOf),
    impactWindows: await readWindows(ctx, incident.id),
    clocks: await readClocks(ctx, incident.id, numberOf),
    events: rows.map((row) => fileEvent(row, numberOf, evidence)),
  };
}

function fileEvent(row: EventRecord, numberOf: ReadonlyMap<string, number>, evidence: EvidenceOfEvents): FileEvent {
  const event = presentEvent(row);
  const lead = event.leadId === null ? null : (numberOf.get(event.leadId) ?? null);
  const { number, at, endAt, precision, uncertaintySeconds, statedText, zone, kind, title, body } = event;
  const { actor, url, services, pinned, hidden, clockOffsetMs, known, foundAt, foundBy } = event;
  return {
    ...{ number, at, endAt, precision, uncertaintySeconds, statedText, zone },
    ambiguity: event.ambiguity as FileEvent["ambiguity"],
    ...{ kind, title, body, actor, url, services },
    source: {
      type: event.source.type,
      letter: event.source.letter,
      label: event.source.label,
      identity: row.identity,
      line: event.source.line,
    },
    ...{ pinned, hidden, clockOffsetMs, lead, relation: lead === null ? null : event.relation },
    ...{ known, foundAt, foundBy, original: event.original as FileEvent["original"] },
    notes: evidence.notes.get(row.id) ?? [],
    attachments: evidence.attachments.get(row.id) ?? [],
  };
}

async function readMilestones(ctx: Ctx, incidentId: string, numberOf: ReadonlyMap<string, number>) {
  const rows = await ctx.db.milestone.findMany({
    where: { incidentId },
    select: { name: true, eventId: true, notApplicable: true },
  });
  return rows
    .map(({ eventId, ...row }) => ({ ...row, event: eventId === null ? null : (numberOf.get(eventId) ?? null) }))
    .filter(({ event, notApplicable }) => event !== null || notApplicable)
    .sort((a, b) => MILESTONES.indexOf(a.name) - MILESTONES.indexOf(b.name));
}

async function readWindows(ctx: Ctx, incidentId: string) {
  const rows = await ctx.db.impactWindow.findMany({
    where: { incidentId, removedAt: null },
    orderBy: [{ fromAt: "asc" }, { toAt: "asc" }, { service: { name: "asc" } }, { weight: "asc" }],
    select: {
      fromAt: true,
      toAt: true,
      weight: true,
      basis: true,
      reason: true,
      origin: true,
      service: { select: { name: true } },
    },
  });
  return rows.map(({ service, fromAt, toAt, weight, origin, ...row }) => ({
    service: service.name,
    from: fromAt.toISOString(),
    to: toAt?.toISOString() ?? null,
    weight: weight.toNumber(),
    ...row,
    origin: IMPACT_ORIGINS.find((one) => one === origin) ?? "hand",
  }));
}

async function readClocks(ctx: Ctx, incidentId: string, numberOf: ReadonlyMap<string, number>) {
  const rows = await ctx.db.sourceClock.findMany({
    where: { incidentId },
    orderBy: [{ sourceType: "asc" }, { setAt: "asc" }],
    select: { sourceType: true, offsetMs: true, eventId: true, matchId: true },
  });
  return rows.map(({ sourceType, offsetMs, eventId, matchId }) => {
    const [event, match] = [numberOf.get(eventId ?? ""), numberOf.get(matchId ?? "")];
    return { sourceType, offsetMs, pair: event !== undefined && match !== undefined ? { event, match } : null };
  });
}
