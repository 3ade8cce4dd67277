import { MESSAGE_KINDS, type MessageKind } from "#lib/base/vocabulary/message-kind.ts";
import { rulesOf } from "#server/across/notification/index.ts";
import { authorizeGlobally } from "#server/base/kernel/authorize.ts";
import type { Ctx } from "#server/base/kernel/context.ts";
import { unrecorded } from "#server/base/kernel/record.ts";
import { transact } from "#server/base/kernel/transaction.ts";
import { seal, unseal } from "#server/base/process/seal.ts";

const BOUND_TO = "unsubscribe";

interface Subscription {
  userId: string;
  kind: MessageKind;
}

/**
 * Returns a token that ends the emails of one kind for one person, and does nothing else. It works for as long as the
 * server's secret.
 */
export const unsubscribeToken = ({ userId, kind }: Subscription): string =>
  Buffer.from(seal(`${kind} ${userId}`, BOUND_TO)).toString("base64url");

/** Returns what a token ends, and if it has ended. Null for any other text, and for an account that is gone. */
export async function readUnsubscribeToken(
  ctx: Ctx,
  token: string,
): Promise<(Subscription & { isEnded: boolean }) | null> {
  const [named, userId] = unseal(Buffer.from(token, "base64url"), BOUND_TO)?.split(" ") ?? [];
  const kind = MESSAGE_KINDS.find((one) => one === named);
  if (kind === undefined || userId === undefined) return null;
  if ((await ctx.db.user.count({ where: { id: userId } })) === 0) return null;
  return { userId, kind, isEnded: (await rulesOf(ctx, userId))[kind].unsubscribedAt !== null };
}

/** Ends the emails of a kind for a person, in the digest too. What is in the inbox stays as it is. */
export async function unsubscribe(ctx: Ctx, { userId, kind }: Subscription): Promise<void> {
  await transact(ctx, async (tx) => {
    authorizeGlobally(tx, "people.manage");
    const { inbox, unsubscribedAt } = (await rulesOf(tx, userId))[kind];
    if (unsubscribedAt !== null) return unrecorded("it was ended before");
    const chosen = { inbox, mail: false, digest: false, unsubscribedAt: tx.now() };
    await tx.db.messageRule.upsert({
      where: { userId_kind: { userId, kind } },
      create: { userId, kind, ...chosen },
      update: chosen,
    });
    return unrecorded("how someone is notified is their own setting");
  });
}
