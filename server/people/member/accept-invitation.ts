import type { UserActor } from "#lib/base/access/actor.ts";
import type { entryContract } from "#lib/contract/member.ts";
import type { Ctx } from "#server/base/kernel/context.ts";
import type { InputOf } from "#server/base/kernel/input.ts";
import { record } from "#server/base/kernel/record.ts";
import { refuseDuplicate } from "#server/base/kernel/refuse-duplicate.ts";
import { transact } from "#server/base/kernel/transaction.ts";
import { hashPassword } from "#server/people/auth/password.ts";
import { refusePassword } from "#server/people/auth/refuse-password.ts";
import { openInvitation } from "./invitation.ts";
import { linkRefused, withinTries } from "./one-time-link.ts";

type Input = InputOf<typeof entryContract.acceptInvitation> & { address: string };

/**
 * Creates the account that an invitation offers, with its role. The link itself is the permission, and works once.
 * Throws `rule` for a link that doesn't work, `invalid` for a password that is easily guessed, and `rate_limited`.
 */
export function acceptInvitation(ctx: Ctx, { token, name, password, address }: Input): Promise<{ email: string }> {
  return withinTries("invitation", address, async () => {
    const offered = await openInvitation(ctx, { token });
    if (!offered) throw linkRefused();
    refusePassword("password", password, { email: offered.email, name });
    const passwordHash = await hashPassword(password);
    return transact(ctx, async (tx) => {
      const invitation = await openInvitation(tx, { token });
      if (!invitation) throw linkRefused();
      const { id: invitationId, email, role } = invitation;
      const { count } = await tx.db.invitation.updateMany({
        where: { id: invitationId, acceptedAt: null, revokedAt: null },
        data: { acceptedAt: tx.now() },
      });
      if (count === 0) throw linkRefused();
      const id = tx.newId();
      await refuseDuplicate(
        tx.db.user.create({ data: { id, email, name, role, passwordHash, createdAt: tx.now() } }),
        "token",
        "This email already has an account. Sign in.",
      );
      const person: UserActor = { kind: "user", id, name, role, teamIds: [], scopes: null };
      return record(
        { ...tx, actor: person },
        { action: "member.joined", id, after: { email, name, role, invitationId }, answer: () => ({ email }) },
      );
    });
  });
}
