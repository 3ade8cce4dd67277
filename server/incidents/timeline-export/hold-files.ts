import type { FileEvent, TimelineFile } from "#lib/contract/timeline-file.ts";
import { HELD_FILES_LIMIT_BYTES } from "#lib/incidents/evidence/limits.ts";
import type { Ctx } from "#server/base/kernel/context.ts";
import { config } from "#server/base/process/config.ts";

const MEBIBYTE = 1024 * 1024;

/**
 * Puts the bytes of files into the events, once a file, in reading order and as far as the limit reaches. Half of what an
 * import may have, at most: in base64 they are a third larger, and the rest of the timeline has to fit too.
 */
export async function holdFiles(
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
  const reason = `All files together may have ${Math.floor((limit / MEBIBYTE) * 10) / 10} MB; what is beyond is named with its SHA-256 and stays on the instance it comes from.`;
  const filesLeftOut = { files: leftOut.length, bytes: leftOut.reduce((sum, size) => sum + size, 0), reason };
  return { events: filled, filesLeftOut };
}
