import { notFound } from "#lib/base/errors.ts";
import type { Ctx } from "#server/base/kernel/context.ts";
import { findIncident } from "#server/incidents/timeline/index.ts";

export interface Download {
  hash: string;
  bytes: Uint8Array<ArrayBuffer>;
  mediaType: string;
  filename: string;
}

/**
 * Returns the bytes of a file of an incident that the caller can read. Throws `not_found` for anything else, and for a
 * removed file.
 */
export async function downloadEvidence(ctx: Ctx, input: { key: string; id: string }): Promise<Download> {
  const incident = await findIncident(ctx, input.key);
  const row = await ctx.db.attachment.findFirst({
    where: { id: input.id, incidentId: incident.id, removedAt: null },
    select: { filename: true, title: true, file: true },
  });
  if (!row?.file) throw notFound();
  const { hash, bytes, mediaType } = row.file;
  return { hash, bytes, mediaType, filename: row.filename ?? row.title };
}
