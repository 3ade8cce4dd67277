import type { LinkedIssue } from "#generated/prisma/client.ts";
import { MINUTE_MS } from "#lib/base/time/spans.ts";
import { type Agreed, type ComparedField, type Held, refusedWords } from "#lib/follow/tracker/agree.ts";
import type { RemoteIssue } from "#lib/follow/tracker/remote-issue.ts";
import type { Ctx } from "#server/base/kernel/context.ts";
import { actionKeyOf } from "#server/base/kernel/keys.ts";
import { tellScreens } from "#server/base/kernel/outbox.ts";
import { unrecorded } from "#server/base/kernel/record.ts";
import { transact } from "#server/base/kernel/transaction.ts";
import { loadActionItem, tellDeclineAsked } from "#server/follow/action-item/index.ts";
import { keepLines, type Line } from "./lines.ts";
import {
  agreedOf,
  authorizeSync,
  heldOf,
  jsonColumn,
  seenColumns,
  TRACKER_INCLUDE,
  type TrackerRecord,
} from "./load.ts";
import { keepPeople } from "./people.ts";

/** Longer than everything that one pass can ask the tracker. */
const CLAIM_MS = 3 * MINUTE_MS;

/** A link with what belongs to it, while a worker has it. */
export interface Claimed {
  link: LinkedIssue;
  tracker: TrackerRecord;
  until: Date;
}

/** Takes a link for one worker. Null if another one has it. */
export async function claim(ctx: Ctx, id: string): Promise<Claimed | null> {
  authorizeSync(ctx);
  const until = new Date(ctx.now().getTime() + CLAIM_MS);
  return transact(ctx, async (tx) => {
    const free = { OR: [{ claimedUntil: null }, { claimedUntil: { lt: tx.now() } }] };
    const { count } = await tx.db.linkedIssue.updateMany({
      where: { id, unlinkedAt: null, ...free },
      data: { claimedUntil: until },
    });
    const row =
      count === 0
        ? null
        : await tx.db.linkedIssue.findUnique({
            where: { id },
            include: { tracker: { include: TRACKER_INCLUDE } },
          });
    return unrecorded("which worker has a link is not recorded", () => {
      if (!row) return null;
      const { tracker, ...link } = row;
      return { link, tracker, until };
    });
  });
}

/** Gives a link back without having compared it. */
export async function release(ctx: Ctx, { link, until }: Claimed): Promise<void> {
  authorizeSync(ctx);
  await transact(ctx, async (tx) => {
    const where = { id: link.id, claimedUntil: until };
    await tx.db.linkedIssue.updateMany({ where, data: { claimedUntil: null } });
    return unrecorded("which worker has a link is not recorded");
  });
}

/** The result of a pass over one link. */
export interface Stepped {
  /** Of the action, as it was compared or written. */
  version: number;
  agreed: Agreed;
  held: Partial<Record<ComparedField, Held>>;
  lines: readonly Line[];
  /** Null if it wasn't read. */
  issue: RemoteIssue | null;
  /** The question for the owner. */
  asked?: string | null;
}

/** Stores the result of a pass, unless another worker has taken the link. Then that one found the same. */
export async function store(
  ctx: Ctx,
  { link, until }: Claimed,
  { version, agreed, held, lines, issue, asked }: Stepped,
) {
  authorizeSync(ctx);
  await transact(ctx, async (tx) => {
    const both: Agreed = { ...agreedOf(link), ...agreed };
    const isHeldNew = JSON.stringify(held) !== JSON.stringify(heldOf(link));
    const { count } = await tx.db.linkedIssue.updateMany({
      where: { id: link.id, claimedUntil: until },
      data: {
        ...{ seenVersion: version, agreed: jsonColumn(both), held: jsonColumn(held) },
        ...{ claimedUntil: null, attempts: 0, nextTryAt: null, waiting: refusedWords(both) },
        ...(issue === null ? {} : { ...seenColumns(issue, tx.now()), closedAt: closedAtOf(link, issue) }),
        ...(isHeldNew ? { version: { increment: 1 } } : {}),
      },
    });
    if (count > 0) {
      // The mark of a webhook during the pass stays.
      if (link.lookAt !== null && issue !== null)
        await tx.db.linkedIssue.updateMany({ where: { id: link.id, lookAt: link.lookAt }, data: { lookAt: null } });
      await keepLines(tx, link, lines);
      if (issue?.assignee) await keepPeople(tx, link.trackerId, [issue.assignee]);
      if (lines.length > 0)
        await tellScreens(tx, { noun: "tracker", id: link.trackerId, incidentId: null }, "not a person's change");
      if (asked) await tellDeclineAsked(tx, await actionOf(tx, link), asked);
    }
    return unrecorded("what it changed in the action is recorded there");
  });
}

const isClosed = (state: string) => state === "completed" || state === "not_planned";
const closedAtOf = (link: LinkedIssue, issue: RemoteIssue) =>
  !isClosed(issue.state) ? null : isClosed(link.state) && link.closedAt ? link.closedAt : new Date(issue.updatedAt);

/** Returns the action of a link. */
async function actionOf(ctx: Ctx, { actionItemId }: LinkedIssue) {
  const { number } = await ctx.db.actionItem.findUniqueOrThrow({
    where: { id: actionItemId },
    select: { number: true },
  });
  return (await loadActionItem(ctx, actionKeyOf(number))).row;
}
