import { z } from "zod";
import { MINUTE_MS } from "#lib/base/time/spans.ts";
import type { Ctx } from "#server/base/kernel/context.ts";
import { unrecorded } from "#server/base/kernel/record.ts";
import { transact } from "#server/base/kernel/transaction.ts";
import { unseal } from "#server/base/process/seal.ts";
import { type HookHeaders, type HookReading, TrackerError } from "./connectors/connector.ts";
import { keepLines } from "./lines.ts";
import { authorizeSync, connectorFor } from "./load.ts";
import { kickSync, lookAtAll } from "./manage.ts";

export type TrackerHookAnswer = "unknown" | "too large" | "refused" | "taken";

const REFUSALS_EVERY_MS = MINUTE_MS;

/**
 * Takes a webhook of a tracker: first its signature, then which issues it is about. `read` returns the body, or null if it
 * is too large. The issues are read by a job, so a
 * repeated, late or lost webhook changes nothing.
 */
export async function receiveTrackerHook(
  ctx: Ctx,
  { trackerId, headers, read }: { trackerId: string; headers: HookHeaders; read: () => Promise<Uint8Array | null> },
): Promise<TrackerHookAnswer> {
  authorizeSync(ctx);
  if (!z.uuid().safeParse(trackerId).success) return "unknown";
  const tracker = await ctx.db.tracker.findFirst({ where: { id: trackerId, removedAt: null } });
  if (!tracker) return "unknown";
  const { sealedHookSecret: sealed } = tracker;
  const secret = sealed && unseal(sealed, `${trackerId} webhook`);
  if (!secret) {
    await keepRefusal(ctx, trackerId);
    return "refused";
  }
  const body = await read();
  if (body === null) return "too large";
  const connector = connectorFor(tracker);
  if (!connector.webhook.verify(headers, body, secret, ctx.now())) {
    await keepRefusal(ctx, trackerId);
    return "refused";
  }
  const reading = readHook(() => connector.webhook.read(headers, body));
  await transact(ctx, async (tx) => {
    await tx.db.tracker.update({ where: { id: trackerId }, data: { lastHookAt: tx.now() } });
    if (reading.is === "all") await lookAtAll(tx, trackerId);
    if (reading.is === "issues") {
      const { project, issueIds } = reading;
      await tx.db.linkedIssue.updateMany({
        where: {
          ...{ trackerId, unlinkedAt: null, remoteId: { in: [...issueIds] } },
          ...(project === null ? {} : { target: { equals: project, mode: "insensitive" as const } }),
        },
        data: { lookAt: tx.now() },
      });
    }
    return unrecorded("a webhook only says where to look");
  });
  kickSync();
  return "taken";
}

function readHook(read: () => HookReading): HookReading {
  try {
    return read();
  } catch (error) {
    if (error instanceof TrackerError) return { is: "ignored", why: error.message };
    throw error;
  }
}

/** Keeps a rejected webhook in the log, at most one a minute: anyone can send them. */
async function keepRefusal(ctx: Ctx, trackerId: string): Promise<void> {
  authorizeSync(ctx);
  const since = new Date(ctx.now().getTime() - REFUSALS_EVERY_MS);
  const what = "Signature doesn't match. Nothing was read.";
  if ((await ctx.db.trackerLine.count({ where: { trackerId, what, at: { gte: since } } })) > 0) return;
  await transact(ctx, async (tx) => {
    await keepLines(tx, { trackerId, actionItemId: null }, [{ way: "from", what, state: "refused" }]);
    return unrecorded("the log of the connection has it");
  });
}
