import { Prisma } from "#generated/prisma/client.ts";
import { can } from "#lib/base/access/can.ts";
import { notFound, refuse } from "#lib/base/errors.ts";
import { formatDuration } from "#lib/base/time/duration.ts";
import type { IssueState } from "#lib/base/vocabulary/issue-tracker.ts";
import type { ActionIssues, actionIssueContract, FoundIssue, LinkedIssue } from "#lib/contract/tracker.ts";
import { comparedFields, sentFields } from "#lib/follow/tracker/mapping.ts";
import type { RemoteIssue } from "#lib/follow/tracker/remote-issue.ts";
import { authorize } from "#server/base/kernel/authorize.ts";
import type { Ctx, TxCtx } from "#server/base/kernel/context.ts";
import { guardVersion } from "#server/base/kernel/guard-version.ts";
import type { InputOf } from "#server/base/kernel/input.ts";
import { actionKeyOf, numberOfKey } from "#server/base/kernel/keys.ts";
import { record, unrecorded } from "#server/base/kernel/record.ts";
import { transact } from "#server/base/kernel/transaction.ts";
import {
  actionItemFacts,
  actionItemVisibleTo,
  type LoadedAction,
  loadActionItem,
} from "#server/follow/action-item/index.ts";
import { incidentVisibleTo } from "#server/incidents/incident/index.ts";
import { TrackerError } from "./connectors/connector.ts";
import {
  connectorFor,
  isReached,
  isRestricted,
  loadTracker,
  lockLinks,
  mappingOf,
  readLinkable,
  TRACKER_INCLUDE,
  type TrackerRecord,
  targetOf,
  vendorOf,
} from "./load.ts";
import { kickSync, retryRefused } from "./manage.ts";
import { LINK_INCLUDE, type LinkRecord, presentLink } from "./present.ts";
import { syncIssue } from "./sync.ts";

/** Returns an action whose issues the actor can change. Throws `rule` for one of a restricted incident. */
export async function authorizeIssues(ctx: Ctx, key: string): Promise<LoadedAction> {
  const loaded = await loadActionItem(ctx, key);
  authorize(ctx, "actionItem", "edit", actionItemFacts(ctx.actor, loaded.row, loaded.refs));
  return loaded;
}

const RESTRICTED = "This action belongs to a restricted incident. Nothing of it is sent to a tracker.";

/** Throws `rule` for an action of a restricted incident, which no tracker can get. */
export async function refuseRestricted(ctx: Ctx, { row }: LoadedAction): Promise<void> {
  if (await isRestricted(ctx, row.incidentId)) throw refuse("restricted", RESTRICTED);
}

/** Returns the connections to which an action can be linked. */
async function trackersFor({ db }: Ctx, { row }: LoadedAction): Promise<TrackerRecord[]> {
  const forTeam = [{ teamIds: { isEmpty: true } }, ...(row.teamId === null ? [] : [{ teamIds: { has: row.teamId } }])];
  return db.tracker.findMany({
    where: { removedAt: null, pausedAt: null, refusedAt: null, OR: forTeam },
    include: TRACKER_INCLUDE,
    orderBy: [{ name: "asc" }, { id: "asc" }],
  });
}

/** Returns one of them. Throws `not_found`. */
export async function trackerFor(ctx: Ctx, loaded: LoadedAction, id: string): Promise<TrackerRecord> {
  const tracker = (await trackersFor(ctx, loaded)).find((one) => one.id === id);
  if (!tracker) throw notFound();
  return tracker;
}

/** Returns a link of an action. Throws `not_found` for an unknown or removed one. */
export async function loadLink({ db }: Ctx, key: string, id: string): Promise<LinkRecord> {
  const where = { id, isCut: false, actionItem: { number: numberOfKey(key) } };
  const link = await db.linkedIssue.findFirst({ where, include: LINK_INCLUDE });
  if (!link) throw notFound();
  return link;
}

export const shownLink = async (ctx: Ctx, key: string, id: string): Promise<LinkedIssue> =>
  presentLink(ctx, await loadLink(ctx, key, id));

/** Returns the issues that are linked to an action, and where the reader can link another. */
export async function listIssues(ctx: Ctx, { key }: InputOf<typeof actionIssueContract.list>): Promise<ActionIssues> {
  const loaded = await loadActionItem(ctx, key);
  const links = await ctx.db.linkedIssue.findMany({
    where: { actionItemId: loaded.row.id, unlinkedAt: null, tracker: { removedAt: null } },
    include: LINK_INCLUDE,
    orderBy: [{ createdAt: "asc" }, { id: "asc" }],
  });
  const items: LinkedIssue[] = [];
  for (const link of links) items.push(await presentLink(ctx, link));
  const isEditor = can(ctx.actor, "actionItem", "edit", actionItemFacts(ctx.actor, loaded.row, loaded.refs));
  const mayLink = isEditor && !(await isRestricted(ctx, loaded.row.incidentId));
  const trackers = mayLink ? await trackersFor(ctx, loaded) : [];
  return {
    ...{ items, mayLink },
    trackers: trackers.map((one) => ({
      ...{ id: one.id, vendor: vendorOf(one), name: one.name, targets: one.targets },
      sends: sentFields(mappingOf(one)),
    })),
  };
}

/** An issue as a screen passes it back: which target's, and which one. */
export const remoteIdOf = (target: string, issueId: string) => `${target}#${issueId}`;

/** Runs a request to a tracker. Its faults become errors in plain words. */
export async function asking<Answer>(ask: () => Promise<Answer>): Promise<Answer> {
  try {
    return await ask();
  } catch (error) {
    if (error instanceof TrackerError) throw refuse(`tracker_${error.fault}`, error.message);
    throw error;
  }
}

/** Finds an issue by what a person pasted, in every connection to which the action can be linked. */
export async function findIssue(ctx: Ctx, { key, text }: InputOf<typeof actionIssueContract.find>) {
  const loaded = await authorizeIssues(ctx, key);
  await refuseRestricted(ctx, loaded);
  let fault: TrackerError | null = null;
  for (const tracker of await trackersFor(ctx, loaded))
    for (const project of tracker.targets) {
      const found = await connectorFor(tracker)
        .find(targetOf(tracker, project), text)
        .catch((error: unknown) => {
          if (!(error instanceof TrackerError)) throw error;
          fault = error;
          return null;
        });
      if (found) return { found: await presentFound(ctx, tracker, project, loaded, found) };
    }
  const last: TrackerError | null = fault;
  if (last) await asking(() => Promise.reject(last));
  return { found: null };
}

const BRINGS: Partial<Record<RemoteIssue["state"], FoundIssue["brings"]>> = {
  completed: "to_verify",
  not_planned: "asks_owner",
};
const UNDER_WAY: readonly string[] = ["accepted", "in_progress"];

/** Returns whether linking a closed issue does the same to an action as closing it later. */
export function isStateNew(tracker: TrackerRecord, { row }: LoadedAction, { state }: RemoteIssue): boolean {
  const mapping = mappingOf(tracker);
  const isTaken = state !== "completed" || mapping.statesHere.completed !== null;
  return state in BRINGS && isTaken && UNDER_WAY.includes(row.status) && comparedFields(mapping).has("status");
}

async function presentFound(
  ctx: Ctx,
  tracker: TrackerRecord,
  target: string,
  loaded: LoadedAction,
  issue: RemoteIssue,
): Promise<FoundIssue> {
  const live = await liveLinkOf(ctx, tracker, target, issue.id);
  const readable = live && {
    AND: [{ id: live.actionItemId }, actionItemVisibleTo(ctx.actor)],
  };
  const action = readable && (await ctx.db.actionItem.findFirst({ where: readable, select: { number: true } }));
  return {
    ...{ trackerId: tracker.id, remoteId: remoteIdOf(target, issue.id), ref: issue.ref, url: issue.url },
    ...{ title: issue.title, assignee: issue.assignee?.name ?? null, dueDate: issue.due },
    state: issue.state === "started" ? "open" : (issue.state satisfies IssueState),
    ...{ linkedTo: action ? actionKeyOf(action.number) : null, taken: live !== null },
    brings: live === null && isStateNew(tracker, loaded, issue) ? (BRINGS[issue.state] ?? null) : null,
  };
}

const TAKEN = "This issue is already linked to an action. Unlink it there first.";

/** Returns the live link of an issue, through this connection or another one to the same tracker. */
async function liveLinkOf({ db }: Ctx, { vendor, baseUrl }: TrackerRecord, target: string, remoteId: string) {
  const rows = await db.linkedIssue.findMany({
    where: { remoteId, unlinkedAt: null, tracker: { vendor, removedAt: null } },
    select: { actionItemId: true, target: true, tracker: { select: { baseUrl: true } } },
  });
  const isSame = (one: string, other: string) => one.toLowerCase() === other.toLowerCase();
  return rows.find((row) => isSame(row.target, target) && isSame(row.tracker.baseUrl, baseUrl)) ?? null;
}

/** Throws `rule` if a live link has this issue, including one that is being stored. */
export async function refuseTaken(tx: TxCtx, tracker: TrackerRecord, target: string, remoteId: string): Promise<void> {
  await lockLinks(tx);
  if (await liveLinkOf(tx, tracker, target, remoteId)) throw refuse("issue_taken", TAKEN);
}

/** Throws `rule` for a link of an issue that another one got in the same moment. */
export function refuseTwice(error: unknown): never {
  if (error instanceof Prisma.PrismaClientKnownRequestError && error.code === "P2002")
    throw refuse("issue_taken", TAKEN);
  throw error;
}

/** Unlinks an issue, or links it again. What both sides have stays; linked again, each is compared with its own. */
export async function changeIssue(
  ctx: Ctx,
  { key, issueId, version, linked }: InputOf<typeof actionIssueContract.change>,
): Promise<LinkedIssue> {
  if (linked) await checkAgain(ctx, key, issueId);
  const answer = await transact(ctx, async (tx) => {
    const loaded = await authorizeIssues(tx, key);
    const link = await loadLink(tx, key, issueId);
    if (linked) await refuseRestricted(tx, loaded);
    const { trackerId, target, remoteId } = link;
    if (linked && link.unlinkedAt !== null) await refuseTaken(tx, await loadTracker(tx, trackerId), target, remoteId);
    const writing = tx.db.linkedIssue.updateMany({
      where: { id: issueId, version },
      data: {
        ...{ unlinkedAt: linked ? null : (link.unlinkedAt ?? tx.now()), version: { increment: 1 } },
        // A pass that is under way must not store or send more.
        ...(linked ? { lookAt: tx.now() } : { claimedUntil: null }),
      },
    });
    const changed = await writing.catch(refuseTwice);
    await guardVersion(changed, () => shownLink(tx, key, issueId));
    return record(tx, {
      action: linked ? "action_item.issue_linked" : "action_item.issue_unlinked",
      ...{ id: loaded.row.id, incidentId: loaded.row.incidentId, after: { issue: link.ref } },
      answer: () => shownLink(tx, key, issueId),
    });
  });
  kickSync();
  return answer;
}

/** Throws `rule` if an issue that was unlinked can't be linked any more. A connection that is paused asks nothing. */
async function checkAgain(ctx: Ctx, key: string, issueId: string): Promise<void> {
  await refuseRestricted(ctx, await authorizeIssues(ctx, key));
  const { unlinkedAt, trackerId, target, remoteId } = await loadLink(ctx, key, issueId);
  if (unlinkedAt === null) return;
  const tracker = await loadTracker(ctx, trackerId);
  if (tracker.removedAt !== null) throw notFound();
  const isAsked = tracker.pausedAt === null && tracker.refusedAt === null;
  const isThere = isAsked
    ? (await asking(() => readLinkable(tracker, target, remoteId))) !== null
    : isReached(tracker, target);
  if (!isThere) throw refuse("not_reached", "This issue is no longer in the connection. Find it again.");
}

/**
 * Reads an issue now, and brings over what changed. It doesn't wait until a tracker that couldn't be reached is asked again.
 * Throws `rule` if the tracker itself asked to wait.
 */
export async function lookAtIssue(
  ctx: Ctx,
  { key, issueId }: InputOf<typeof actionIssueContract.look>,
): Promise<LinkedIssue> {
  await authorizeIssues(ctx, key);
  await transact(ctx, async (tx) => {
    const { tracker } = await loadLink(tx, key, issueId);
    const waitsMs = (tracker.waitsUntil?.getTime() ?? 0) - tx.now().getTime();
    if (waitsMs > 0 && tracker.problem === null)
      throw refuse(
        "tracker_waits",
        `${tracker.name} asks to wait ${formatDuration(Math.ceil(waitsMs / 1000))}. Check again then.`,
      );
    await tx.db.tracker.update({ where: { id: tracker.id }, data: { waitsUntil: null } });
    await retryRefused(tx, { id: issueId });
    await tx.db.linkedIssue.update({ where: { id: issueId }, data: { lookAt: tx.now(), nextTryAt: null } });
    return unrecorded("looking changes nothing");
  });
  const { tracker } = await loadLink(ctx, key, issueId);
  if (tracker.pausedAt === null && tracker.refusedAt === null) await syncIssue(ctx, issueId);
  return shownLink(ctx, key, issueId);
}

/** Returns what already left: each issue that was ever linked to an action of a restricted incident. */
export async function leftIssues(ctx: Ctx, { key }: InputOf<typeof actionIssueContract.left>) {
  const incident = await ctx.db.incident.findFirst({
    where: { AND: [{ number: numberOfKey(key) }, incidentVisibleTo(ctx.actor)] },
    select: { id: true, restricted: true },
  });
  if (!incident) throw notFound();
  const rows = await ctx.db.linkedIssue.findMany({
    where: {
      ...(incident.restricted ? {} : { isCut: true }),
      actionItem: { AND: [{ incidentId: incident.id }, actionItemVisibleTo(ctx.actor)] },
    },
    include: LINK_INCLUDE,
    distinct: ["actionItemId", "url"],
    orderBy: [{ unlinkedAt: "asc" }, { id: "asc" }],
  });
  return {
    items: rows.map(({ actionItem, ref, url, unlinkedAt, createdAt }) => ({
      ...{ actionKey: actionKeyOf(actionItem.number), ref, url, cutAt: (unlinkedAt ?? createdAt).toISOString() },
    })),
  };
}
