import { actorId } from "#lib/base/access/actor.ts";
import { AppError } from "#lib/base/errors.ts";
import type { suggestionContract } from "#lib/contract/suggestion.ts";
import { authorize } from "#server/base/kernel/authorize.ts";
import type { Ctx, TxCtx } from "#server/base/kernel/context.ts";
import type { InputOf } from "#server/base/kernel/input.ts";
import { record } from "#server/base/kernel/record.ts";
import { transact } from "#server/base/kernel/transaction.ts";
import {
  type AppendedEdit,
  appendMadeEdit,
  lockEdits,
  REOPEN_SUGGESTIONS,
  readDocumentForm,
  workOnTexts,
} from "#server/reviews/document/index.ts";
import { loadReview, reader, reviewFacts, writer } from "#server/reviews/review/index.ts";
import { show } from "./resolve.ts";

/** Names the version with the text before the first of these decisions, where one was kept. */
async function tooLate(tx: TxCtx, reviewId: string, seqs: readonly number[]): Promise<AppError> {
  const before = await tx.db.reviewVersion.findFirst({
    where: { reviewId, seq: Math.min(...seqs) - 1 },
    orderBy: { number: "desc" },
    select: { number: true },
  });
  const advice = before
    ? `Version ${before.number} has the earlier text. Open More, then Versions.`
    : "Edit the text instead";
  return new AppError("conflict", { message: `The text has changed too much to undo this. ${advice}` });
}

/**
 * Undoes one's own decisions about suggestions: what was accepted or rejected is proposed again, and what people wrote
 * since stays. Returns those that can be undone, and throws `conflict` if there is none.
 */
export async function reopenSuggestions(
  ctx: Ctx,
  { key, ids }: InputOf<typeof suggestionContract.reopen>,
): Promise<{ ids: string[] }> {
  const { documentId, appended, reopened } = await transact<{
    documentId: string;
    appended: AppendedEdit;
    reopened: string[];
  }>(ctx, async (tx) => {
    const review = await loadReview(tx, key);
    authorize(tx, "review", "write", reviewFacts(review));
    const { documentId } = review;
    const userId = actorId(tx.actor);
    await lockEdits(writer(tx), documentId);
    const rows = await tx.db.suggestion.findMany({
      where: { documentId, id: { in: [...ids] }, status: { not: "open" }, resolvedById: userId },
      select: { id: true, resolvedSeq: true },
    });
    if (rows.length === 0)
      throw new AppError("conflict", {
        message: "These suggestions are open already, or someone else decided them",
      });
    const form = await readDocumentForm(reader(tx), documentId);
    const seqs = rows.map(({ resolvedSeq }) => Number(resolvedSeq ?? -1));
    const decisions = rows.map(({ id }, at) => ({ id, at: form?.seqs.indexOf(seqs[at] ?? -1) ?? -1 }));
    const updates = form?.updates ?? [];
    // The first update may be a snapshot, with everything before it.
    const work = { updates, decisions: decisions.filter(({ at }) => at > 0) };
    const undone = await workOnTexts(tx, REOPEN_SUGGESTIONS, work);
    if (!undone) throw await tooLate(tx, review.id, seqs);
    const appended = await appendMadeEdit(reader(tx), documentId, undone.made, {
      userId,
      words: { copies: undone.copies },
    });
    await tx.db.suggestion.updateMany({
      where: { documentId, id: { in: undone.ids } },
      data: { status: "open", quote: "", resolvedAt: null, resolvedById: null, resolvedSeq: null },
    });
    return record(tx, {
      action: "suggestion.reopened",
      id: review.id,
      incidentId: review.incident.id,
      reviewId: review.id,
      after: { ids: undone.ids },
      answer: () => ({ documentId, appended, reopened: undone.ids }),
    });
  });
  await show(documentId, [appended]);
  return { ids: reopened };
}
