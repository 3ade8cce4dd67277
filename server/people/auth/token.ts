import { prisma } from "#server/base/db/client.ts";
import { hashSecret } from "./one-time-secret.ts";
import type { SignedIn } from "./session.ts";
import { ACTOR_SELECT, userActor } from "./user-actor.ts";

const TOUCH_AFTER_MS = 60_000;

/** Returns the person behind an `Authorization: Bearer …` header, with the scopes of the token. */
export async function readBearer(header: string | null, now: Date): Promise<SignedIn | null> {
  const secret = header?.match(/^Bearer\s+(\S{1,200})$/i)?.[1];
  if (!secret) return null;
  const token = await prisma().apiToken.findUnique({
    where: { tokenHash: hashSecret(secret) },
    select: {
      id: true,
      scopes: true,
      expiresAt: true,
      revokedAt: true,
      lastUsedAt: true,
      user: { select: ACTOR_SELECT },
    },
  });
  if (!token || token.revokedAt !== null || (token.expiresAt !== null && token.expiresAt <= now)) return null;
  const actor = userActor(token.user, token.scopes);
  if (!actor) return null;
  if (token.lastUsedAt === null || now.getTime() - token.lastUsedAt.getTime() > TOUCH_AFTER_MS) {
    await prisma().apiToken.update({ where: { id: token.id }, data: { lastUsedAt: now } });
  }
  return { actor, sessionId: null, isDemo: token.user.demo, tokenExpiresAt: token.expiresAt };
}
