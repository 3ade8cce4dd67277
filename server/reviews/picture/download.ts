import { can } from "#lib/base/access/can.ts";
import { notFound } from "#lib/base/errors.ts";
import { HOUR_MS } from "#lib/base/time/spans.ts";
import type { Ctx } from "#server/base/kernel/context.ts";
import { loadReview, reviewFacts, shownVersion } from "#server/reviews/review/index.ts";

/** A new picture is in the text before the job that reads the text has seen it. */
const NEW_MS = HOUR_MS;

/**
 * Returns the bytes of a picture of a review, in at least `width` if it has it. People who can't read earlier versions
 * get only the pictures of the text that they are given. Throws `not_found` for anything else.
 */
export async function downloadPicture(
  ctx: Ctx,
  { key, id, width }: { key: string; id: string; width?: number | undefined },
): Promise<{ hash: string; bytes: Uint8Array<ArrayBuffer>; mediaType: string; filename: string }> {
  const review = await loadReview(ctx, key);
  const picture = await ctx.db.reviewPicture.findFirst({
    where: { id, reviewId: review.id },
    select: { id: true, createdAt: true, sizes: { select: { width: true, hash: true }, orderBy: { width: "asc" } } },
  });
  if (!picture || !(await maySeePicture(ctx, review, picture))) throw notFound();
  const size = picture.sizes.find((one) => width !== undefined && one.width >= width) ?? picture.sizes.at(-1);
  const file = size && (await ctx.db.storedFile.findUnique({ where: { hash: size.hash } }));
  if (!file) throw notFound();
  const { hash, bytes, mediaType } = file;
  return { hash, bytes, mediaType, filename: `${key}-picture.${mediaType === "image/png" ? "png" : "jpg"}` };
}

/** Returns whether the actor can see a picture of a review that they can read. */
export async function maySeePicture(
  ctx: Ctx,
  review: Awaited<ReturnType<typeof loadReview>>,
  { id, createdAt }: { id: string; createdAt: Date },
): Promise<boolean> {
  if (can(ctx.actor, "review", "readVersions", reviewFacts(review))) return true;
  const isNew = ctx.now().getTime() - createdAt.getTime() < NEW_MS;
  const version = shownVersion(ctx, review, undefined);
  return (version === null && isNew) || (await shownPictures(ctx, review.id, version)).includes(id);
}

/** The pictures of a version, or of the text as it is now for null. */
async function shownPictures(ctx: Ctx, reviewId: string, version: number | null): Promise<string[]> {
  const select = { pictureIds: true };
  const row =
    version === null
      ? await ctx.db.review.findUnique({ where: { id: reviewId }, select })
      : await ctx.db.reviewVersion.findUnique({
          where: { reviewId_number: { reviewId, number: version } },
          select,
        });
  return row?.pictureIds ?? [];
}
