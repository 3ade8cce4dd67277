import { actorId } from "#lib/base/access/actor.ts";
import { AppError, notFound } from "#lib/base/errors.ts";
import type { SuggestionStatus } from "#lib/base/vocabulary/review.ts";
import type { Suggestion, suggestionContract } from "#lib/contract/suggestion.ts";
import { doesSame, proposalsIn } from "#lib/document/suggestion/proposals.ts";
import { authorize } from "#server/base/kernel/authorize.ts";
import type { Ctx, TxCtx } from "#server/base/kernel/context.ts";
import type { InputOf } from "#server/base/kernel/input.ts";
import { record, unrecorded } from "#server/base/kernel/record.ts";
import { transact } from "#server/base/kernel/transaction.ts";
import {
  type AppendedEdit,
  appendMadeEdit,
  DECIDE_SUGGESTIONS,
  lockEdits,
  runningCollab,
  workOnTexts,
} from "#server/reviews/document/index.ts";
import {
  keepVersion,
  loadReview,
  lockVersions,
  reader,
  readText,
  reviewFacts,
  updatesOf,
  writer,
} from "#server/reviews/review/index.ts";
import { presentSuggestions, SUGGESTION_SELECT } from "./list.ts";

type Decision = "accept" | "reject";
type Review = Awaited<ReturnType<typeof loadReview>>;

/** Shows edits that the server made to the people who have the text open. */
export async function show(documentId: string, edits: readonly AppendedEdit[]) {
  for (const appended of edits) await runningCollab().server?.show(documentId, appended);
}

/** Decides suggestions in the text, each as an edit of its own, and in their rows. Call it under the lock of edits. */
async function decide(
  tx: TxCtx,
  { documentId }: Review,
  rows: readonly { id: string; authorId: string | null; assisted: boolean }[],
  decision: Decision,
): Promise<{ ids: string[]; edits: AppendedEdit[] }> {
  const { updates } = await updatesOf(tx, documentId);
  const decided = await workOnTexts(tx, DECIDE_SUGGESTIONS, { updates, ids: rows.map(({ id }) => id), decision });
  const userId = actorId(tx.actor);
  const edits: AppendedEdit[] = [];
  for (const { id, quote, made } of decided) {
    // The client id belongs to the server from the first of these edits.
    const appended = await appendMadeEdit(reader(tx), documentId, made, { userId });
    edits.push(appended);
    const isOwn = userId !== null && rows.some((row) => row.id === id && row.authorId === userId && !row.assisted);
    const status: SuggestionStatus = decision === "accept" ? "accepted" : isOwn ? "withdrawn" : "rejected";
    await tx.db.suggestion.update({
      where: { documentId_id: { documentId, id } },
      data: { status, quote, resolvedAt: tx.now(), resolvedById: userId, resolvedSeq: appended.seq },
    });
  }
  return { ids: decided.map(({ id }) => id), edits };
}

async function present(ctx: Ctx, documentId: string, id: string): Promise<Suggestion> {
  const row = await ctx.db.suggestion.findUnique({
    where: { documentId_id: { documentId, id } },
    select: SUGGESTION_SELECT,
  });
  const [suggestion] = row ? await presentSuggestions(ctx, [row], new Map()) : [];
  if (!suggestion) throw notFound();
  return suggestion;
}

const DONE: Record<SuggestionStatus, string> = {
  open: "changed",
  accepted: "accepted",
  rejected: "rejected",
  withdrawn: "withdrew",
};

/** Returns the error for the second of two people who decide one suggestion, with the decision of the first. */
async function tooLate(ctx: Ctx, documentId: string, id: string): Promise<AppError> {
  const current = await present(ctx, documentId, id);
  const { status, resolvedBy } = current;
  const message =
    status === "open"
      ? "This suggestion is no longer in the text"
      : `${resolvedBy?.name ?? "Someone"} ${DONE[status]} this first`;
  return new AppError("conflict", { current, message });
}

interface Shown {
  documentId: string;
  edits: AppendedEdit[];
}

interface Resolved extends Shown {
  suggestion: Suggestion;
}

type Accepted = InputOf<typeof suggestionContract.accept>;

/** Throws a conflict if accepting would add or remove other words than the person saw. */
async function checkShown(tx: TxCtx, documentId: string, { id, shown }: Accepted): Promise<void> {
  if (!shown) return;
  const { stored } = await readText(tx, documentId);
  const now = proposalsIn(stored.content ?? []).find((proposal) => proposal.id === id);
  if (now && !doesSame(now, shown))
    throw new AppError("conflict", { message: "This suggestion has just changed. Look at it again." });
}

async function resolve(ctx: Ctx, input: Accepted, decision: Decision): Promise<Suggestion> {
  const { key, id } = input;
  const { documentId, edits, suggestion } = await transact<Resolved>(ctx, async (tx) => {
    const review = await loadReview(tx, key);
    authorize(tx, "review", "write", reviewFacts(review));
    const { documentId } = review;
    await lockEdits(writer(tx), documentId);
    const where = { documentId_id: { documentId, id } };
    const row = await tx.db.suggestion.findUnique({
      where,
      select: { id: true, authorId: true, assisted: true, status: true },
    });
    if (!row) throw notFound();
    if (row.status !== "open") throw await tooLate(tx, documentId, id);
    await checkShown(tx, documentId, input);
    const { ids, edits } = await decide(tx, review, [row], decision);
    if (ids.length === 0) throw await tooLate(tx, documentId, id);
    const suggestion = await present(tx, documentId, id);
    const { status, quote } = suggestion;
    return record(tx, {
      action: `suggestion.${status === "open" ? "rejected" : status}`,
      id,
      incidentId: review.incident.id,
      reviewId: review.id,
      after: { quote },
      answer: () => ({ documentId, edits, suggestion }),
    });
  });
  await show(documentId, edits);
  return suggestion;
}

type Several = InputOf<typeof suggestionContract.acceptAll>;

interface Decided {
  ids: string[];
  kept: number | null;
}

interface ResolvedAll extends Shown {
  decided: Decided;
}

async function resolveAll(ctx: Ctx, { key, ids, authorId }: Several, decision: Decision): Promise<Decided> {
  const { documentId, edits, decided } = await transact<ResolvedAll>(ctx, async (tx) => {
    await lockVersions(tx, (await loadReview(tx, key)).id);
    const review = await loadReview(tx, key);
    authorize(tx, "review", "write", reviewFacts(review));
    const { documentId } = review;
    await lockEdits(writer(tx), documentId);
    const rows = await tx.db.suggestion.findMany({
      where: {
        documentId,
        status: "open",
        ...(ids ? { id: { in: ids } } : {}),
        ...(authorId ? { authorId, assisted: false } : {}),
      },
      select: { id: true, authorId: true, assisted: true },
    });
    const { ids: done, edits } = await decide(tx, review, rows, decision);
    const [first] = edits;
    if (!first)
      return unrecorded("nothing was open", () => ({ documentId, edits, decided: { ids: done, kept: null } }));
    const kept = await keepVersion(tx, review, { kind: "before_suggestions", until: first.seq - 1 });
    return record(tx, {
      action: decision === "accept" ? "suggestion.all_accepted" : "suggestion.all_rejected",
      id: review.id,
      incidentId: review.incident.id,
      reviewId: review.id,
      after: { ids: done, kept },
      answer: () => ({ documentId, edits, decided: { ids: done, kept } }),
    });
  });
  await show(documentId, edits);
  return decided;
}

/** Accepts a suggestion: what it proposes becomes the text. */
export const acceptSuggestion = (ctx: Ctx, input: InputOf<typeof suggestionContract.accept>): Promise<Suggestion> =>
  resolve(ctx, input, "accept");

/** Rejects a suggestion. One's own is withdrawn. */
export const rejectSuggestion = (ctx: Ctx, input: InputOf<typeof suggestionContract.reject>): Promise<Suggestion> =>
  resolve(ctx, input, "reject");

/** Accepts open suggestions, all of them or some. The text before is kept as a version. */
export const acceptAllSuggestions = (ctx: Ctx, input: Several): Promise<Decided> => resolveAll(ctx, input, "accept");

/** Rejects open suggestions, all of them or some. The text before is kept as a version. */
export const rejectAllSuggestions = (ctx: Ctx, input: Several): Promise<Decided> => resolveAll(ctx, input, "reject");
