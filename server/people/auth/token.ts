import type { ApiToken } from "#generated/prisma/client.ts";
import { MINUTE_MS } from "#lib/base/time/spans.ts";
import { prisma } from "#server/base/db/client.ts";
import { PREPARED } from "#server/base/db/prepared.ts";
import { hashSecret } from "./one-time-secret.ts";
import type { SignedIn } from "./session.ts";
import { ACTOR_SQL, type ActorSql, actorRow, userActor } from "./user-actor.ts";

const TOUCH_AFTER_MS = MINUTE_MS;

type TokenRow = Pick<ApiToken, "id" | "scopes" | "expiresAt" | "revokedAt" | "lastUsedAt">;

/** Returns the person behind an `Authorization: Bearer …` header, with the scopes of the token. */
export async function readBearer(header: string | null, now: Date): Promise<SignedIn | null> {
  const secret = header?.match(/^Bearer\s+(\S{1,200})$/i)?.[1];
  if (!secret) return null;
  const [token] = await prisma().$queryRaw<(ActorSql & TokenRow)[]>`
    ${PREPARED} SELECT t.id, t.scopes::text[] AS scopes, t.expires_at AS "expiresAt", t.revoked_at AS "revokedAt",
      t.last_used_at AS "lastUsedAt", ${ACTOR_SQL}
    FROM api_token t JOIN "user" ON "user".id = t.user_id WHERE t.token_hash = ${hashSecret(secret)}`;
  if (!token || token.revokedAt !== null || (token.expiresAt !== null && token.expiresAt <= now)) return null;
  const actor = userActor(actorRow(token), token.scopes);
  if (!actor) return null;
  if (token.lastUsedAt === null || now.getTime() - token.lastUsedAt.getTime() > TOUCH_AFTER_MS) {
    await prisma().apiToken.update({ where: { id: token.id }, data: { lastUsedAt: now } });
  }
  return { actor, sessionId: null, isDemo: token.demo, tokenExpiresAt: token.expiresAt };
}
