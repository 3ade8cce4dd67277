import { type Digest, digestFor, keysOfDigest } from "#lib/across/notification/digest.ts";
import type { UserActor } from "#lib/base/access/actor.ts";
import type { Ctx } from "#server/base/kernel/context.ts";
import { actionKeyOf, numberOfKey, reviewKeyOf } from "#server/base/kernel/keys.ts";
import { actionItemVisibleTo } from "#server/follow/action-item/index.ts";
import { reviewVisibleTo } from "#server/reviews/review/index.ts";

export const DIGEST_KIND = "digest";

/** Messages as their person may read them now: a digest names only what they still may read. */
export async function hideTitles<Row extends Digest & { kind: string }>(
  ctx: Ctx,
  actor: UserActor,
  rows: readonly Row[],
): Promise<Row[]> {
  const keys = rows.filter(({ kind }) => kind === DIGEST_KIND).flatMap(keysOfDigest);
  if (keys.length === 0) return [...rows];
  const numbers = (prefix: string) => keys.filter((key) => key.startsWith(prefix)).map(numberOfKey);
  const [actions, reviews] = await Promise.all([
    ctx.db.actionItem.findMany({
      where: { AND: [{ number: { in: numbers("ACT-") } }, actionItemVisibleTo(actor)] },
      select: { number: true },
    }),
    ctx.db.review.findMany({
      where: { AND: [{ number: { in: numbers("REV-") } }, reviewVisibleTo(actor)] },
      select: { number: true },
    }),
  ]);
  const readable = new Set([
    ...actions.map(({ number }) => actionKeyOf(number)),
    ...reviews.map(({ number }) => reviewKeyOf(number)),
  ]);
  return rows.map((row) => (row.kind === DIGEST_KIND ? { ...row, ...digestFor(row, readable) } : row));
}
