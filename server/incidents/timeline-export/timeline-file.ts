import type { Incident } from "#lib/contract/incident.ts";
import {
  type FileEvent,
  TIMELINE_FILE_FORMAT,
  TIMELINE_FILE_VERSION,
  type TimelineFile,
} from "#lib/contract/timeline-file.ts";
import { nameSaidElsewhere } from "#lib/incidents/timeline/said-elsewhere.ts";
import type { Ctx } from "#server/base/kernel/context.ts";
import { type EventRecord, presentEvent } from "#server/incidents/timeline/index.ts";
import { holdFiles } from "./hold-files.ts";
import { numberImports } from "./number-imports.ts";
import { readEvents } from "./read-events.ts";
import { type EvidenceOfEvents, readEvidence } from "./read-evidence.ts";
import { readStory } from "./read-story.ts";

interface Around {
  numberOf: ReadonlyMap<string, number>;
  importNumberOf(importId: string | null): number | null;
  evidence: EvidenceOfEvents;
  ruledOut: ReadonlySet<string>;
}

/** An incident's whole timeline as Afterword's own JSON. Links to events that are left out are left out too. */
export async function gatherTimelineFile(ctx: Ctx, incident: Incident, includeHidden: boolean): Promise<TimelineFile> {
  const rows = (await readEvents(ctx, incident.id)).filter((row) => includeHidden || !row.hidden);
  const numberOf = new Map(rows.map((row) => [row.id, row.number]));
  const numbered = await numberImports(ctx, incident.id, rows);
  const ruledOut = await ctx.db.suspectRuledOut.findMany({
    where: { incidentId: incident.id },
    select: { eventId: true },
  });
  const around = {
    numberOf,
    importNumberOf: numbered.importNumberOf,
    evidence: await readEvidence(ctx, incident.id),
    ruledOut: new Set(ruledOut.map(({ eventId }) => eventId)),
  };
  const { events, filesLeftOut } = await holdFiles(
    ctx,
    rows.map((row) => fileEvent(row, around)),
  );
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
    filesLeftOut,
    ...(await readStory(ctx, incident.id, numberOf, numbered)),
    events,
  };
}

function fileEvent(row: EventRecord, { numberOf, importNumberOf, evidence, ruledOut }: Around): FileEvent {
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
      import: importNumberOf(row.importId),
    },
    ...{ pinned, hidden, clockOffsetMs, lead, relation: lead === null ? null : event.relation },
    ...{ known, foundAt, foundBy, original: event.original as FileEvent["original"] },
    verified:
      row.verifiedSays !== null && event.verifiedAt !== null
        ? {
            at: event.verifiedAt,
            by: event.verifiedBy === null ? null : nameSaidElsewhere(event.verifiedBy),
            says: row.verifiedSays,
          }
        : null,
    ruledOut: ruledOut.has(row.id),
    notes: evidence.notes.get(row.id) ?? [],
    attachments: evidence.attachments.get(row.id) ?? [],
  };
}
