import { createHash } from "node:crypto";
import type { Prisma } from "#generated/prisma/client.ts";
import type { FileAttachment } from "#lib/contract/timeline-file.ts";
import { storeFile } from "#server/evidence/index.ts";
import type { Reject } from "#server/imports/index.ts";
import type { TxCtx } from "#server/kernel/transaction.ts";
import { findAuthors } from "./find-authors.ts";
import type { WrittenEvent } from "./written-event.ts";

/** Notes and evidence of new events. Answers a reject for each file that is refused; what is named only is left out. */
export async function restoreEvidence(
  tx: TxCtx,
  incidentId: string,
  written: readonly WrittenEvent[],
): Promise<Reject[]> {
  await restoreNotes(tx, written);
  const contents = new Map<string, string>();
  for (const { curated } of written) {
    for (const { file } of curated.attachments) if (file?.content) contents.set(file.sha256, file.content);
  }
  const files = new Map<string, Awaited<ReturnType<typeof storeNamed>>>();
  for (const [sha256, content] of contents) files.set(sha256, await storeNamed(tx, sha256, content));
  const rejects: Reject[] = [];
  const rows = written.flatMap(({ id, line, curated }) =>
    curated.attachments.flatMap((attachment): Prisma.AttachmentCreateManyInput[] => {
      const { kind, title, url, text, at, file } = attachment;
      const row = { id: tx.newId(), incidentId, eventId: id, title, createdAt: at === null ? tx.now() : new Date(at) };
      if (!file) return isWhole(attachment) ? [{ ...row, kind, url, text }] : [];
      const stored = files.get(file.sha256);
      if (!stored) return [];
      if ("hash" in stored) return [{ ...row, kind: stored.kind, fileHash: stored.hash, filename: file.name }];
      rejects.push({ line, reason: `Evidence of E${curated.number}: ${stored.refused}`, text: file.name });
      return [];
    }),
  );
  await tx.db.attachment.createMany({ data: rows });
  return rejects;
}

/** Whether a piece of evidence that is no file is all there. */
const isWhole = ({ kind, url, text }: FileAttachment): boolean =>
  kind === "link" ? url !== null : kind !== "image" && kind !== "file" && text !== null;

async function storeNamed(tx: TxCtx, sha256: string, content: string) {
  const hash = createHash("sha256").update(Buffer.from(content, "base64")).digest("hex");
  if (hash !== sha256.toLowerCase()) return { refused: "these are not the bytes whose SHA-256 the file names" };
  return storeFile(tx, content);
}

async function restoreNotes(tx: TxCtx, written: readonly WrittenEvent[]): Promise<void> {
  const notes = written.flatMap(({ id, curated }) => curated.notes.map((note) => ({ eventId: id, ...note })));
  if (notes.length === 0) return;
  const authorOf = await findAuthors(tx, notes);
  await tx.db.eventNote.createMany({
    data: notes.map(({ eventId, body, author, authorEmail, at }) => {
      const authorId = authorOf({ author, authorEmail });
      const by = authorId === null ? { authorName: author, authorEmail } : { authorId };
      return { id: tx.newId(), eventId, body, createdAt: new Date(at), ...by };
    }),
  });
}
