import { actorId } from "#lib/base/access/actor.ts";
import { AppError } from "#lib/base/errors.ts";
import type { suggestionContract } from "#lib/contract/suggestion.ts";
import { authorize } from "#server/base/kernel/authorize.ts";
import type { Ctx } from "#server/base/kernel/context.ts";
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

const tooLate = () =>
  new AppError("conflict", {
    message: "The text has changed too much to undo this. Restore the version before: More, then Versions",
  });

/**
 * Undoes one's own decisions about suggestions: what was accepted or rejected is proposed again, and what people wrote
 * since stays. Throws `conflict` if that can't be done any more.
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
    const form = await readDocumentForm(reader(tx), documentId);
    const deciding = rows.map(({ resolvedSeq }) => form?.seqs.indexOf(Number(resolvedSeq ?? -1)) ?? -1);
    // The first update may be a snapshot, with everything before it.
    if (!form || rows.length === 0 || deciding.some((at) => at < 1)) throw tooLate();
    const work = { updates: form.updates, deciding, ids: rows.map(({ id }) => id) };
    const undone = await workOnTexts(tx, REOPEN_SUGGESTIONS, work);
    if (!undone) throw tooLate();
    const appended = await appendMadeEdit(reader(tx), documentId, undone.made, { userId });
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
