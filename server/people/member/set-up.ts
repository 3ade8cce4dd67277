import type { UserActor } from "#lib/base/access/actor.ts";
import type { entryContract } from "#lib/contract/member.ts";
import type { Ctx } from "#server/base/kernel/context.ts";
import type { InputOf } from "#server/base/kernel/input.ts";
import { record } from "#server/base/kernel/record.ts";
import { refuseDuplicate } from "#server/base/kernel/refuse-duplicate.ts";
import { transact } from "#server/base/kernel/transaction.ts";
import { hashPassword } from "#server/people/auth/password.ts";
import { refusePassword } from "#server/people/auth/refuse-password.ts";
import { withinTries } from "./one-time-link.ts";
import { alreadySetUp, isSetUp, requireSetUpCode } from "./set-up-code.ts";

type Input = InputOf<typeof entryContract.setUp> & { address: string };

/**
 * Creates the admin. The code from the log is the permission, and works once. Throws `invalid` for a wrong code and for
 * a password that is easily guessed, `rule` if there are accounts already, and `rate_limited`.
 */
export function setUp(ctx: Ctx, { code, name, email, password, address }: Input): Promise<{ done: true }> {
  return withinTries("set-up", address, async () => {
    await requireSetUpCode(ctx, code);
    refusePassword("password", password, { email, name });
    const passwordHash = await hashPassword(password);
    return transact(ctx, async (tx) => {
      // Uses up every remaining code. A second visitor waits for these rows and then finds none.
      const { count } = await tx.db.setUpCode.updateMany({ where: { usedAt: null }, data: { usedAt: tx.now() } });
      if (count === 0 || (await isSetUp(tx))) throw alreadySetUp();
      const id = tx.newId();
      const address = email.trim().toLowerCase();
      await refuseDuplicate(
        tx.db.user.create({ data: { id, email: address, name, role: "admin", passwordHash, createdAt: tx.now() } }),
        "email",
        "This email already has an account. Use another one.",
      );
      const admin: UserActor = { kind: "user", id, name, role: "admin", teamIds: [], scopes: null };
      const after = { email: address, name, role: "admin" };
      return record(
        { ...tx, actor: admin },
        { action: "member.set_up", id, after, answer: () => ({ done: true as const }) },
      );
    });
  });
}
