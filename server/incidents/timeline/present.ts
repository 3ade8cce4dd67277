import { sourceLabel } from "#importers/index.ts";
import { shapeOfKind } from "#lib/base/vocabulary/event-kinds.ts";
import { TimelineEvent } from "#lib/contract/timeline.ts";
import { toInstantOrNull } from "#server/base/kernel/dates.ts";
import type { EventRecord } from "./select.ts";
import { presentVerified } from "./verified.ts";

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
