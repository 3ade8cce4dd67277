import type { TxCtx } from "#server/kernel/transaction.ts";
import type { WrittenEvent } from "./written-event.ts";

/** Notes and evidence of new events. Whoever wrote them there has no account here; a file has no bytes in the source. */
export async function restoreEvidence(tx: TxCtx, incidentId: string, written: readonly WrittenEvent[]): Promise<void> {
  const notes = written.flatMap(({ id, curated }) =>
    curated.notes.map(({ body, at }) => ({ id: tx.newId(), eventId: id, body, createdAt: new Date(at) })),
  );
  if (notes.length > 0) await tx.db.eventNote.createMany({ data: notes });
  const attachments = written.flatMap(({ id, curated }) =>
    curated.attachments.flatMap(({ kind, title, url, text, file }) =>
      file === null ? [{ id: tx.newId(), incidentId, eventId: id, kind, title, url, text, createdAt: tx.now() }] : [],
    ),
  );
  if (attachments.length > 0) await tx.db.attachment.createMany({ data: attachments });
}
