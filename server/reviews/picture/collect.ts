import { DAY_MS } from "#lib/base/time/spans.ts";
import { authorizeGlobally } from "#server/base/kernel/authorize.ts";
import type { Ctx } from "#server/base/kernel/context.ts";
import { unrecorded } from "#server/base/kernel/record.ts";
import { transact } from "#server/base/kernel/transaction.ts";
import { UNUSED_FILE } from "#server/incidents/evidence/index.ts";

const KEPT_DAYS = 7;

/**
 * Deletes pictures that neither the text nor a version of their review shows, a week after they were added. Until then,
 * undo or a tab that was offline can restore them. Returns how many.
 */
export async function collectPictures(ctx: Ctx): Promise<number> {
  authorizeGlobally(ctx, "settings.manage");
  const before = new Date(ctx.now().getTime() - KEPT_DAYS * DAY_MS);
  return transact(ctx, async (tx) => {
    // A text that was changed since its pictures were last read waits for the next run.
    const unused = await tx.db.$queryRaw<{ id: string }[]>`
      SELECT picture.id FROM review_picture picture
      JOIN review ON review.id = picture.review_id
      JOIN document_head ON document_head.id = review.document_id AND document_head.head_seq = review.search_seq
      WHERE picture.created_at < ${before} AND NOT picture.id = ANY(review.picture_ids)
        AND NOT EXISTS (SELECT FROM review_version v WHERE v.review_id = review.id AND picture.id = ANY(v.picture_ids))
      FOR UPDATE OF picture`;
    const pictureIds = unused.map(({ id }) => id);
    const sizes = await tx.db.reviewPictureSize.findMany({ where: { pictureId: { in: pictureIds } } });
    const { count } = await tx.db.reviewPicture.deleteMany({ where: { id: { in: pictureIds } } });
    // Another review can have the same picture, and evidence the same bytes.
    await tx.db.storedFile.deleteMany({
      where: {
        hash: { in: sizes.map(({ hash }) => hash) },
        createdAt: { lt: before },
        ...UNUSED_FILE,
      },
    });
    return unrecorded("nothing that people see has changed", () => count);
  });
}
