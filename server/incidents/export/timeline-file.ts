import type { Incident } from "#lib/contract/incident.ts";
import {
  type FileEvent,
  TIMELINE_FILE_FORMAT,
  TIMELINE_FILE_VERSION,
  type TimelineFile,
} from "#lib/contract/timeline-file.ts";
import { HELD_FILES_LIMIT_BYTES } from "#lib/incidents/evidence/limits.ts";
import { nameSaidElsewhere } from "#lib/incidents/import/said-elsewhere.ts";
import type { Ctx } from "#server/base/kernel/context.ts";
import { config } from "#server/base/process/config.ts";
import { type EventRecord, presentEvent } from "#server/incidents/timeline/index.ts";
import { type EvidenceOfEvents, gatherEvidence } from "./gather-evidence.ts";
import { numberImports } from "./number-imports.ts";
import { readEvents } from "./read-events.ts";
import { readStory } from "./read-story.ts";

const MEBIBYTE = 1024 * 1024;

/**
 * Puts the bytes of files into the events, once per file, in reading order and up to the limit. At most half of what an
 * import can have, because base64 is a third larger, and the rest of the timeline must fit too.
 */
async function holdFiles(
  ctx: Ctx,
  events: readonly FileEvent[],
): Promise<Pick<TimelineFile, "filesLeftOut"> & { events: FileEvent[] }> {
  const limit = Math.min(HELD_FILES_LIMIT_BYTES, config().uploadLimitBytes / 2);
  const sizes = new Map<string, number>();
  for (const { attachments } of events) for (const { file } of attachments) if (file) sizes.set(file.sha256, file.size);
  let total = 0;
  const [held, leftOut]: [Set<string>, number[]] = [new Set(), []];
  for (const [hash, size] of sizes) {
    if (total + size > limit) leftOut.push(size);
    else {
      total += size;
      held.add(hash);
    }
  }
  const stored = await ctx.db.storedFile.findMany({
    where: { hash: { in: [...held] } },
    select: { hash: true, bytes: true },
  });
  const bytes = new Map(stored.map((file) => [file.hash, file.bytes]));
  const filled = events.map((event) => ({
    ...event,
    attachments: event.attachments.map((attachment) => {
      const content = attachment.file && bytes.get(attachment.file.sha256);
      if (!attachment.file || !content) return attachment;
      bytes.delete(attachment.file.sha256);
      return { ...attachment, file: { ...attachment.file, content: Buffer.from(content).toString("base64") } };
    }),
  }));
  if (leftOut.length === 0) return { events: filled, filesLeftOut: null };
  const reason = `All files together can be up to ${Math.floor((limit / MEBIBYTE) * 10) / 10} MB. Further files are listed with their SHA-256 and stay on the instance they come from.`;
  const filesLeftOut = { files: leftOut.length, bytes: leftOut.reduce((sum, size) => sum + size, 0), reason };
  return { events: filled, filesLeftOut };
}

interface Around {
  numberOf: ReadonlyMap<string, number>;
  importNumberOf(importId: string | null): number | null;
  evidence: EvidenceOfEvents;
  ruledOut: ReadonlySet<string>;
}

/** Returns an incident's whole timeline as Afterword's own JSON. Links to events that are left out are left out too. */
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
    evidence: await gatherEvidence(ctx, incident.id),
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
