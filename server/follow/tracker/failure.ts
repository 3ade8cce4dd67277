import { DAY_MS, HOUR_MS } from "#lib/base/time/spans.ts";
import type { Ctx, TxCtx } from "#server/base/kernel/context.ts";
import { unrecorded } from "#server/base/kernel/record.ts";
import { transact } from "#server/base/kernel/transaction.ts";
import type { Claimed } from "./claim.ts";
import type { TrackerError } from "./connectors/connector.ts";
import { keepLines } from "./lines.ts";
import { authorizeSync } from "./load.ts";

const FIRST_WAIT_MS = 30_000;
const LONGEST_WAIT_MS = HOUR_MS;
/** If the tracker asks to wait without a time, or can't be reached. Others aren't delayed by it. */
const WAIT_SECONDS = 60;
/** No tracker can end the sync with a time that never comes. */
const MOST_WAIT_SECONDS = DAY_MS / 1000;

const backOff = (attempts: number) => Math.min(FIRST_WAIT_MS * 2 ** attempts, LONGEST_WAIT_MS);

/**
 * Keeps why a tracker couldn't be asked. The link is compared again later, after an ever longer time. A rejected token
 * ends all asking until someone connects again.
 */
export async function keepFailure(ctx: Ctx, { link, tracker, until }: Claimed, error: TrackerError): Promise<void> {
  authorizeSync(ctx);
  await transact(ctx, async (tx) => {
    const now = tx.now();
    const later = (ms: number) => new Date(now.getTime() + ms);
    const isOurs = await tx.db.linkedIssue.updateMany({
      where: { id: link.id, claimedUntil: until },
      data: {
        ...{ claimedUntil: null, waiting: error.message, attempts: { increment: 1 } },
        nextTryAt: error.fault === "token" || error.fault === "wait" ? null : later(backOff(link.attempts)),
      },
    });
    if (isOurs.count === 0) return unrecorded("another worker has the link");
    await keepTrackerFault(tx, tracker.id, error);
    const state = error.fault === "token" || error.fault === "missing" ? "refused" : "held";
    if (link.waiting !== error.message) await keepLines(tx, link, [{ way: "to", what: error.message, state }]);
    return unrecorded("the log of the connection has it");
  });
}

/** Keeps what a failure means for all of a connection: it waits, or was rejected. */
export async function keepTrackerFault(tx: TxCtx, id: string, error: TrackerError): Promise<void> {
  if (error.fault === "token") return refuseTracker(tx, id, error);
  if (error.fault !== "wait" && error.fault !== "unreachable") return;
  const seconds = Math.min(Math.max(1, error.retryAfterSeconds ?? WAIT_SECONDS), MOST_WAIT_SECONDS);
  const waitsUntil = new Date(tx.now().getTime() + seconds * 1000);
  // A look right after the wait ends the problem.
  const isDown = error.fault === "unreachable" ? { problem: error.message, nextLookAt: waitsUntil } : { problem: null };
  await tx.db.tracker.update({ where: { id }, data: { waitsUntil, ...isDown } });
}

/** Ends all asking of a tracker that rejected its token. */
async function refuseTracker(tx: TxCtx, id: string, { message }: TrackerError): Promise<void> {
  await tx.db.tracker.updateMany({
    where: { id, refusedAt: null },
    data: { refusedAt: tx.now(), problem: message },
  });
}
