import type { FileAttachment } from "#lib/contract/timeline-file.ts";
import type { TxCtx } from "#server/kernel/transaction.ts";
import type { WrittenEvent } from "./written-event.ts";

/** Whether a piece of evidence is all there: a file's bytes are not in the source. */
const isWhole = ({ kind, url, text, file }: FileAttachment): boolean =>
  file === null && (kind === "link" ? url !== null : kind !== "image" && kind !== "file" && text !== null);

/** Notes and evidence of new events. Whoever wrote them there has no account here. */
export async function restoreEvidence(tx: TxCtx, incidentId: string, written: readonly WrittenEvent[]): Promise<void> {
  const notes = written.flatMap(({ id, curated }) =>
    curated.notes.map(({ body, at }) => ({ id: tx.newId(), eventId: id, body, createdAt: new Date(at) })),
  );
  if (notes.length > 0) await tx.db.eventNote.createMany({ data: notes });
  const attachments = written.flatMap(({ id, curated }) =>
    curated.attachments.filter(isWhole).map(({ kind, title, url, text }) => ({
      ...{ id: tx.newId(), incidentId, eventId: id, createdAt: tx.now() },
      ...{ kind, title, url, text },
    })),
  );
  if (attachments.length > 0) await tx.db.attachment.createMany({ data: attachments });
}
