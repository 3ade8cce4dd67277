import { z } from "zod";
import { mentionsCredentials } from "#lib/base/text/link-credentials.ts";
import { ACTION_EVIDENCE_KINDS } from "#lib/base/vocabulary/action-item.ts";
import { FILE_NAME_LENGTH } from "#lib/incidents/evidence/file-name.ts";
import { id, incidentKey, instant, NO_CREDENTIALS, words } from "./base.ts";
import { LENGTHS } from "./lengths.ts";

export const ActionEvidence = z.strictObject({
  id,
  kind: z.enum(ACTION_EVIDENCE_KINDS),
  title: z.string().nullable().describe("of the page at the URL. Null if it couldn't be read"),
  url: z.string().nullable(),
  text: z.string().nullable(),
  event: z
    .strictObject({ id, incidentKey, number: z.int(), title: z.string() })
    .nullable()
    .describe("also null if you can't read its incident"),
  file: z
    .strictObject({
      name: z.string(),
      mediaType: z.string(),
      size: z.int(),
      href: z.string().describe("path of the bytes on this server"),
    })
    .nullable(),
  method: z.string().nullable().describe("how it was checked. Null if it came with a step that didn't say so"),
  point: z.string().nullable().describe("the point that it shows, as it was worded then. Null for all of them"),
  addedBy: z.string().nullable(),
  addedAt: instant,
});
export type ActionEvidence = z.infer<typeof ActionEvidence>;

export const POINT = z.int().min(1).max(200);
export const evidence = words(LENGTHS.actionItem.evidence)
  .refine((seen) => !mentionsCredentials(seen), NO_CREDENTIALS)
  .describe("a link, or what was seen");
export const method = words(LENGTHS.actionItem.method).describe("how it was checked");
export const point = POINT.describe("the point that the evidence shows, counted from 1. Left out for all of them");
/** A file as evidence. */
export const file = {
  filename: words(FILE_NAME_LENGTH).optional().describe("of `content`"),
  content: z.string().max(14_000_000).optional().describe("a file in base64"),
  file: z.file().optional().describe("the same as a multipart part"),
};
