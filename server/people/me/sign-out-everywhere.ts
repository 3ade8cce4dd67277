import { audit } from "#server/base/kernel/audit.ts";
import { authorizeSelf } from "#server/base/kernel/authorize-self.ts";
import type { Ctx } from "#server/base/kernel/context.ts";
import { transact } from "#server/base/kernel/transaction.ts";
import { endSessions } from "#server/people/auth/end-sessions.ts";

/** Ends all my sessions but the one that asks. Answers how many. */
export async function signOutEverywhere(
  ctx: Ctx,
  { sessionId }: { sessionId: string | null },
): Promise<{ ended: number }> {
  return transact(ctx, async (tx) => {
    const { id } = authorizeSelf(tx, "write");
    const ended = await endSessions(tx, { userId: id, except: sessionId });
    await audit(tx, { action: "member.signed_out_everywhere", noun: "member", nounId: id, after: { ended } });
    return { ended };
  });
}
