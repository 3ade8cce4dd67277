import { authorizeSelf } from "#server/base/kernel/authorize-self.ts";
import type { Ctx } from "#server/base/kernel/context.ts";
import { record } from "#server/base/kernel/record.ts";
import { transact } from "#server/base/kernel/transaction.ts";
import { endAllAccess } from "#server/people/auth/end-sessions.ts";

/** Ends all my sessions but the one that asks, and revokes all my tokens. Returns how many. */
export async function signOutEverywhere(
  ctx: Ctx,
  { sessionId }: { sessionId: string | null },
): Promise<{ ended: number; revokedTokens: number }> {
  return transact(ctx, async (tx) => {
    const { id } = authorizeSelf(tx, "write");
    const { endedSessions: ended, revokedTokens } = await endAllAccess(tx, { userId: id, except: sessionId });
    const after = { ended, revokedTokens };
    return record(tx, {
      action: "member.signed_out_everywhere",
      id,
      after,
      shown: false,
      answer: () => after,
    });
  });
}
