import { prisma } from "#server/base/db/client.ts";

/** Ends one sign-in because its person signs out; open sockets of other tabs end with it. */
export async function endSignIn(sessionId: string, now: Date): Promise<void> {
  const { count } = await prisma().userSession.updateMany({
    where: { id: sessionId, revokedAt: null },
    data: { revokedAt: now },
  });
  if (count === 0) return;
  await prisma().outboxEvent.create({ data: { topic: "access.changed", payload: { sessionId }, createdAt: now } });
}
