import { actorId } from "#lib/base/access/actor.ts";
import { invalid } from "#lib/base/errors.ts";
import type { StoredPicture } from "#lib/contract/picture.ts";
import { MOST_PICTURES, pictureHref } from "#lib/reviews/picture/picture-sizes.ts";
import type { TxCtx } from "#server/base/kernel/context.ts";
import { reviewKeyOf } from "#server/base/kernel/keys.ts";
import { type Recorded, record, unrecorded } from "#server/base/kernel/record.ts";
import { type loadReview, lockVersions } from "#server/reviews/review/index.ts";

interface GivenPicture {
  /** The field that names it, for a refusal. */
  field: "file" | "id";
  hash: string;
  width: number;
  height: number;
  sizes: { width: number; hash: string }[];
  /** Stores its files, or gives them a new date, which locks them: they aren't collected in the meantime. */
  keepFiles: () => Promise<void>;
}

/** Gives a review a picture, once: the same one has one row in a review. */
export async function givePicture(
  tx: TxCtx,
  review: Awaited<ReturnType<typeof loadReview>>,
  { field, hash, width, height, sizes, keepFiles }: GivenPicture,
): Promise<Recorded<StoredPicture>> {
  const present = (id: string) => () => ({ id, width, height, href: pictureHref(reviewKeyOf(review.number), id) });
  // The same picture can be added twice at once.
  await lockVersions(tx, review.id);
  const known = await tx.db.reviewPicture.findUnique({
    where: { reviewId_hash: { reviewId: review.id, hash } },
    select: { id: true },
  });
  if (known) {
    await tx.db.reviewPicture.update({ where: { id: known.id }, data: { createdAt: tx.now() } });
    return unrecorded("the review already has this picture", present(known.id));
  }
  if ((await tx.db.reviewPicture.count({ where: { reviewId: review.id } })) >= MOST_PICTURES)
    throw invalid(field, `This review has ${MOST_PICTURES} pictures, which is the limit. Add a link instead.`);
  await keepFiles();
  const id = tx.newId();
  await tx.db.reviewPicture.create({
    data: {
      ...{ id, reviewId: review.id, hash, width, height },
      createdById: actorId(tx.actor),
      createdAt: tx.now(),
      sizes: { create: sizes },
    },
  });
  return record(tx, {
    action: "review.picture_added",
    id: review.id,
    incidentId: review.incident.id,
    after: { picture: id, width, height },
    answer: present(id),
  });
}
