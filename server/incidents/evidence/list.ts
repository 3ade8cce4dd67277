import type { Attachment, EventNote } from "#lib/contract/evidence.ts";
import type { Ctx } from "#server/base/kernel/context.ts";
import { findIncident, loadEvent } from "#server/incidents/timeline/index.ts";
import { ATTACHMENT_SELECT, NOTE_SELECT, presentAttachment, presentNote } from "./evidence-row.ts";

/** Returns evidence and notes of an event, oldest first, without removed ones. */
export async function listEvidence(
  ctx: Ctx,
  input: { key: string; eventId: string },
): Promise<{ attachments: Attachment[]; notes: EventNote[] }> {
  const incident = await findIncident(ctx, input.key);
  const event = await loadEvent(ctx, incident.id, input.eventId);
  const where = { eventId: event.id, removedAt: null };
  const attachments = await ctx.db.attachment.findMany({
    where,
    select: ATTACHMENT_SELECT,
    orderBy: [{ createdAt: "asc" }, { id: "asc" }],
  });
  const notes = await ctx.db.eventNote.findMany({
    where,
    select: NOTE_SELECT,
    orderBy: [{ createdAt: "asc" }, { id: "asc" }],
  });
  return {
    attachments: attachments.map((row) => presentAttachment(row, input.key)),
    notes: notes.map((row) => presentNote(row, ctx)),
  };
}
