import { actorId } from "#lib/base/access/actor.ts";
import { notFound, refuse } from "#lib/base/errors.ts";
import { DAY_MS } from "#lib/base/time/spans.ts";
import { authorizeGlobally } from "#server/base/kernel/authorize.ts";
import type { Ctx, TxCtx } from "#server/base/kernel/context.ts";
import { record } from "#server/base/kernel/record.ts";
import { transact } from "#server/base/kernel/transaction.ts";
import { config } from "#server/base/process/config.ts";
import { demoAccess } from "#server/people/auth/demo-access.ts";
import { newSecret } from "#server/people/auth/one-time-secret.ts";

const LASTS_MS = DAY_MS;

export type CreateResetLinkInput = { origin: string } & ({ id: string } | { email: string });

/**
 * Creates a link that sets a new password once within 24 hours. Earlier ones of this person end. Throws `not_found`, or
 * `rule` if the person's access has ended, if demo accounts can't use it here, or if a demo account requests the link
 * of a person.
 */
export async function createResetLink(
  ctx: Ctx,
  input: CreateResetLinkInput,
): Promise<{ url: string; expiresAt: string }> {
  return transact(ctx, async (tx) => {
    authorizeGlobally(tx, "people.manage");
    const user = await tx.db.user.findUnique({
      where: "id" in input ? { id: input.id } : { email: input.email.trim().toLowerCase() },
      select: { id: true, name: true, disabledAt: true, demo: true },
    });
    if (!user) throw notFound();
    if (user.disabledAt !== null) {
      throw refuse("access_ended", `The access of ${user.name} has ended. Restore it first.`);
    }
    if (user.demo && demoAccess(config()) === "nobody") {
      throw refuse("demo_refused", `${user.name} is a demo account, which can't sign in here`);
    }
    if (!user.demo && (await isDemo(tx)))
      throw refuse(
        "demo_admin",
        `A demo account can't reset the password of ${user.name}. Sign in with your own account.`,
      );
    await tx.db.resetLink.updateMany({ where: { userId: user.id, usedAt: null }, data: { usedAt: tx.now() } });
    const { secret, hash } = newSecret("");
    const expiresAt = new Date(tx.now().getTime() + LASTS_MS);
    await tx.db.resetLink.create({
      data: { id: tx.newId(), userId: user.id, tokenHash: hash, createdAt: tx.now(), expiresAt },
    });
    return record(tx, {
      action: "member.reset_link_made",
      id: user.id,
      after: { expiresAt },
      shown: false,
      answer: () => ({ url: `${input.origin}/reset/${secret}`, expiresAt: expiresAt.toISOString() }),
    });
  });
}

/** Returns whether a demo account asks. Its password is public, so it can't open a person's own account. */
async function isDemo({ db, actor }: TxCtx): Promise<boolean> {
  const id = actorId(actor);
  return id !== null && (await db.user.count({ where: { id, demo: true } })) > 0;
}
