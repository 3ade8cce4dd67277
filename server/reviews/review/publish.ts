import type { Prisma } from "#generated/prisma/client.ts";
import { actorId } from "#lib/base/access/actor.ts";
import { notFound, refuse } from "#lib/base/errors.ts";
import { isPublished } from "#lib/base/vocabulary/review.ts";
import type { Review, reviewContract } from "#lib/contract/review.ts";
import { type DocumentNode, descendants } from "#lib/document/document-json.ts";
import { plainText } from "#lib/document/text.ts";
import { moveReview } from "#lib/reviews/review/status.ts";
import { authorize } from "#server/base/kernel/authorize.ts";
import type { Ctx, TxCtx } from "#server/base/kernel/context.ts";
import type { InputOf } from "#server/base/kernel/input.ts";
import { reviewKeyOf } from "#server/base/kernel/keys.ts";
import { emit } from "#server/base/kernel/outbox.ts";
import { record } from "#server/base/kernel/record.ts";
import { transact } from "#server/base/kernel/transaction.ts";
import { READ_TEXT, workOnTexts } from "#server/reviews/document/index.ts";
import { countDueDates } from "./count-due-dates.ts";
import { reviewFacts } from "./facts.ts";
import { refuseShutGates } from "./gates.ts";
import { lockVersions, readBlocks, refreshApprovals, refreshRecords } from "./keep-version.ts";
import { loadReview } from "./load.ts";
import { getReview } from "./present.ts";
import { type ReviewRecord, titleNow } from "./select.ts";
import { tellPublished } from "./tell.ts";

/**
 * Makes a version of the review the one that readers see. The first time, the review becomes published. Later its
 * status stays. Throws `rule` for open gates, and for a version that isn't newer than the published one.
 */
export async function publishReview(ctx: Ctx, input: InputOf<typeof reviewContract.publish>): Promise<Review> {
  return transact(ctx, async (tx) => {
    const { key, version: number, note } = input;
    await lockVersions(tx, (await loadReview(tx, key)).id);
    const before = await loadReview(tx, key);
    authorize(tx, "review", "publish", reviewFacts(before));
    const isFirst = !isPublished(before.status);
    if (isFirst) {
      const move = moveReview(before.status, "published");
      if (!move.ok) throw refuse(move.rule, move.message);
    } else refuseOlder(before, number);
    await refuseShutGates(tx, before, "published", number);
    await giveReaders(tx, before, { number, note });
    if (isFirst) await emit(tx, "access.changed", { reviewId: before.id });
    return record(tx, {
      action: isFirst ? "review.published" : "review.published_again",
      id: before.id,
      incidentId: before.incident.id,
      before: { status: before.status, number: before.publishedNumber },
      after: { status: isFirst ? "published" : before.status, number, note },
      answer: () => getReview(tx, { key }),
    });
  });
}

function refuseOlder({ publishedNumber }: ReviewRecord, number: number): void {
  if (publishedNumber === null || number > publishedNumber) return;
  if (number === publishedNumber) throw refuse("already_published", `Version ${number} is published already`);
  throw refuse(
    "newer_published",
    `Version ${publishedNumber} is published, and it is newer. To publish the text of version ${number} again, restore it first.`,
  );
}

/**
 * Makes a version the one that readers see, sets the review published, and notifies its people. Throws `not_found`
 * for a version of another review.
 */
export async function giveReaders(
  tx: TxCtx,
  before: ReviewRecord,
  { number, note = "" }: { number: number; note?: string | undefined },
): Promise<void> {
  const ofReview = { reviewId: before.id };
  const where = { reviewId_number: { ...ofReview, number } };
  const version = await tx.db.reviewVersion.findUnique({ where, select: VERSION });
  if (!version) throw notFound();
  const now = tx.now();
  const json = await workOnTexts(tx, READ_TEXT, [version.state]);
  const title = version.title || before.title;
  await tx.db.review.update({
    where: { id: before.id },
    data: {
      ...(isPublished(before.status) ? {} : { status: "published", publishedAt: before.publishedAt ?? now }),
      publishedNumber: number,
      title,
      draftTitle: titleNow(before) === title ? null : titleNow(before),
      version: { increment: 1 },
    },
  });
  if (before.publishedAt === null) await countDueDates(tx, before);
  const isNewest = (await tx.db.reviewVersion.count({ where: { ...ofReview, number: { gt: number } } })) === 0;
  // The newest one tells of the records, and the status, as they are now.
  const row = await loadReview(tx, reviewKeyOf(before.number));
  if (isNewest) await refreshRecords(tx, { ...row, draftTitle: null }, version);
  await refreshApprovals(tx, row, number);
  const { blocks } = await tx.db.reviewVersion.update({
    where,
    data: { publishedAt: now, publishedById: actorId(tx.actor), note },
    select: { blocks: true },
  });
  const factors = readBlocks(blocks)?.factors?.rows.map(({ cells: [statement, detail] }) => `${statement}\n${detail}`);
  const publishedText = [plainText(json), ...(factors ?? [])].join("\n");
  await tx.db.review.update({ where: { id: before.id }, data: { publishedText, publishedThreads: threadsIn(json) } });
  await tellPublished(tx, row, { isFirst: !isPublished(before.status), note });
}

/** The comment threads whose marks are in a text. A mark can contain any words. */
function threadsIn(json: DocumentNode): string[] {
  const marks = [...descendants(json)].flatMap((node) => node.marks ?? []).filter(({ type }) => type === "comment");
  const ids = marks.map(({ attrs }) => String(attrs?.threadId ?? "").toLowerCase());
  return [...new Set(ids)].filter((id) => ID.test(id));
}

const ID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

const VERSION = {
  number: true,
  name: true,
  title: true,
  seq: true,
  state: true,
  blocks: true,
} satisfies Prisma.ReviewVersionSelect;
