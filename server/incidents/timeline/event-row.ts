import type { Prisma } from "#generated/prisma/client.ts";
import { sourceLabel } from "#importers/index.ts";
import { notFound } from "#lib/base/errors.ts";
import { shapeOfKind } from "#lib/base/vocabulary/event-kinds.ts";
import { TimelineEvent } from "#lib/contract/timeline.ts";
import type { Ctx } from "#server/base/kernel/context.ts";
import { toInstantOrNull } from "#server/base/kernel/dates.ts";
import { numberOfKey } from "#server/base/kernel/keys.ts";
import { INCIDENT_FACTS, incidentVisibleTo } from "#server/incidents/incident/index.ts";
import { presentVerified } from "./verified.ts";

export const EVENT_SELECT = {
  id: true,
  incidentId: true,
  number: true,
  at: true,
  endAt: true,
  precision: true,
  uncertaintySeconds: true,
  statedText: true,
  zone: true,
  ambiguity: true,
  orderHint: true,
  kind: true,
  title: true,
  body: true,
  actor: true,
  url: true,
  services: true,
  sourceType: true,
  sourceLetter: true,
  sourceLabel: true,
  identity: true,
  importId: true,
  line: true,
  pinned: true,
  hidden: true,
  clockOffsetMs: true,
  leadId: true,
  relation: true,
  known: true,
  foundAt: true,
  foundBy: true,
  verifiedAt: true,
  verifiedBy: true,
  verifiedSays: true,
  original: true,
  removedAt: true,
  version: true,
  import: { select: { label: true, filename: true } },
  lead: { select: { removedAt: true } },
  milestones: { select: { name: true } },
  // Ids to count: a `_count` would count the notes and files of all events.
  evidence: { where: { factor: { removedAt: null } }, select: { factorId: true } },
  notes: { where: { removedAt: null }, select: { id: true } },
  attachments: { where: { removedAt: null }, select: { id: true } },
} satisfies Prisma.TimelineEventSelect;

export type EventRecord = Prisma.TimelineEventGetPayload<{ select: typeof EVENT_SELECT }>;

/** Returns the incident of a timeline, or throws `not_found`. */
export async function findIncident(ctx: Ctx, key: string) {
  const row = await ctx.db.incident.findFirst({
    where: { AND: [{ number: numberOfKey(key) }, incidentVisibleTo(ctx.actor)] },
    select: {
      ...INCIDENT_FACTS,
      id: true,
      number: true,
      title: true,
      kind: true,
      highestSeverity: true,
      startedAt: true,
      resolvedAt: true,
      startGiven: true,
      timeZone: true,
    },
  });
  if (!row) throw notFound();
  return row;
}

/** Returns one event of that incident. */
export async function loadEvent(ctx: Ctx, incidentId: string, id: string): Promise<EventRecord> {
  const row = await ctx.db.timelineEvent.findFirst({ where: { id, incidentId }, select: EVENT_SELECT });
  if (!row) throw notFound();
  return row;
}

const { ambiguity: AmbiguitySchema, original: OriginalSchema } = TimelineEvent.shape;

/** Returns the lead that an event is below in the story. A removed lead doesn't count until it is restored. */
const leadOf = ({ lead, leadId, relation }: EventRecord) =>
  lead?.removedAt === null ? { leadId, relation } : { leadId: null, relation: null };

/** An event from a tool has no import, but wasn't added manually either. */
function labelOf({ sourceLabel: given, sourceType, import: source }: EventRecord): string {
  if (given !== null) return given;
  if (source) return `${source.label}: ${source.filename}`;
  return sourceType === "manual" ? "Written by hand" : sourceLabel(sourceType);
}

/** Returns an event as the API sends it. */
export function presentEvent(row: EventRecord): TimelineEvent {
  return {
    id: row.id,
    number: row.number,
    at: toInstantOrNull(row.at),
    endAt: toInstantOrNull(row.endAt),
    precision: row.precision,
    uncertaintySeconds: row.uncertaintySeconds,
    statedText: row.statedText,
    zone: row.zone,
    ambiguity: AmbiguitySchema.parse(row.ambiguity),
    kind: row.kind,
    shape: shapeOfKind(row.kind),
    title: row.title,
    body: row.body,
    actor: row.actor,
    url: row.url,
    services: row.services,
    source: {
      type: row.sourceType,
      letter: row.sourceLetter,
      label: labelOf(row),
      importId: row.importId,
      line: row.line,
    },
    pinned: row.pinned,
    hidden: row.hidden,
    clockOffsetMs: row.clockOffsetMs,
    ...leadOf(row),
    known: row.known,
    foundAt: toInstantOrNull(row.foundAt),
    foundBy: row.foundBy,
    ...presentVerified(row),
    noteCount: row.notes.length,
    attachmentCount: row.attachments.length,
    milestones: row.milestones.map((milestone) => milestone.name),
    original: OriginalSchema.parse(row.original),
    citedCount: row.evidence.length,
    removed: row.removedAt !== null,
    version: row.version,
  };
}
