import type { FileAttachment, FileEvent } from "#lib/contract/timeline-file.ts";
import type { Ctx } from "#server/base/kernel/context.ts";

export interface EvidenceOfEvents {
  notes: Map<string, FileEvent["notes"]>;
  /** Files without their bytes. */
  attachments: Map<string, FileAttachment[]>;
}

function add<Value>(lists: Map<string, Value[]>, id: string, value: Value): void {
  const known = lists.get(id);
  if (known) known.push(value);
  else lists.set(id, [value]);
}

/** Returns notes and evidence of an incident by event. Files are named with their hash. */
export async function gatherEvidence(ctx: Ctx, incidentId: string): Promise<EvidenceOfEvents> {
  const notes = await ctx.db.eventNote.findMany({
    where: { event: { incidentId }, removedAt: null },
    orderBy: [{ createdAt: "asc" }, { id: "asc" }],
    select: {
      eventId: true,
      body: true,
      createdAt: true,
      authorName: true,
      authorEmail: true,
      author: { select: { name: true, email: true } },
    },
  });
  const attachments = await ctx.db.attachment.findMany({
    where: { incidentId, removedAt: null, eventId: { not: null }, kind: { not: "series" } },
    orderBy: [{ createdAt: "asc" }, { id: "asc" }],
    select: {
      eventId: true,
      kind: true,
      title: true,
      url: true,
      text: true,
      filename: true,
      createdAt: true,
      file: { select: { hash: true, mediaType: true, size: true } },
    },
  });
  const found: EvidenceOfEvents = { notes: new Map(), attachments: new Map() };
  for (const { eventId, body, createdAt, author, authorName, authorEmail } of notes) {
    const by = author ? { author: author.name, authorEmail: author.email } : { author: authorName, authorEmail };
    add(found.notes, eventId, { body, ...by, at: createdAt.toISOString() });
  }
  for (const { eventId, kind, filename, file, createdAt, ...attachment } of attachments) {
    if (eventId === null || kind === "series") continue;
    const named = file && {
      name: filename ?? attachment.title,
      mediaType: file.mediaType,
      size: file.size,
      sha256: file.hash,
      content: null,
    };
    add(found.attachments, eventId, { kind, ...attachment, at: createdAt.toISOString(), file: named });
  }
  return found;
}
