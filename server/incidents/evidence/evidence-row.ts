import type { Prisma } from "#generated/prisma/client.ts";
import { actorId } from "#lib/base/access/actor.ts";
import type { Attachment, EventNote } from "#lib/contract/evidence.ts";
import type { Ctx } from "#server/base/kernel/context.ts";
import { toInstantOrNull } from "#server/base/kernel/dates.ts";

export const ATTACHMENT_SELECT = {
  id: true,
  eventId: true,
  kind: true,
  title: true,
  url: true,
  text: true,
  filename: true,
  createdAt: true,
  removedAt: true,
  version: true,
  createdBy: { select: { id: true, name: true } },
  file: { select: { mediaType: true, size: true, width: true, height: true } },
} satisfies Prisma.AttachmentSelect;
export type AttachmentRow = Prisma.AttachmentGetPayload<{ select: typeof ATTACHMENT_SELECT }>;

export const NOTE_SELECT = {
  id: true,
  eventId: true,
  body: true,
  authorId: true,
  authorName: true,
  createdAt: true,
  editedAt: true,
  removedAt: true,
  version: true,
  author: { select: { id: true, name: true } },
} satisfies Prisma.EventNoteSelect;
export type NoteRow = Prisma.EventNoteGetPayload<{ select: typeof NOTE_SELECT }>;

/** Returns the path of a file's bytes on this server. */
export const hrefOf = (incidentKey: string, id: string) => `/api/v1/incidents/${incidentKey}/evidence/${id}/file`;

/** Returns an attachment as the API sends it, with the URL of its file. */
export function presentAttachment(row: AttachmentRow, incidentKey: string): Attachment {
  const { file, filename, createdAt, removedAt, ...fields } = row;
  return {
    ...fields,
    file: file && { ...file, name: filename ?? row.title, href: hrefOf(incidentKey, row.id) },
    createdAt: createdAt.toISOString(),
    removed: removedAt !== null,
  };
}

/** Returns a note as the actor can see it. Removed text isn't sent. */
export function presentNote(
  { authorId, authorName, createdAt, editedAt, removedAt, ...row }: NoteRow,
  ctx: Ctx,
): EventNote {
  return {
    ...row,
    writtenBy: row.author === null ? authorName : null,
    body: removedAt === null ? row.body : "",
    createdAt: createdAt.toISOString(),
    editedAt: toInstantOrNull(editedAt),
    removed: removedAt !== null,
    mine: authorId !== null && authorId === actorId(ctx.actor),
  };
}
