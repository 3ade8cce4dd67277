import type { Prisma } from "#generated/prisma/client.ts";

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
