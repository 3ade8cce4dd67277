import { actorId } from "#lib/base/access/actor.ts";
import { AppError } from "#lib/base/errors.ts";
import { authorize } from "#server/base/kernel/authorize.ts";
import type { Ctx } from "#server/base/kernel/context.ts";
import { record } from "#server/base/kernel/record.ts";
import { transact } from "#server/base/kernel/transaction.ts";
import {
  type AppendedEdit,
  appendMadeEdit,
  lockEdits,
  runningCollab,
  UPDATE_DRAFTS,
  workOnTexts,
} from "#server/reviews/document/index.ts";
import { reader, updatesOf, writer } from "./document.ts";
import { reviewFacts } from "./facts.ts";
import { holdReview, readDecision, restoreGenerated } from "./generated-sections.ts";

interface Undone {
  documentId: string;
  /** Null for a decision that left the text as it was. */
  appended: AppendedEdit | null;
  undone: string[];
}

const stays = (message: string) => new AppError("conflict", { message });

/**
 * Undoes a decision about changed facts, in the text and in what is compared with the facts. Sections that someone
 * changed or decided about since stay. Throws `conflict` if that leaves none.
 */
export async function undoDrafts(ctx: Ctx, input: { key: string; decision: string }): Promise<{ undone: string[] }> {
  const { documentId, appended, undone } = await transact<Undone>(ctx, async (tx) => {
    const review = await holdReview(tx, input.key);
    authorize(tx, "review", "write", reviewFacts(review));
    const { documentId } = review;
    const decided = await readDecision(tx, review.id, input.decision);
    if (decided.length === 0) throw stays("This is undone already, or someone has decided about it since");
    await lockEdits(writer(tx), documentId);
    const { updates } = await updatesOf(tx, documentId);
    const drafts = decided.flatMap(({ key, edits }) => (edits.length === 0 ? [] : [{ key, undo: edits }]));
    const { made, report } = await workOnTexts(tx, UPDATE_DRAFTS, { updates, drafts });
    const undone = decided.map(({ key }) => key).filter((key) => !report.touched.includes(key));
    if (undone.length === 0)
      throw stays(
        "Someone has changed this text or commented on it since, so it stays. Open More, then Versions for the text before.",
      );
    const words = { generated: true } as const;
    const appended = made && (await appendMadeEdit(reader(tx), documentId, made, { userId: actorId(tx.actor), words }));
    await restoreGenerated(writer(tx), { reviewId: review.id, decision: input.decision }, undone);
    return record(tx, {
      action: "review.drafts_undone",
      id: review.id,
      incidentId: review.incident.id,
      after: { keys: undone },
      answer: () => ({ documentId, appended, undone }),
    });
  });
  if (appended) await runningCollab().server?.show(documentId, appended);
  return { undone };
}
