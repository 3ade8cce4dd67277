import { decode } from "next-auth/jwt";
import type { UserSession } from "#generated/prisma/client.ts";
import type { UserActor } from "#lib/base/access/actor.ts";
import { MINUTE_MS } from "#lib/base/time/spans.ts";
import { id } from "#lib/contract/base.ts";
import { prisma } from "#server/base/db/client.ts";
import { PREPARED } from "#server/base/db/prepared.ts";
import { config } from "#server/base/process/config.ts";
import { secret } from "#server/base/process/secret.ts";
import { ACTOR_SQL, type ActorSql, actorRow, userActor } from "./user-actor.ts";

export interface SignedIn {
  actor: UserActor;
  /** Id of the session row; null for a token. */
  sessionId: string | null;
  /** A demo account, which isn't accepted everywhere. */
  isDemo: boolean;
  /** When the token ends. Null for a session and for a token without an end. */
  tokenExpiresAt: Date | null;
}

type SessionRow = Pick<UserSession, "id" | "revokedAt" | "expiresAt" | "lastSeenAt">;

export const SESSION_SECONDS = 8 * 60 * 60;
/** The cookie outlives a session that is used every day. */
export const SESSION_COOKIE_SECONDS = 30 * 24 * 60 * 60;
const TOUCH_AFTER_MS = MINUTE_MS;
const COOKIE = "next-auth.session-token";

/** Returns whether this request came over https, according to the public address or a trusted proxy. */
export const isHttps = (headers: Headers): boolean =>
  (config().publicUrl ?? `${headers.get("x-forwarded-proto")?.split(",", 1)[0]?.trim()}://`).startsWith("https://");

/**
 * Returns the name of the session cookie. Over https it can be set for this very host only, so a cookie that someone
 * planted over http or from a neighbouring host isn't read.
 */
export const sessionCookieName = (secure: boolean): string => (secure ? `__Host-${COOKIE}` : COOKIE);

/** Cookies that can't be decoded aren't ours and are left out. */
export function jarOf(header: string): Map<string, string> {
  const jar = new Map<string, string>();
  for (const pair of header.split(";")) {
    const at = pair.indexOf("=");
    const name = pair.slice(0, at).trim();
    // The first one has the most specific path.
    if (at < 0 || jar.has(name)) continue;
    try {
      jar.set(name, decodeURIComponent(pair.slice(at + 1).trim()));
    } catch {
      // not written by us
    }
  }
  return jar;
}

/** Returns the session cookie from a Cookie header, joined if it came in chunks (.0, .1, …). */
export function sessionCookie(header: string | null, secure: boolean): string | null {
  if (!header) return null;
  const jar = jarOf(header);
  const name = sessionCookieName(secure);
  const whole = jar.get(name);
  if (whole) return whole;
  const chunks: string[] = [];
  for (let chunk = jar.get(`${name}.0`); chunk !== undefined; chunk = jar.get(`${name}.${chunks.length}`))
    chunks.push(chunk);
  return chunks.length > 0 ? chunks.join("") : null;
}

/** Returns the person behind a session cookie. Queries the database each time, so a revoked session ends at once. */
export async function readSession(headers: Headers, now: Date): Promise<SignedIn | null> {
  const cookie = sessionCookie(headers.get("cookie"), isHttps(headers));
  if (!cookie) return null;
  const token = await decode({ token: cookie, secret: secret() }).catch(() => null);
  const { data: sid } = id.safeParse(token?.sid);
  if (sid === undefined) return null;
  const [session] = await prisma().$queryRaw<(ActorSql & SessionRow)[]>`
    ${PREPARED} SELECT s.id, s.revoked_at AS "revokedAt", s.expires_at AS "expiresAt", s.last_seen_at AS "lastSeenAt", ${ACTOR_SQL}
    FROM user_session s JOIN "user" ON "user".id = s.user_id WHERE s.id = ${sid}::uuid`;
  if (!session || session.revokedAt !== null || session.expiresAt <= now) return null;
  const actor = userActor(actorRow(session), null);
  if (!actor) return null;
  if (now.getTime() - session.lastSeenAt.getTime() > TOUCH_AFTER_MS) {
    await prisma().userSession.updateMany({
      where: { id: sid, revokedAt: null },
      data: { lastSeenAt: now, expiresAt: new Date(now.getTime() + SESSION_SECONDS * 1000) },
    });
  }
  return { actor, sessionId: session.id, isDemo: session.demo, tokenExpiresAt: null };
}
