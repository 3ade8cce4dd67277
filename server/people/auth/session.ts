import { decode } from "next-auth/jwt";
import type { UserActor } from "#lib/base/access/actor.ts";
import { prisma } from "#server/base/db/client.ts";
import { secret } from "#server/base/process/secret.ts";
import { ACTOR_SELECT, userActor } from "./user-actor.ts";

export interface SignedIn {
  actor: UserActor;
  /** Id of the session row; null for a token. */
  sessionId: string | null;
  /** An account of the demo data, which is not let in everywhere. */
  isDemo: boolean;
  /** When the token ends; null for a session and for a token without an end. */
  tokenExpiresAt: Date | null;
}

export const SESSION_SECONDS = 8 * 60 * 60;
const TOUCH_AFTER_MS = 60_000;
const COOKIES = ["next-auth.session-token", "__Secure-next-auth.session-token"];

/** The session cookie of a Cookie header, put together when it came in chunks (.0, .1, …). */
export function sessionCookie(header: string | null): string | null {
  if (!header) return null;
  const jar = new Map(
    header.split(";").map((pair) => {
      const at = pair.indexOf("=");
      return [pair.slice(0, at).trim(), decodeURIComponent(pair.slice(at + 1).trim())] as const;
    }),
  );
  for (const name of COOKIES) {
    const whole = jar.get(name);
    if (whole) return whole;
    const chunks: string[] = [];
    for (let chunk = jar.get(`${name}.0`); chunk !== undefined; chunk = jar.get(`${name}.${chunks.length}`))
      chunks.push(chunk);
    if (chunks.length > 0) return chunks.join("");
  }
  return null;
}

/** The person behind a session cookie, asked of the database each time: a revoked session ends at once. */
export async function readSession(cookieHeader: string | null, now: Date): Promise<SignedIn | null> {
  const cookie = sessionCookie(cookieHeader);
  if (!cookie) return null;
  const token = await decode({ token: cookie, secret: secret() }).catch(() => null);
  const sid = token?.sid;
  if (typeof sid !== "string") return null;
  const session = await prisma().userSession.findUnique({
    where: { id: sid },
    select: { id: true, revokedAt: true, expiresAt: true, lastSeenAt: true, user: { select: ACTOR_SELECT } },
  });
  if (!session || session.revokedAt !== null || session.expiresAt <= now) return null;
  const actor = userActor(session.user, null);
  if (!actor) return null;
  if (now.getTime() - session.lastSeenAt.getTime() > TOUCH_AFTER_MS) {
    await prisma().userSession.updateMany({
      where: { id: sid, revokedAt: null },
      data: { lastSeenAt: now, expiresAt: new Date(now.getTime() + SESSION_SECONDS * 1000) },
    });
  }
  return { actor, sessionId: session.id, isDemo: session.user.demo, tokenExpiresAt: null };
}
