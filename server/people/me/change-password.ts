import { forbidden, invalid } from "#lib/base/errors.ts";
import type { meContract } from "#lib/contract/me.ts";
import { authorizeSelf } from "#server/base/kernel/authorize.ts";
import type { Ctx } from "#server/base/kernel/context.ts";
import type { InputOf } from "#server/base/kernel/input.ts";
import { record } from "#server/base/kernel/record.ts";
import { transact } from "#server/base/kernel/transaction.ts";
import { endAllAccess } from "#server/people/auth/end-sessions.ts";
import { countGuess, forgetGuesses } from "#server/people/auth/limits.ts";
import { hashPassword, verifyPassword } from "#server/people/auth/password.ts";
import { refusePassword } from "#server/people/auth/refuse-password.ts";
import { delayAfter, slowDown, type Wait, waitFor } from "#server/people/auth/slow-down.ts";

const FREE_GUESSES = 10;

type Input = InputOf<typeof meContract.changePassword> & { sessionId: string | null };

/**
 * Sets a new password after checking the current one, ends my other sessions and revokes my tokens. Only in the
 * browser: a token can't take an account over. Throws `invalid` for a wrong current password, each time with a longer
 * delay, and for a new one that is easily guessed.
 */
export async function changePassword(
  ctx: Ctx,
  { current, next, sessionId }: Input,
  wait: Wait = waitFor,
): Promise<{ done: true }> {
  const actor = authorizeSelf(ctx, "write");
  if (actor.scopes !== null) throw forbidden("A token can't change the password. Sign in to do that.");
  const key = `password:${actor.id}`;
  await slowDown({ key, delayMs: delayAfter(await countGuess(key), FREE_GUESSES), inTurn: true }, wait);
  const user = await ctx.db.user.findUniqueOrThrow({
    where: { id: actor.id },
    select: { passwordHash: true, email: true, name: true },
  });
  if (!(await verifyPassword(user.passwordHash, current))) throw invalid("current", "This isn't your current password");
  if (current === next) throw invalid("next", "Choose a password that differs from the current one");
  refusePassword("next", next, user);
  await forgetGuesses(key);
  const passwordHash = await hashPassword(next);
  return transact(ctx, async (tx) => {
    authorizeSelf(tx, "write");
    const { count } = await tx.db.user.updateMany({
      where: { id: actor.id, passwordHash: user.passwordHash },
      data: { passwordHash },
    });
    if (count === 0) throw invalid("current", "This isn't your current password. It was just changed elsewhere.");
    await tx.db.resetLink.updateMany({ where: { userId: actor.id, usedAt: null }, data: { usedAt: tx.now() } });
    const after = await endAllAccess(tx, { userId: actor.id, except: sessionId });
    return record(tx, {
      action: "member.password_changed",
      id: actor.id,
      after,
      shown: false,
      answer: () => ({ done: true }),
    });
  });
}
