import { AppError } from "#lib/base/errors.ts";
import { isUnchangedHere } from "#lib/follow/tracker/agree.ts";
import { comparedFields } from "#lib/follow/tracker/mapping.ts";
import type { Ctx } from "#server/base/kernel/context.ts";
import { actionKeyOf } from "#server/base/kernel/keys.ts";
import { record } from "#server/base/kernel/record.ts";
import { transact } from "#server/base/kernel/transaction.ts";
import { loadActionItem } from "#server/follow/action-item/index.ts";
import { type Claimed, claim, release, store } from "./claim.ts";
import { TrackerError } from "./connectors/connector.ts";
import { keepFailure } from "./failure.ts";
import {
  agreedOf,
  authorizeSync,
  connectorFor,
  heldOf,
  isReached,
  isRestricted,
  mappingOf,
  SYNC,
  TRACKER_INCLUDE,
  type TrackerRecord,
  targetOf,
  valuesHere,
} from "./load.ts";
import { Pass } from "./pass.ts";

const AT_ONCE = 20;

/** Brings everything together that has changed on one side. Returns how many links were checked. */
export async function syncIssues(ctx: Ctx, signal?: AbortSignal): Promise<number> {
  let done = 0;
  while (!signal?.aborted) {
    const ids = await changedLinks(ctx);
    for (const id of ids) {
      if (signal?.aborted) break;
      done += (await syncIssue(ctx, id)) ? 1 : 0;
    }
    if (ids.length < AT_ONCE) break;
  }
  return done;
}

/** Returns links to cut first, then those whose action has another version than was compared, or whose issue is to be read. */
async function changedLinks({ db, now }: Ctx): Promise<string[]> {
  const rows = await db.$queryRaw<{ id: string }[]>`
    SELECT l.id FROM linked_issue l JOIN tracker t ON t.id = l.tracker_id JOIN action_item a ON a.id = l.action_item_id
      LEFT JOIN incident i ON i.id = a.incident_id
     WHERE l.unlinked_at IS NULL AND (l.claimed_until IS NULL OR l.claimed_until < ${now()})
       AND (i.restricted OR (t.removed_at IS NULL AND t.paused_at IS NULL AND t.refused_at IS NULL AND NOT t.demo
         AND lower(l.target) IN (SELECT lower(one) FROM unnest(t.targets) AS one)
         AND (t.waits_until IS NULL OR t.waits_until <= ${now()}) AND a.archived_at IS NULL
         AND (l.next_try_at IS NULL OR l.next_try_at <= ${now()})
         AND (l.look_at IS NOT NULL OR a.version <> l.seen_version)))
     ORDER BY (i.restricted IS TRUE) DESC, l.look_at NULLS FIRST, l.id LIMIT ${AT_ONCE}`;
  return rows.map(({ id }) => id);
}

/** Compares one link's sides and writes what changed to the other. Returns whether it was free to be compared. */
export async function syncIssue(ctx: Ctx, id: string): Promise<boolean> {
  const as: Ctx = { ...ctx, actor: SYNC };
  const claimed = await claim(as, id);
  if (!claimed) return false;
  try {
    await compare(as, claimed);
  } catch (error) {
    if (error instanceof TrackerError) await keepFailure(as, claimed, error);
    else if (error instanceof AppError && error.code === "conflict") await release(as, claimed);
    else {
      ctx.log.error({ err: error, link: id }, "a linked issue could not be compared");
      await keepFailure(as, claimed, new TrackerError("answer", "Something failed here. The server's log has more."));
    }
  }
  return true;
}

/** A connection can be paused, lose a target, or be asked to wait while a run goes through its links. */
const isAsked = ({ now }: Ctx, tracker: TrackerRecord, target: string): boolean =>
  isReached(tracker, target) &&
  tracker.removedAt === null &&
  tracker.pausedAt === null &&
  tracker.refusedAt === null &&
  !tracker.demo &&
  (tracker.waitsUntil === null || tracker.waitsUntil <= now());

async function compare(ctx: Ctx, claimed: Claimed): Promise<void> {
  const { link, tracker } = claimed;
  const { number, incidentId } = await ctx.db.actionItem.findUniqueOrThrow({
    where: { id: link.actionItemId },
    select: { number: true, incidentId: true },
  });
  if (await isRestricted(ctx, incidentId)) return cutLink(ctx, link.id);
  if (!isAsked(ctx, tracker, link.target)) return release(ctx, claimed);
  const loaded = await loadActionItem(ctx, actionKeyOf(number));
  const mapping = mappingOf(tracker);
  const fields = comparedFields(mapping);
  const here = valuesHere(loaded.row);
  const agreed = agreedOf(link);
  if (link.lookAt === null && isUnchangedHere({ here, agreed, fields })) {
    await store(ctx, claimed, { version: loaded.row.version, agreed: {}, held: heldOf(link), lines: [], issue: null });
    return;
  }
  const connector = connectorFor(tracker);
  const target = targetOf(tracker, link.target);
  const issue = await connector.read(target, link.remoteId);
  if (issue === null) throw new TrackerError("missing", "It no longer exists, or the token can't see it. Unlink it.");
  const pass = new Pass(ctx, claimed, {
    ...{ loaded, mapping, issue },
    isStill: () => isStillOurs(ctx, claimed),
    dueMover: () => connector.dueMover(target, issue, link.changedAt.toISOString()).catch(unknownMover),
  });
  await store(ctx, claimed, await pass.takeAndSend((change) => connector.update(target, link.remoteId, change)));
}

/** Who moved a date is worth a request, and no failure: the owner is notified then. */
function unknownMover(error: unknown): null {
  if (error instanceof TrackerError) return null;
  throw error;
}

/** Returns whether a pass still works on its link, and nothing that people did since it started ends it. */
async function isStillOurs(ctx: Ctx, { link, until }: Claimed): Promise<boolean> {
  const now = await ctx.db.linkedIssue.findFirst({
    where: { id: link.id, claimedUntil: until, unlinkedAt: null },
    include: { tracker: { include: TRACKER_INCLUDE }, actionItem: { select: { incidentId: true, archivedAt: true } } },
  });
  if (!now || now.actionItem.archivedAt !== null || !isAsked(ctx, now.tracker, now.target)) return false;
  return !(await isRestricted(ctx, now.actionItem.incidentId));
}

/** Ends the link of an action whose incident is restricted. Its issue stays there as it is, and the incident lists it. */
async function cutLink(ctx: Ctx, id: string): Promise<void> {
  authorizeSync(ctx);
  await transact(ctx, async (tx) => {
    const data = { unlinkedAt: tx.now(), isCut: true, claimedUntil: null, version: { increment: 1 } };
    const { ref, actionItem } = await tx.db.linkedIssue.update({
      where: { id },
      data,
      select: { ref: true, actionItem: { select: { id: true, incidentId: true } } },
    });
    return record(tx, { action: "action_item.issue_cut", ...actionItem, before: { issue: ref } });
  });
}
