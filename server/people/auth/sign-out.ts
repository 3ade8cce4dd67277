import { prisma } from "#server/base/db/client.ts";
import { authorizeSelf } from "#server/base/kernel/authorize.ts";
import { contextFor } from "#server/base/kernel/context.ts";
import { emit } from "#server/base/kernel/outbox.ts";
import { record, unrecorded } from "#server/base/kernel/record.ts";
import { transact } from "#server/base/kernel/transaction.ts";
import { ACTOR_SELECT, userActor } from "./user-actor.ts";

/** Ends one session because its person signs out, including open sockets of other tabs. */
export async function endSignIn(sessionId: string, now: Date): Promise<void> {
  const session = await prisma().userSession.findUnique({
    where: { id: sessionId },
    select: { user: { select: ACTOR_SELECT } },
  });
  const person = session && userActor(session.user, null);
  if (!person) return;
  await transact({ ...contextFor(person), now: () => now }, async (tx) => {
    const { id: userId } = authorizeSelf(tx, "write");
    const { count } = await tx.db.userSession.updateMany({
      where: { id: sessionId, userId, revokedAt: null },
      data: { revokedAt: now },
    });
    if (count === 0) return unrecorded("it had ended before");
    await emit(tx, "access.changed", { sessionId });
    return record(tx, { action: "member.signed_out", id: userId, after: { sessionId }, shown: false });
  });
}
