import { actorId, type UserActor } from "#lib/base/access/actor.ts";
import { roleAllows } from "#lib/base/access/can.ts";
import type { Role, TokenScope } from "#lib/base/access/roles.ts";
import { forbidden, invalid, notFound } from "#lib/base/errors.ts";
import { isFarOff } from "#lib/base/time/far-off.ts";
import { addDays, utcDay } from "#lib/base/time/local-date.ts";
import { toInstant } from "#lib/base/time/zones.ts";
import type { Token, tokenContract } from "#lib/contract/token.ts";
import { authorizeSelf } from "#server/base/kernel/authorize.ts";
import type { Ctx } from "#server/base/kernel/context.ts";
import type { InputOf } from "#server/base/kernel/input.ts";
import { record } from "#server/base/kernel/record.ts";
import { transact } from "#server/base/kernel/transaction.ts";
import { newSecret } from "#server/people/auth/one-time-secret.ts";
import { presentToken, TOKEN_SELECT } from "./read.ts";

/** Throws `forbidden` for a scope that the owner's role or the current token doesn't have. */
function checkScopes(scopes: readonly TokenScope[], role: Role, asking: UserActor | null): void {
  if (scopes.includes("admin") && !roleAllows(role, "token.administer"))
    throw forbidden("Only an admin can have a token with admin scope");
  const held = asking?.scopes ?? null;
  const missing = held === null ? [] : scopes.filter((scope) => !held.includes(scope));
  if (missing.length > 0) throw forbidden(`This token doesn't have the scope ${missing.join(", ")}`);
}

/** Returns when a token ends: at the end of its last day in the owner's time zone. Throws `invalid` for a past day. */
function endOf(expiresOn: string | undefined, timeZone: string, now: Date): Date | null {
  if (expiresOn === undefined) return null;
  const next = addDays(expiresOn, 1);
  if (isFarOff(next)) throw invalid("expiresOn", "For a token that doesn't expire, leave out the day");
  const midnight = toInstant(`${next}T00:00`, timeZone);
  const instant =
    midnight.kind === "ok" ? midnight.instant : midnight.kind === "fold" ? midnight.earlier : midnight.after;
  const end = new Date(instant);
  if (end <= now) throw invalid("expiresOn", "This day is in the past. Enter a later one.");
  return end;
}

/** Throws `forbidden` if a token would create one that lasts longer than itself. */
function checkLifetime(end: Date | null, notAfter: Date | null): void {
  if (notAfter !== null && (end === null || end > notAfter)) {
    const day = utcDay(notAfter);
    throw forbidden(`This token ends on ${day}. Tokens that it creates must end before that.`);
  }
}

export type CreateTokenInput = InputOf<typeof tokenContract.create> & {
  /** The owner. Only the server itself (the command line) creates a token for someone else. */
  forEmail?: string;
  /** End of the current token, if the request uses one. */
  notAfter?: Date | null;
};

const PREFIX = "aw_";

/**
 * Creates a personal token. Its secret is only in this response. It never has more permissions than its owner, its
 * creator or the current token. Throws `not_found`, `forbidden`, `invalid`.
 */
export async function createToken(ctx: Ctx, input: CreateTokenInput): Promise<Token & { secret: string }> {
  return transact(ctx, async (tx) => {
    const asking = tx.actor.kind === "user" ? authorizeSelf(tx, "write") : null;
    if (asking && input.forEmail !== undefined) throw forbidden("You can only create a token for yourself");
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
    return record(tx, {
      action: "token.created",
      id: row.id,
      after: { name, scopes, expiresAt, ...forId },
      answer: () => ({ ...presentToken(row), secret }),
    });
  });
}
