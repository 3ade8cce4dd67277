import { actorId } from "#lib/base/access/actor.ts";
import { refuse } from "#lib/base/errors.ts";
import { DAY_MS } from "#lib/base/time/spans.ts";
import type { memberContract } from "#lib/contract/member.ts";
import { authorizeGlobally } from "#server/base/kernel/authorize.ts";
import type { Ctx } from "#server/base/kernel/context.ts";
import type { InputOf } from "#server/base/kernel/input.ts";
import { record } from "#server/base/kernel/record.ts";
import { transact } from "#server/base/kernel/transaction.ts";
import { newSecret } from "#server/people/auth/one-time-secret.ts";

const LASTS_MS = 7 * DAY_MS;

/**
 * Creates an invitation for 7 days and returns its link, which is shown only this once. An earlier one for the same
 * address ends. Throws `rule` if the address has an account.
 */
export async function inviteMember(
  ctx: Ctx,
  input: InputOf<typeof memberContract.invite> & { origin: string },
): Promise<{ id: string; url: string; expiresAt: string }> {
  return transact(ctx, async (tx) => {
    authorizeGlobally(tx, "people.manage");
    const email = input.email.trim().toLowerCase();
    const account = await tx.db.user.findUnique({ where: { email }, select: { disabledAt: true } });
    if (account) {
      const next = account.disabledAt === null ? "Create a reset link instead" : "Restore their access instead";
      throw refuse("has_account", `${email} already has an account. ${next}`);
    }
    await tx.db.invitation.updateMany({
      where: { email, acceptedAt: null, revokedAt: null },
      data: { revokedAt: tx.now() },
    });
    const { secret, hash } = newSecret("");
    const id = tx.newId();
    const expiresAt = new Date(tx.now().getTime() + LASTS_MS);
    await tx.db.invitation.create({
      data: {
        id,
        email,
        role: input.role,
        tokenHash: hash,
        invitedById: actorId(tx.actor),
        createdAt: tx.now(),
        expiresAt,
      },
    });
    return record(tx, {
      action: "invitation.created",
      id,
      after: { email, role: input.role, expiresAt },
      answer: () => ({ id, url: `${input.origin}/invite/${secret}`, expiresAt: expiresAt.toISOString() }),
    });
  });
}
