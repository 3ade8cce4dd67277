import { digestFor, digestForMail, keysOfDigest, type StoredDigest } from "#lib/across/notification/digest.ts";
import type { UserActor } from "#lib/base/access/actor.ts";
import { DIGEST_CODE } from "#lib/base/vocabulary/message-kind.ts";
import type { MessageRule } from "#lib/contract/notification.ts";
import type { Ctx } from "#server/base/kernel/context.ts";
import { actionKeyOf, numberOfKey, reviewKeyOf } from "#server/base/kernel/keys.ts";
import { actionItemVisibleTo } from "#server/follow/action-item/index.ts";
import { reviewVisibleTo } from "#server/reviews/review/index.ts";

/** Returns notifications as their person can read them now: a digest names only what they can still read. */
export async function hideTitles<Row extends StoredDigest & { kind: string }>(
  ctx: Ctx,
  actor: UserActor,
  rows: readonly Row[],
): Promise<Omit<Row, "things" | "moreCount">[]> {
  const keys = rows.filter(({ kind }) => kind === DIGEST_CODE).flatMap(keysOfDigest);
  const readable = keys.length === 0 ? new Set<string>() : await readableOf(ctx, actor, keys);
  return rows.map(({ things, moreCount, ...row }) =>
    row.kind === DIGEST_CODE ? { ...row, ...digestFor({ ...row, things, moreCount }, readable) } : row,
  );
}

/** Returns a digest as it's mailed: with what its person wants there, and without a word about restricted incidents. */
export async function mailedDigest(
  ctx: Ctx,
  actor: UserActor,
  stored: StoredDigest,
  { dates, ladder }: Record<"dates" | "ladder", MessageRule>,
): Promise<{ subject: string; body: string } | null> {
  const keys = keysOfDigest(stored);
  const [readable, restricted] = await Promise.all([readableOf(ctx, actor, keys), restrictedOf(ctx, keys)]);
  return digestForMail(stored, { readable, restricted, dates: dates.digest, ladder: ladder.digest });
}

async function restrictedOf({ db }: Ctx, keys: readonly string[]): Promise<Set<string>> {
  const of = (prefix: string) => ({
    where: {
      number: { in: keys.filter((key) => key.startsWith(prefix)).map(numberOfKey) },
      incident: { restricted: true },
    },
    select: { number: true },
  });
  const [actions, reviews] = await Promise.all([db.actionItem.findMany(of("ACT-")), db.review.findMany(of("REV-"))]);
  return new Set([
    ...actions.map(({ number }) => actionKeyOf(number)),
    ...reviews.map(({ number }) => reviewKeyOf(number)),
  ]);
}

async function readableOf(ctx: Ctx, actor: UserActor, keys: readonly string[]): Promise<Set<string>> {
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
  return new Set([
    ...actions.map(({ number }) => actionKeyOf(number)),
    ...reviews.map(({ number }) => reviewKeyOf(number)),
  ]);
}
