import { TimelineEvent } from "#lib/contract/timeline.ts";
import { shapeOfKind } from "#lib/timeline/event-kinds.ts";
import { toInstantOrNull } from "#server/kernel/dates.ts";
import type { EventRecord } from "./select.ts";

const { ambiguity: AmbiguitySchema, original: OriginalSchema } = TimelineEvent.shape;

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
      label: row.import ? `${row.import.label}: ${row.import.filename}` : "Written by hand",
      importId: row.importId,
      line: row.line,
    },
    pinned: row.pinned,
    hidden: row.hidden,
    clockOffsetMs: row.clockOffsetMs,
    leadId: row.leadId,
    relation: row.relation,
    known: row.known,
    foundAt: toInstantOrNull(row.foundAt),
    foundBy: row.foundBy,
    noteCount: row._count.notes,
    attachmentCount: row._count.attachments,
    milestones: row.milestones.map((milestone) => milestone.name),
    original: OriginalSchema.parse(row.original),
    citedCount: row._count.evidence,
    removed: row.removedAt !== null,
    version: row.version,
  };
}
