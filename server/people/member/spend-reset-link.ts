import type { entryContract } from "#lib/contract/member.ts";
import type { Ctx } from "#server/base/kernel/context.ts";
import type { InputOf } from "#server/base/kernel/input.ts";
import { record } from "#server/base/kernel/record.ts";
import { transact } from "#server/base/kernel/transaction.ts";
import { endAllAccess } from "#server/people/auth/end-sessions.ts";
import { hashPassword } from "#server/people/auth/password.ts";
import { refusePassword } from "#server/people/auth/refuse-password.ts";
import { userActor } from "#server/people/auth/user-actor.ts";
import { linkRefused, withinTries } from "./one-time-link.ts";
import { openResetLink } from "./open-reset-link.ts";

type Input = InputOf<typeof entryContract.resetPassword> & { address: string; isDemoAccepted: boolean };

/**
 * Sets a new password with a one-time link, ends every session and revokes every token of that person. The link itself
 * is the permission. Throws `rule` for a link that doesn't work, `invalid` for a password that is easily guessed, and
 * `rate_limited`.
 */
export function spendResetLink(
  ctx: Ctx,
  { token, password, address, isDemoAccepted }: Input,
): Promise<{ email: string }> {
  return withinTries("reset", address, async () => {
    const opened = await openResetLink(ctx, { token, isDemoAccepted });
    if (!opened) throw linkRefused();
    refusePassword("password", password, opened.user);
    const passwordHash = await hashPassword(password);
    return transact(ctx, async (tx) => {
      const link = await openResetLink(tx, { token, isDemoAccepted });
      const person = link && userActor(link.user, null);
      if (!link || !person) throw linkRefused();
      const { count } = await tx.db.resetLink.updateMany({
        where: { id: link.id, usedAt: null },
        data: { usedAt: tx.now() },
      });
      if (count === 0) throw linkRefused();
      await tx.db.user.update({ where: { id: person.id }, data: { passwordHash } });
      const after = await endAllAccess(tx, { userId: person.id });
      const { email } = link.user;
      return record(
        { ...tx, actor: person },
        { action: "member.password_reset", id: person.id, after, shown: false, answer: () => ({ email }) },
      );
    });
  });
}
