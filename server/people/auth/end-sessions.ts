import type { TxCtx } from "#server/base/kernel/context.ts";
import { emit } from "#server/base/kernel/outbox.ts";

export interface EndSessionsInput {
  userId: string;
  /** The current session, which continues. */
  except?: string | null | undefined;
  /** Ends only this one. */
  only?: string;
}

/** Ends sessions of a person at once, including open sockets. Returns how many ended. */
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

/**
 * Ends every session of a person except `except`, and all personal tokens, even the current one. Returns how many of
 * each ended.
 */
export async function endAllAccess(
  tx: TxCtx,
  { userId, except }: Pick<EndSessionsInput, "userId" | "except">,
): Promise<{ endedSessions: number; revokedTokens: number }> {
  const endedSessions = await endSessions(tx, { userId, except });
  const { count: revokedTokens } = await tx.db.apiToken.updateMany({
    where: { userId, revokedAt: null },
    data: { revokedAt: tx.now() },
  });
  if (endedSessions === 0 && revokedTokens > 0) await emit(tx, "access.changed", { userId });
  return { endedSessions, revokedTokens };
}
