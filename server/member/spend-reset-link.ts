import type { entryContract } from "#lib/contract/member.ts";
import { endSessions } from "#server/auth/end-sessions.ts";
import { hashPassword } from "#server/auth/password.ts";
import { userActor } from "#server/auth/user-actor.ts";
import { audit } from "#server/kernel/audit.ts";
import type { Ctx } from "#server/kernel/context.ts";
import type { InputOf } from "#server/kernel/input.ts";
import { transact } from "#server/kernel/transaction.ts";
import { linkRefused, withinTries } from "./one-time-link.ts";
import { openResetLink } from "./open-reset-link.ts";

type Input = InputOf<typeof entryContract.resetPassword> & { address: string };

/**
 * Sets a new password with a one-time link and ends every session of that person. The link itself is the permission.
 * Throws `rule` for a link that does not work, `rate_limited`.
 */
export function spendResetLink(ctx: Ctx, { token, password, address }: Input): Promise<{ email: string }> {
  return withinTries(address, async () => {
    if (!(await openResetLink(ctx, { token }))) throw linkRefused();
    const passwordHash = await hashPassword(password);
    return transact(ctx, async (tx) => {
      const link = await openResetLink(tx, { token });
      const person = link && userActor(link.user, null);
      if (!link || !person) throw linkRefused();
      const { count } = await tx.db.resetLink.updateMany({
        where: { id: link.id, usedAt: null },
        data: { usedAt: tx.now() },
      });
      if (count === 0) throw linkRefused();
      await tx.db.user.update({ where: { id: person.id }, data: { passwordHash } });
      const endedSessions = await endSessions(tx, { userId: person.id });
      await audit(
        { ...tx, actor: person },
        { action: "member.password_reset", noun: "member", nounId: person.id, after: { endedSessions } },
      );
      return { email: link.user.email };
    });
  });
}
