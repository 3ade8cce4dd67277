import { actorId } from "#lib/base/access/actor.ts";
import { forbidden, notFound } from "#lib/base/errors.ts";
import type { Token, tokenContract } from "#lib/contract/token.ts";
import { audit } from "#server/base/kernel/audit.ts";
import { authorizeSelf } from "#server/base/kernel/authorize-self.ts";
import type { Ctx } from "#server/base/kernel/context.ts";
import type { InputOf } from "#server/base/kernel/input.ts";
import { transact } from "#server/base/kernel/transaction.ts";
import { newSecret } from "#server/people/auth/one-time-secret.ts";
import { checkLifetime, checkScopes, endOf } from "./limits.ts";
import { presentToken, TOKEN_SELECT } from "./present.ts";

export type CreateTokenInput = InputOf<typeof tokenContract.create> & {
  /** Whose token: only the server itself (the command line) makes one for somebody. */
  forEmail?: string;
  /** End of the token that asks, when one does. */
  notAfter?: Date | null;
};

const PREFIX = "aw_";

/**
 * Makes a personal token; its secret is in this answer only. It never may more than its owner, its maker or the token
 * that asked. Throws `not_found`, `forbidden`, `invalid`.
 */
export async function createToken(ctx: Ctx, input: CreateTokenInput): Promise<Token & { secret: string }> {
  return transact(ctx, async (tx) => {
    const asking = tx.actor.kind === "user" ? authorizeSelf(tx, "write") : null;
    if (asking && input.forEmail !== undefined) throw forbidden("A token can only be made for oneself");
    const owner = await tx.db.user.findFirst({
      where: { ...(asking ? { id: asking.id } : { email: input.forEmail ?? "" }), disabledAt: null },
      select: { id: true, role: true, timeZone: true },
    });
    if (!owner) throw notFound();
    checkScopes(input.scopes, owner.role, asking);
    const expiresAt = endOf(input.expiresOn, owner.timeZone, tx.now());
    checkLifetime(expiresAt, input.notAfter ?? null);
    const { secret, hash, hint } = newSecret(PREFIX);
    const row = await tx.db.apiToken.create({
      data: {
        id: tx.newId(),
        userId: owner.id,
        name: input.name,
        tokenHash: hash,
        hint,
        scopes: [...new Set(input.scopes)],
        createdAt: tx.now(),
        expiresAt,
      },
      select: TOKEN_SELECT,
    });
    const { name, scopes } = row;
    const forId = owner.id === actorId(tx.actor) ? {} : { userId: owner.id };
    await audit(tx, {
      action: "token.created",
      noun: "token",
      nounId: row.id,
      after: { name, scopes, expiresAt, ...forId },
    });
    return { ...presentToken(row), secret };
  });
}
