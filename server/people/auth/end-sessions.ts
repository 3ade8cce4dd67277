import { emit } from "#server/base/kernel/outbox.ts";
import type { TxCtx } from "#server/base/kernel/transaction.ts";

export interface EndSessionsInput {
  userId: string;
  /** Session that goes on: the one that asks. */
  except?: string | null;
  /** End this one only. */
  only?: string;
}

/** Ends sign-ins of a person at once, open sockets included. Answers how many ended. */
export async function endSessions(tx: TxCtx, { userId, except, only }: EndSessionsInput): Promise<number> {
  const { count } = await tx.db.userSession.updateMany({
    where: {
      userId,
      revokedAt: null,
      ...(only ? { id: only } : {}),
      ...(except ? { NOT: { id: except } } : {}),
    },
    data: { revokedAt: tx.now() },
  });
  if (count > 0) await emit(tx, "access.changed", only ? { userId, sessionId: only } : { userId });
  return count;
}
