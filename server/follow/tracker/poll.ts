import { z } from "zod";
import { DAY_MS, MINUTE_MS } from "#lib/base/time/spans.ts";
import type { RemoteIssue } from "#lib/follow/tracker/remote-issue.ts";
import type { Ctx } from "#server/base/kernel/context.ts";
import { unrecorded } from "#server/base/kernel/record.ts";
import { transact } from "#server/base/kernel/transaction.ts";
import { type ChangedPage, TrackerError, type TrackerFault } from "./connectors/connector.ts";
import { keepTrackerFault } from "./failure.ts";
import { authorizeSync, connectorFor, SYNC, TRACKER_INCLUDE, type TrackerRecord, targetOf } from "./load.ts";

const EVERY_MS = 10 * MINUTE_MS;
/** A tracker's clock and its index can be behind. */
const OVERLAP_MS = 2 * MINUTE_MS;
/** Changes that a poll can't see, such as a milestone's date, are found within a day. */
const UNSEEN_MS = DAY_MS;
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
    return unrecorded("the time of the next check is not recorded", () => count > 0);
  });
}

/** Reads every target. One that fails leaves the others as they are, and is read from the same point next time. */
async function poll(ctx: Ctx, tracker: TrackerRecord): Promise<void> {
  authorizeSync(ctx);
  const startedAt = ctx.now().getTime();
  const cursors: Record<string, string> = {};
  const problems: string[] = [];
  let found = 0;
  for (const target of tracker.targets) {
    const from = cursorOf(tracker, target);
    try {
      const { lastAt, isEnd, changed } = await pollTarget(ctx, tracker, target, from - OVERLAP_MS);
      found += changed;
      // The tracker's clock can be slow or fast.
      cursors[target] = new Date(Math.min(startedAt, isEnd ? Math.max(lastAt, from) : lastAt)).toISOString();
    } catch (error) {
      if (!(error instanceof TrackerError)) throw error;
      if (OF_ALL_TARGETS.has(error.fault)) return keepPollFailure(ctx, tracker, error);
      problems.push(`${target}: ${error.message}`);
    }
  }
  await transact(ctx, async (tx) => {
    const unseen = { state: { in: ["open", "started"] }, seenAt: { lt: new Date(startedAt - UNSEEN_MS) } };
    await tx.db.linkedIssue.updateMany({
      where: { trackerId: tracker.id, unlinkedAt: null, ...unseen },
      data: { lookAt: tx.now() },
    });
    const isRead = problems.length < tracker.targets.length;
    await tx.db.tracker.update({
      where: { id: tracker.id },
      data: {
        ...(isRead ? { lastLookAt: tx.now(), lastLookFound: found } : {}),
        ...{ cursors: { ...cursorsOf(tracker), ...cursors }, problem: problems.join(". ") || null },
      },
    });
    return unrecorded("looking changes nothing");
  });
}

/** Faults of the whole tracker. Another one is of the target. */
const OF_ALL_TARGETS: ReadonlySet<TrackerFault> = new Set(["token", "wait", "unreachable"]);

const Cursors = z.record(z.string(), z.iso.datetime());
const cursorsOf = ({ cursors }: TrackerRecord) => Cursors.safeParse(cursors).data ?? {};

/** Returns up to when changes of a target were read. */
function cursorOf(tracker: TrackerRecord, target: string): number {
  const own = cursorsOf(tracker)[target];
  return own === undefined ? (tracker.cursor ?? tracker.createdAt).getTime() : Date.parse(own);
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
    where: {
      ...{ trackerId, target: { equals: target, mode: "insensitive" } },
      unlinkedAt: null,
      lookAt: null,
      remoteId: { in: issues.map(({ id }) => id) },
    },
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
    await tx.db.tracker.update({ where: { id }, data: { problem: error.message } });
    await keepTrackerFault(tx, id, error);
    return unrecorded("the connection shows what failed");
  });
}
