import { notFound } from "#lib/base/errors.ts";
import { authorizeSelf } from "#server/base/kernel/authorize-self.ts";
import type { Ctx } from "#server/base/kernel/context.ts";
import { record } from "#server/base/kernel/record.ts";
import { transact } from "#server/base/kernel/transaction.ts";
import { endSessions } from "#server/people/auth/end-sessions.ts";

/** Ends one of my sessions at once. Throws `not_found` for one that has ended or is someone else's. */
export async function endSession(ctx: Ctx, { id }: { id: string }): Promise<{ done: true }> {
  return transact(ctx, async (tx) => {
    const actor = authorizeSelf(tx, "write");
    const ended = await endSessions(tx, { userId: actor.id, only: id });
    if (ended === 0) throw notFound();
    return record(tx, {
      action: "member.session_ended",
      id: actor.id,
      after: { sessionId: id },
      shown: false,
      answer: () => ({ done: true }),
    });
  });
}
