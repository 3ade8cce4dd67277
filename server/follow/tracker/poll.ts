import type { RemoteIssue } from "#lib/follow/tracker/remote-issue.ts";
import type { Ctx } from "#server/base/kernel/context.ts";
import { unrecorded } from "#server/base/kernel/record.ts";
import { transact } from "#server/base/kernel/transaction.ts";
import { type ChangedPage, TrackerError } from "./connectors/connector.ts";
import { refuseTracker } from "./failure.ts";
import { authorizeSync, connectorFor, SYNC, TRACKER_INCLUDE, type TrackerRecord, targetOf } from "./load.ts";

const EVERY_MS = 10 * 60_000;
/** A tracker's clock and its index can be behind. */
const OVERLAP_MS = 2 * 60_000;
/** What no change of an issue shows, such as a milestone's date, is found within a day. */
const UNSEEN_MS = 24 * 60 * 60_000;
const MOST_PAGES = 50;

/** Looks for changes in every connection whose ten minutes are over. They are read by the same code as a webhook's. */
export async function pollTrackers(ctx: Ctx, signal?: AbortSignal): Promise<void> {
  const due = await ctx.db.tracker.findMany({
    where: {
      ...{ removedAt: null, pausedAt: null, refusedAt: null, demo: false, nextLookAt: { lte: ctx.now() } },
      OR: [{ waitsUntil: null }, { waitsUntil: { lte: ctx.now() } }],
    },
    include: TRACKER_INCLUDE,
    orderBy: { nextLookAt: "asc" },
  });
  for (const tracker of due) {
    if (signal?.aborted) return;
    if (await takeTurn(ctx, tracker)) await poll({ ...ctx, actor: SYNC }, tracker);
  }
}

/** Returns whether this worker looks, and no other. */
async function takeTurn(ctx: Ctx, { id, nextLookAt }: TrackerRecord): Promise<boolean> {
  authorizeSync(ctx);
  return transact(ctx, async (tx) => {
    const { count } = await tx.db.tracker.updateMany({
      where: { id, nextLookAt },
      data: { nextLookAt: new Date(tx.now().getTime() + EVERY_MS) },
    });
    return unrecorded("when it is looked at next is not recorded", () => count > 0);
  });
}

async function poll(ctx: Ctx, tracker: TrackerRecord): Promise<void> {
  authorizeSync(ctx);
  const startedAt = ctx.now().getTime();
  const since = (tracker.cursor ?? tracker.createdAt).getTime() - OVERLAP_MS;
  let found = 0;
  let newest = since + OVERLAP_MS;
  let cursor = startedAt;
  try {
    for (const target of tracker.targets) {
      const { lastAt, isEnd, changed } = await pollTarget(ctx, tracker, target, since);
      found += changed;
      newest = Math.max(newest, lastAt);
      // If one target has more, the next look starts there for all of them. Clocks there can be behind ours.
      if (!isEnd) cursor = Math.min(cursor, lastAt);
    }
  } catch (error) {
    if (!(error instanceof TrackerError)) throw error;
    return keepPollFailure(ctx, tracker, error);
  }
  await transact(ctx, async (tx) => {
    const unseen = { state: { in: ["open", "started"] }, seenAt: { lt: new Date(startedAt - UNSEEN_MS) } };
    await tx.db.linkedIssue.updateMany({
      where: { trackerId: tracker.id, unlinkedAt: null, ...unseen },
      data: { lookAt: tx.now() },
    });
    await tx.db.tracker.update({
      where: { id: tracker.id },
      data: { lastLookAt: tx.now(), lastLookFound: found, cursor: new Date(Math.min(cursor, newest)), problem: null },
    });
    return unrecorded("looking changes nothing");
  });
}

/** Returns how many links changed in one target, up to which change it was read, and whether that was the last. */
async function pollTarget(ctx: Ctx, tracker: TrackerRecord, target: string, since: number) {
  let page: string | null = null;
  let [lastAt, changed] = [since, 0];
  for (let count = 0; count < MOST_PAGES; count++) {
    const read: ChangedPage = await connectorFor(tracker).changedSince(
      targetOf(tracker, target),
      new Date(since).toISOString(),
      page,
    );
    changed += await lookAtChanged(ctx, tracker.id, target, read.issues);
    lastAt = Math.max(lastAt, ...read.issues.map(({ updatedAt }) => Date.parse(updatedAt)));
    page = read.next;
    if (page === null) return { lastAt, changed, isEnd: true };
  }
  return { lastAt, changed, isEnd: false };
}

/**
 * Marks links whose issue changed since it was seen. Returns how many. Some trackers have times in seconds, so an issue
 * that was read right after a change is read once more: there can be another change in the same second.
 */
async function lookAtChanged(ctx: Ctx, trackerId: string, target: string, issues: readonly RemoteIssue[]) {
  authorizeSync(ctx);
  const links = await ctx.db.linkedIssue.findMany({
    where: { trackerId, target, unlinkedAt: null, lookAt: null, remoteId: { in: issues.map(({ id }) => id) } },
    select: { id: true, remoteId: true, changedAt: true, seenAt: true },
  });
  const changedAt = new Map(issues.map(({ id, updatedAt }) => [id, Date.parse(updatedAt)]));
  const newer = links.filter((link) => (changedAt.get(link.remoteId) ?? 0) > link.changedAt.getTime());
  const early = links.filter(
    (link) =>
      changedAt.get(link.remoteId) === link.changedAt.getTime() &&
      link.seenAt.getTime() - link.changedAt.getTime() < OVERLAP_MS,
  );
  const ids = [...newer, ...early].map(({ id }) => id);
  if (ids.length === 0) return 0;
  return transact(ctx, async (tx) => {
    await tx.db.linkedIssue.updateMany({ where: { id: { in: ids } }, data: { lookAt: tx.now() } });
    return unrecorded("a poll only says where to look", () => newer.length);
  });
}

async function keepPollFailure(ctx: Ctx, { id }: TrackerRecord, error: TrackerError): Promise<void> {
  authorizeSync(ctx);
  await transact(ctx, async (tx) => {
    if (error.fault === "token") await refuseTracker(tx, id, error);
    const wait = error.fault === "wait" ? Math.max(1, error.retryAfterSeconds ?? 60) : null;
    await tx.db.tracker.update({
      where: { id },
      data: {
        problem: error.message,
        ...(wait === null ? {} : { waitsUntil: new Date(tx.now().getTime() + wait * 1000) }),
      },
    });
    return unrecorded("the connection shows what failed");
  });
}
