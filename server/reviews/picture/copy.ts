import { notFound } from "#lib/base/errors.ts";
import type { pictureContract, StoredPicture } from "#lib/contract/picture.ts";
import { pictureHref } from "#lib/reviews/picture/picture-sizes.ts";
import { authorize } from "#server/base/kernel/authorize.ts";
import type { Ctx } from "#server/base/kernel/context.ts";
import type { InputOf } from "#server/base/kernel/input.ts";
import { reviewKeyOf } from "#server/base/kernel/keys.ts";
import { unrecorded } from "#server/base/kernel/record.ts";
import { transact } from "#server/base/kernel/transaction.ts";
import { loadReview, reviewFacts } from "#server/reviews/review/index.ts";
import { maySeePicture } from "./download.ts";
import { givePicture } from "./give.ts";

/**
 * Gives a review its own copy of a picture that was copied from another one, because its readers can't always read that
 * one. Returns the picture itself if it's of this review. Throws `not_found` unless the actor can see it there.
 */
export async function copyPicture(ctx: Ctx, { key, id }: InputOf<typeof pictureContract.copy>): Promise<StoredPicture> {
  return transact(ctx, async (tx) => {
    const review = await loadReview(tx, key);
    authorize(tx, "review", "write", reviewFacts(review));
    const picture = await tx.db.reviewPicture.findUnique({
      where: { id },
      select: {
        ...{ id: true, reviewId: true, hash: true, width: true, height: true, createdAt: true },
        review: { select: { number: true } },
        sizes: { select: { width: true, hash: true } },
      },
    });
    if (!picture) throw notFound();
    const { reviewId, hash, width, height, sizes } = picture;
    if (reviewId === review.id)
      return unrecorded("the picture is of this review", () => ({ id, width, height, href: pictureHref(key, id) }));
    const source = await loadReview(tx, reviewKeyOf(picture.review.number));
    if (!(await maySeePicture(tx, source, picture))) throw notFound();
    const keepFiles = async () => {
      const hashes = [...new Set(sizes.map((size) => size.hash))];
      const data = { createdAt: tx.now() };
      const { count } = await tx.db.storedFile.updateMany({ where: { hash: { in: hashes } }, data });
      if (count < hashes.length) throw notFound();
    };
    return givePicture(tx, review, { field: "id", hash, width, height, sizes, keepFiles });
  });
}
