import { actorId } from "#lib/base/access/actor.ts";
import type { TxCtx } from "#server/base/kernel/transaction.ts";
import { reviewMarkdown } from "#server/reviews/review-export/index.ts";
import { readText } from "./document.ts";
import { gatherExport } from "./gather-export.ts";
import type { ReviewRecord } from "./select.ts";

/** Keeps what the review says at this moment: its state for a later diff, its words with live blocks frozen. */
export async function freezeVersion(tx: TxCtx, row: ReviewRecord, reason: string): Promise<void> {
  const { seq, state } = await readText(tx, row.documentId);
  await tx.db.reviewVersion.create({
    data: {
      id: tx.newId(),
      reviewId: row.id,
      seq: BigInt(seq),
      reason,
      markdown: reviewMarkdown(await gatherExport(tx, row)),
      state: Buffer.from(state),
      createdById: actorId(tx.actor),
      createdAt: tx.now(),
    },
  });
}
