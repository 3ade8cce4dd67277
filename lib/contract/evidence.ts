import { z } from "zod";
import { FILE_NAME_LENGTH } from "#lib/incidents/evidence/file-name.ts";
import { id, incidentKey, instant, line, personRef, route, text, version, webUrl, words } from "./base.ts";
import { LENGTHS } from "./lengths.ts";

export const ATTACHMENT_KINDS = ["link", "image", "file", "query", "log", "series"] as const;

export const Attachment = z.strictObject({
  id,
  eventId: id.nullable(),
  kind: z.enum(ATTACHMENT_KINDS),
  title: z.string(),
  url: z.string().nullable(),
  text: z.string().nullable(),
  file: z
    .strictObject({
      name: z.string(),
      mediaType: z.string(),
      size: z.int(),
      width: z.int().nullable(),
      height: z.int().nullable(),
      href: z.string().describe("path of the bytes on this server"),
    })
    .nullable(),
  createdBy: personRef.nullable(),
  createdAt: instant,
  removed: z.boolean(),
  version,
});
export type Attachment = z.infer<typeof Attachment>;

export const EventNote = z.strictObject({
  id,
  eventId: id,
  body: z.string(),
  author: personRef.nullable(),
  writtenBy: z.string().nullable().describe("its author on the server it comes from, if they have no account here"),
  createdAt: instant,
  editedAt: instant.nullable(),
  removed: z.boolean(),
  mine: z.boolean(),
  version,
});
export type EventNote = z.infer<typeof EventNote>;

const eventPath = { key: incidentKey, eventId: id };

export const evidenceContract = {
  list: route("GET", "/incidents/{key}/events/{eventId}/evidence", "Evidence and notes of an event", "Evidence")
    .input(z.strictObject(eventPath))
    .output(z.strictObject({ attachments: z.array(Attachment), notes: z.array(EventNote) })),
  attach: route(
    "POST",
    "/incidents/{key}/events/{eventId}/evidence",
    "Attach a link, picture, file, query or log lines",
    "Evidence",
  )
    .input(
      z.strictObject({
        ...eventPath,
        kind: z
          .enum(["link", "query", "log", "file"])
          .describe("a picture is a file. Its type is detected from its bytes"),
        title: line(LENGTHS.evidence.title).optional().describe("for a link. By default, the page's title"),
        url: webUrl.optional(),
        text: text(LENGTHS.evidence.text).optional(),
        filename: words(FILE_NAME_LENGTH).optional(),
        content: z.string().max(14_000_000).optional().describe("the file in base64"),
        file: z.file().optional().describe("the same as a multipart part"),
      }),
    )
    .output(Attachment),
  change: route("PATCH", "/incidents/{key}/evidence/{id}", "Rename, remove or restore evidence", "Evidence")
    .input(
      z.strictObject({
        key: incidentKey,
        id,
        version,
        title: line(LENGTHS.evidence.title).optional(),
        removed: z.boolean().optional(),
      }),
    )
    .output(Attachment),
  addNote: route("POST", "/incidents/{key}/events/{eventId}/notes", "Add a note to an event", "Evidence")
    .input(z.strictObject({ ...eventPath, body: words(LENGTHS.event.note) }))
    .output(EventNote),
  changeNote: route("PATCH", "/incidents/{key}/notes/{id}", "Change, remove or restore your note", "Evidence")
    .input(
      z.strictObject({
        key: incidentKey,
        id,
        version,
        body: words(LENGTHS.event.note).optional(),
        removed: z.boolean().optional(),
      }),
    )
    .output(EventNote),
  changes: route(
    "GET",
    "/incidents/{key}/events/{eventId}/changes",
    "Who changed what in an event, newest first",
    "Evidence",
  )
    .input(z.strictObject(eventPath))
    .output(
      z.strictObject({
        items: z.array(
          z.strictObject({
            id,
            at: instant,
            actor: z.string(),
            what: z.string(),
            details: z.array(z.string()).describe("field: before, now"),
            hidden: z.boolean().nullable().describe("true: it was hidden here, false: it was shown again"),
          }),
        ),
      }),
    ),
};
