import { createHash } from "node:crypto";
import { actorId } from "#lib/base/access/actor.ts";
import { forbidden, invalid } from "#lib/base/errors.ts";
import type { interviewContract, Recollection } from "#lib/contract/interview.ts";
import { authorize, authorizeSelf } from "#server/base/kernel/authorize.ts";
import type { Ctx, TxCtx } from "#server/base/kernel/context.ts";
import { given } from "#server/base/kernel/given.ts";
import { guardVersion } from "#server/base/kernel/guard-version.ts";
import type { InputOf } from "#server/base/kernel/input.ts";
import { tellScreens } from "#server/base/kernel/outbox.ts";
import { record } from "#server/base/kernel/record.ts";
import { transact } from "#server/base/kernel/transaction.ts";
import { loadReview, reviewFacts } from "#server/reviews/review/index.ts";
import { getRecollection, loadRecollection, type RecollectionRecord } from "./load.ts";

/** Returns the audit log's proof of a private text: it shows that it was this text, and nothing of its content. */
const hashOf = (id: string, body: string): string => createHash("sha256").update(`${id}\n${body}`).digest("hex");

/** Writes down a recollection of the actor. No one else is notified or can read it. */
export async function createRecollection(
  ctx: Ctx,
  input: InputOf<typeof interviewContract.create>,
): Promise<Recollection> {
  return transact(ctx, async (tx) => {
    const review = await loadReview(tx, input.key);
    authorize(tx, "review", "comment", reviewFacts(review));
    const authorId = actorId(tx.actor);
    if (authorId === null) throw forbidden();
    const { key: _key, eventId, ...fields } = input;
    await assertEvent(tx, review.incident.id, eventId);
    const id = tx.newId();
    await tx.db.recollection.create({
      data: { id, reviewId: review.id, authorId, eventId, createdAt: tx.now(), ...fields },
    });
    return record(tx, {
      ...{ action: "recollection.added", id, shown: false },
      after: { hash: hashOf(id, input.body) },
      answer: () => getRecollection(tx, id),
    });
  });
}

/**
 * Returns a recollection that the actor wrote. Throws `forbidden` for a shared one of someone else. Authorship is
 * enough to hide it from others again, because the review can be archived, or its author a viewer.
 */
async function loadOwn(tx: TxCtx, id: string, { hides }: { hides: boolean }): Promise<RecollectionRecord> {
  const row = await loadRecollection(tx, id);
  if (hides) authorizeSelf(tx, "write");
  else authorize(tx, "review", "comment", reviewFacts(row.review));
  if (row.authorId !== actorId(tx.actor)) throw forbidden();
  return row;
}

/** Changes, removes or restores one's own recollection. */
export async function updateRecollection(
  ctx: Ctx,
  input: InputOf<typeof interviewContract.update>,
): Promise<Recollection> {
  return transact(ctx, async (tx) => {
    const { id, version, removed, ...fields } = input;
    const before = await loadOwn(tx, id, { hides: removed === true && Object.keys(given(fields)).length === 0 });
    await assertEvent(tx, before.review.incidentId, input.eventId ?? null);
    const read = () => getRecollection(tx, id);
    const changed = await tx.db.recollection.updateMany({
      where: { id, version },
      data: {
        ...given(fields),
        ...(removed === undefined ? {} : { removedAt: removed ? tx.now() : null }),
        version: { increment: 1 },
      },
    });
    await guardVersion(changed, read);
    if (before.sharedAt) await tellReaders(tx, before);
    return record(tx, {
      ...{ action: removed ? "recollection.removed" : "recollection.updated", id, shown: false },
      before: { hash: hashOf(id, before.body) },
      after: { hash: hashOf(id, input.body ?? before.body) },
      answer: read,
    });
  });
}

/** Shares one's own recollection with everyone who can read the review's draft, or stops sharing it. */
export async function shareRecollection(
  ctx: Ctx,
  input: InputOf<typeof interviewContract.share>,
): Promise<Recollection> {
  return transact(ctx, async (tx) => {
    const { id, version, shared } = input;
    const before = await loadOwn(tx, id, { hides: !shared });
    const read = () => getRecollection(tx, id);
    const changed = await tx.db.recollection.updateMany({
      where: { id, version },
      data: { sharedAt: shared ? tx.now() : null, version: { increment: 1 } },
    });
    await guardVersion(changed, read);
    await tellReaders(tx, before);
    return record(tx, {
      ...{ action: shared ? "recollection.shared" : "recollection.unshared", id, shown: false },
      after: { hash: hashOf(id, before.body) },
      answer: read,
    });
  });
}

const tellReaders = (tx: TxCtx, { reviewId, review }: RecollectionRecord) =>
  tellScreens(
    tx,
    { noun: "recollection", id: reviewId, incidentId: review.incidentId },
    "an entry of the incident would tell its readers who remembers what",
  );

async function assertEvent(tx: TxCtx, incidentId: string, eventId: string | null): Promise<void> {
  if (eventId === null) return;
  const found = await tx.db.timelineEvent.count({ where: { id: eventId, incidentId } });
  if (found === 0) throw invalid("eventId", "This event isn't in the timeline of this incident. Choose another.");
}
