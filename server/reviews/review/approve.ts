import { actorId, actorName } from "#lib/base/access/actor.ts";
import { AppError, invalid, notFound, refuse } from "#lib/base/errors.ts";
import type { Review, reviewContract } from "#lib/contract/review.ts";
import { authorize } from "#server/base/kernel/authorize.ts";
import type { Ctx, TxCtx } from "#server/base/kernel/context.ts";
import type { InputOf } from "#server/base/kernel/input.ts";
import { reviewKeyOf } from "#server/base/kernel/keys.ts";
import { notify } from "#server/base/kernel/notify.ts";
import { record } from "#server/base/kernel/record.ts";
import { transact } from "#server/base/kernel/transaction.ts";
import { approvalsOf, type ComparedText, textNow, textOfVersion } from "./approvals.ts";
import { reviewFacts } from "./facts.ts";
import { keepVersion, lockVersions, refreshApprovals } from "./keep-version.ts";
import { loadReview } from "./load.ts";
import { getReview } from "./present.ts";
import { type ReviewRecord, titleNow } from "./select.ts";
import { readersAmong } from "./tell.ts";

async function loadDecidable(tx: TxCtx, key: string): Promise<{ review: ReviewRecord; userId: string }> {
  await lockVersions(tx, (await loadReview(tx, key)).id);
  const review = await loadReview(tx, key);
  authorize(tx, "review", "approve", reviewFacts(review));
  return { review, userId: actorId(tx.actor) ?? "" };
}

const decisionOf = ({ approvals }: ReviewRecord, id: string) => {
  const one = approvals.find(({ userId }) => userId === id);
  return one ? { decision: one.decision, reason: one.reason, number: one.number } : null;
};

/**
 * Stores the decision of an approver about the text that they saw, and keeps it as a version. Throws `conflict` if the
 * text has other words by now. A later edit of its words makes an approval stale.
 */
export async function approveReview(ctx: Ctx, input: InputOf<typeof reviewContract.approve>): Promise<Review> {
  return transact(ctx, async (tx) => {
    const { key, decision, reason = "", seen } = input;
    const { review, userId } = await loadDecidable(tx, key);
    if (decision === "changes_asked" && reason === "") throw invalid("reason", "Enter what needs to change");
    if (decision === "approved" && !seen) throw invalid("seen", "Enter the words or the version that you read");
    const text = await textNow(tx, review.documentId);
    if (seen) await refuseOtherText(tx, review, { seen, text });
    const { seq, words } = text;
    const number = await versionAt(tx, review, { seq, kind: decision === "approved" ? "approved" : "pause" });
    const data = { decision, reason, number, seq: BigInt(seq), wordsHash: words, at: tx.now() };
    await tx.db.reviewApproval.upsert({
      where: { reviewId_userId: { reviewId: review.id, userId } },
      create: { reviewId: review.id, userId, ...data },
      update: data,
    });
    await refreshApprovals(tx, await loadReview(tx, key), number);
    const done = decision === "approved" ? "Approved" : "Changes requested";
    await tell(tx, review, [review.ownerId, review.facilitatorId], {
      kind: `review.${decision}`,
      subject: `${done}: ${reviewKeyOf(review.number)} ${titleNow(review)}`,
      body: decision === "approved" ? `${actorName(tx.actor)} approved version ${number}.` : reason,
    });
    return record(tx, {
      action: `review.${decision}`,
      id: review.id,
      incidentId: review.incident.id,
      before: decisionOf(review, userId),
      after: { decision, reason, number },
      answer: () => getReview(tx, { key }),
    });
  });
}

type Seen = NonNullable<InputOf<typeof reviewContract.approve>["seen"]>;

/** How many of the newest versions can be the one that someone read. */
const MOST_READ = 10;

/** Throws `conflict` with the version to compare with, if the text isn't what someone saw. */
async function refuseOtherText(
  tx: TxCtx,
  review: ReviewRecord,
  { seen, text }: { seen: Seen; text: ComparedText },
): Promise<void> {
  const wordsOf = async (number: number) => (await textOfVersion(tx, review.id, number))?.words;
  const words = "words" in seen ? seen.words : await wordsOf(seen.version);
  if (words === undefined) throw notFound();
  if (words === text.words) return;
  const kept = await tx.db.reviewVersion.findMany({
    where: { reviewId: review.id, seq: { lt: text.seq } },
    orderBy: { number: "desc" },
    select: { number: true },
    take: MOST_READ,
  });
  let version = "version" in seen ? seen.version : (kept[0]?.number ?? null);
  if ("words" in seen)
    for (const { number } of kept)
      if ((await wordsOf(number)) === words) {
        version = number;
        break;
      }
  const message = "The text changed while you were reading. Read what changed, then decide again.";
  throw new AppError("conflict", { message, current: { version } });
}

/** Returns the number of a version with the text up to an update, which is kept unless the newest one is just that. */
async function versionAt(
  tx: TxCtx,
  review: ReviewRecord,
  { seq, kind }: { seq: number; kind: "approved" | "pause" },
): Promise<number> {
  const newest = await tx.db.reviewVersion.findFirst({
    where: { reviewId: review.id },
    orderBy: { number: "desc" },
    select: { number: true, seq: true },
  });
  // What others type in the meantime isn't what was decided about.
  return newest?.seq === BigInt(seq) ? newest.number : keepVersion(tx, review, { kind, until: seq });
}

/** Withdraws the actor's decision as an approver. */
export async function withdrawApproval(ctx: Ctx, { key }: { key: string }): Promise<Review> {
  return transact(ctx, async (tx) => {
    const { review, userId } = await loadDecidable(tx, key);
    const before = decisionOf(review, userId);
    if (!before) throw refuse("not_decided", "You haven't decided about this review yet");
    await tx.db.reviewApproval.delete({ where: { reviewId_userId: { reviewId: review.id, userId } } });
    await refreshApprovals(tx, await loadReview(tx, key), before.number);
    return record(tx, {
      action: "review.approval_withdrawn",
      id: review.id,
      incidentId: review.incident.id,
      before,
      answer: () => getReview(tx, { key }),
    });
  });
}

/** Asks the approvers who haven't approved the text as it is now. Throws `rule` if there are none. */
export async function askApprovers(ctx: Ctx, { key }: { key: string }): Promise<Review> {
  return transact(ctx, async (tx) => {
    const review = await loadReview(tx, key);
    authorize(tx, "review", "move", reviewFacts(review));
    const approvals = await approvalsOf(tx, review);
    const open = approvals.filter(({ state }) => state !== "approved").map(({ person }) => person.id);
    if (approvals.length === 0) throw refuse("no_approvers", "Name approvers under People and dates first");
    if (open.length === 0) throw refuse("all_approved", "Every approver has approved this text");
    await tellApprovers(tx, review, open);
    return record(tx, {
      action: "review.approvers_asked",
      id: review.id,
      incidentId: review.incident.id,
      after: { userIds: open },
      answer: () => getReview(tx, { key }),
    });
  });
}

/** Asks people to approve a review. */
export const tellApprovers = (tx: TxCtx, review: ReviewRecord, userIds: readonly string[]): Promise<void> =>
  tell(tx, review, userIds, {
    kind: "review.to_approve",
    subject: `Approve: ${reviewKeyOf(review.number)} ${titleNow(review)}`,
    body: "Approve it if you agree with its findings, and if its urgent actions are enough. Or ask for changes.",
  });

async function tell(
  tx: TxCtx,
  review: ReviewRecord,
  userIds: readonly (string | null)[],
  message: { kind: string; subject: string; body: string },
): Promise<void> {
  const ids = [...new Set(userIds.flatMap((id) => id ?? []))];
  const about = { href: `/reviews/${reviewKeyOf(review.number)}`, incidentId: review.incident.id };
  for (const userId of await readersAmong(tx, review, ids)) await notify(tx, { ...message, ...about, userId });
}
