import { uuidv7 } from "uuidv7";
import { refuse } from "#lib/base/errors.ts";
import { prisma } from "#server/base/db/client.ts";
import { verifyPassword } from "./password.ts";
import { SESSION_SECONDS } from "./session.ts";
import { countSignIn, forgiveSignIn } from "./sign-in-tries.ts";

export interface Credentials {
  email: string;
  password: string;
  userAgent: string | null;
  ip: string | null;
  /** Whether an account of the demo data may sign in by this request. */
  isDemoAccepted: boolean;
}

/**
 * Checks email and password and opens a session row. Null when they do not fit; throws `rate_limited`, and `demo_refused`
 * as `rule` for a demo account that is not let in here.
 */
export async function signInWithPassword(
  credentials: Credentials,
  now: Date,
): Promise<{ id: string; name: string; email: string; sid: string } | null> {
  const email = credentials.email.trim().toLowerCase();
  const attempt = { email, ip: credentials.ip };
  await countSignIn(attempt);
  const user = await prisma().user.findUnique({
    where: { email },
    select: { id: true, name: true, email: true, passwordHash: true, disabledAt: true, demo: true },
  });
  const fits = await verifyPassword(user?.passwordHash ?? null, credentials.password);
  if (!user || !fits || user.disabledAt !== null) return null;
  if (user.demo && !credentials.isDemoAccepted) throw refuse("demo_refused", "Demo accounts are not let in here");
  await forgiveSignIn(attempt);
  const session = await prisma().userSession.create({
    data: {
      id: uuidv7(),
      userId: user.id,
      userAgent: credentials.userAgent?.slice(0, 300) ?? null,
      ip: credentials.ip,
      createdAt: now,
      lastSeenAt: now,
      expiresAt: new Date(now.getTime() + SESSION_SECONDS * 1000),
    },
  });
  return { id: user.id, name: user.name, email: user.email, sid: session.id };
}
