import { uuidv7 } from "uuidv7";
import type { Actor } from "#lib/base/access/actor.ts";
import { refuse } from "#lib/base/errors.ts";
import { prisma } from "#server/base/db/client.ts";
import { contextFor } from "#server/base/kernel/context.ts";
import { record } from "#server/base/kernel/record.ts";
import { transact } from "#server/base/kernel/transaction.ts";
import { verifyPassword } from "./password.ts";
import { SESSION_SECONDS } from "./session.ts";
import { countSignIn, forgiveSignIn } from "./sign-in-tries.ts";
import { ACTOR_SELECT, userActor } from "./user-actor.ts";

export interface Credentials {
  email: string;
  password: string;
  userAgent: string | null;
  ip: string | null;
  /** Id of a device from which this account signed in before. */
  deviceId?: string | null;
  /** Whether a demo account can sign in with this request. */
  isDemoAccepted: boolean;
}

/** Replaces an unknown account in the log. What was typed isn't kept, because it can be a password. */
const NOBODY = "00000000-0000-0000-0000-000000000000";
const DOOR: Actor = { kind: "system", label: "sign-in" };

type Refusal = "unknown_account" | "wrong_password" | "access_ended" | "demo_refused";

/**
 * Checks email and password and opens a session row. Returns null if they are wrong. Throws `rate_limited`, and `rule`
 * (`demo_refused`) for a demo account that isn't accepted here. The result goes into the audit log, without the
 * password.
 */
export async function signInWithPassword(
  credentials: Credentials,
  now: Date,
): Promise<{ id: string; name: string; email: string; sid: string } | null> {
  const email = credentials.email.trim().toLowerCase();
  const { ip, deviceId = null, isDemoAccepted } = credentials;
  const attempt = { email, ip, deviceId };
  const refused = (reason: Refusal, userId: string) =>
    transact({ ...contextFor(DOOR), now: () => now }, (tx) =>
      record(tx, { action: "member.sign_in_failed", id: userId, after: { reason, ip }, shown: false }),
    );
  await countSignIn(attempt);
  const user = await prisma().user.findUnique({
    where: { email },
    select: { ...ACTOR_SELECT, email: true, passwordHash: true, demo: true },
  });
  const fits = await verifyPassword(user?.passwordHash ?? null, credentials.password);
  const actor = user && userActor(user, null);
  if (!user || !fits || !actor) {
    const reason = !user ? "unknown_account" : fits ? "access_ended" : "wrong_password";
    await refused(reason, user?.id ?? NOBODY);
    return null;
  }
  if (user.demo && !isDemoAccepted) {
    await refused("demo_refused", user.id);
    throw refuse("demo_refused", "Demo accounts can't sign in here");
  }
  await forgiveSignIn(attempt);
  const sid = uuidv7();
  const userAgent = credentials.userAgent?.slice(0, 300) ?? null;
  const expiresAt = new Date(now.getTime() + SESSION_SECONDS * 1000);
  await transact({ ...contextFor(actor), now: () => now }, async (tx) => {
    await tx.db.userSession.create({
      data: { id: sid, userId: user.id, userAgent, ip, createdAt: now, lastSeenAt: now, expiresAt },
    });
    return record(tx, { action: "member.signed_in", id: user.id, after: { ip, userAgent }, shown: false });
  });
  return { id: user.id, name: user.name, email: user.email, sid };
}
