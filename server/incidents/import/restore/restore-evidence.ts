import { createHash } from "node:crypto";
import type { Prisma } from "#generated/prisma/client.ts";
import type { Reject } from "#importers/index.ts";
import { actorId } from "#lib/base/access/actor.ts";
import type { FileNote } from "#lib/contract/timeline-file.ts";
import type { Ctx, TxCtx } from "#server/base/kernel/context.ts";
import { storeFile } from "#server/incidents/evidence/index.ts";
import type { PlannedEvent } from "../plan/plan.ts";
import type { WrittenEvent } from "./written-event.ts";

type Author = Pick<FileNote, "author" | "authorEmail">;

/**
 * Decides whose notes of a file become a person's own: only those of the importer, by email, or by name if the file has
 * no emails. A file can claim any author, so no one else is named as the author of imported notes.
 */
async function findAuthors(ctx: Ctx): Promise<(note: Author) => string | null> {
  const id = actorId(ctx.actor);
  const me = id === null ? null : await ctx.db.user.findUnique({ where: { id }, select: { name: true, email: true } });
  return ({ author, authorEmail }) => {
    if (me === null) return null;
    const isMine = authorEmail === null ? author === me.name : authorEmail.toLowerCase() === me.email.toLowerCase();
    return isMine ? id : null;
  };
}

interface Target {
  incidentId: string;
  /** All events of the file, because a new event can refer to a file whose bytes are with a known one. */
  plan: readonly PlannedEvent[];
}

/**
 * Restores notes and evidence of new events. Returns a reject for each rejected file. Files without bytes are left out.
 */
export async function restoreEvidence(
  tx: TxCtx,
  { incidentId, plan }: Target,
  written: readonly WrittenEvent[],
): Promise<Reject[]> {
  await restoreNotes(tx, written);
  const wanted = new Set(written.flatMap(({ curated }) => curated.attachments.map(({ file }) => file?.sha256)));
  const files = new Map<string, Awaited<ReturnType<typeof storeNamed>>>();
  for (const { file } of plan.flatMap(({ event }) => event.curated?.attachments ?? [])) {
    if (!file?.content || !wanted.has(file.sha256) || files.has(file.sha256)) continue;
    files.set(file.sha256, await storeNamed(tx, file.sha256, file.content));
  }
  const rejects: Reject[] = [];
  const rows = written.flatMap(({ id, line, curated }) =>
    curated.attachments.flatMap(({ kind, title, url, text, at, file }): Prisma.AttachmentCreateManyInput[] => {
      const row = { id: tx.newId(), incidentId, eventId: id, title, createdAt: at === null ? tx.now() : new Date(at) };
      if (!file) return [{ ...row, kind, url, text }];
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

async function storeNamed(tx: TxCtx, sha256: string, content: string) {
  const hash = createHash("sha256").update(Buffer.from(content, "base64")).digest("hex");
  if (hash !== sha256.toLowerCase()) return { refused: "these are not the bytes whose SHA-256 the file names" };
  return storeFile(tx, content);
}

async function restoreNotes(tx: TxCtx, written: readonly WrittenEvent[]): Promise<void> {
  const notes = written.flatMap(({ id, curated }) => curated.notes.map((note) => ({ eventId: id, ...note })));
  if (notes.length === 0) return;
  const authorOf = await findAuthors(tx);
  await tx.db.eventNote.createMany({
    data: notes.map(({ eventId, body, author, authorEmail, at }) => {
      const authorId = authorOf({ author, authorEmail });
      const by = authorId === null ? { authorName: author, authorEmail } : { authorId };
      return { id: tx.newId(), eventId, body, createdAt: new Date(at), ...by };
    }),
  });
}
