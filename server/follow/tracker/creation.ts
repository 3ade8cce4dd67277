import { refuse } from "#lib/base/errors.ts";
import { MINUTE_MS } from "#lib/base/time/spans.ts";
import type { RemoteIssue } from "#lib/follow/tracker/remote-issue.ts";
import type { Ctx, TxCtx } from "#server/base/kernel/context.ts";
import { unrecorded } from "#server/base/kernel/record.ts";
import { transact } from "#server/base/kernel/transaction.ts";
import type { LoadedAction } from "#server/follow/action-item/index.ts";
import { TrackerError, type TrackerFault } from "./connectors/connector.ts";
import { authorizeIssues } from "./links.ts";
import { connectorFor, type TrackerRecord, targetOf } from "./load.ts";

/** Longer than everything that creating an issue can ask the tracker. */
const WITHIN_MS = 3 * MINUTE_MS;
/** A tracker's clock can be behind. */
const OVERLAP_MS = 2 * MINUTE_MS;
const MOST_PAGES = 5;

const begunWords = (target: string) => `A new issue is being created in ${target}`;
const lostWords = (target: string) => `No response confirmed whether a new issue was created in ${target}`;

export interface Creation {
  lineId: string;
  tracker: TrackerRecord;
  target: string;
  /** Since when an issue can be there of which no answer told. */
  lostAt: Date | null;
}

/** Says in the log that an issue is being created. Throws `rule` if one of the same action is, in the same target. */
export async function beginCreation(ctx: Ctx, key: string, tracker: TrackerRecord, target: string): Promise<Creation> {
  return transact(ctx, async (tx) => {
    const { row } = await authorizeIssues(tx, key);
    await tx.db.$queryRaw`SELECT id FROM action_item WHERE id = ${row.id}::uuid FOR UPDATE`;
    const [begun, lost] = [begunWords(target), lostWords(target)];
    const where = { trackerId: tracker.id, actionItemId: row.id, what: { in: [begun, lost] } };
    const earlier = await tx.db.trackerLine.findMany({ where, orderBy: { at: "asc" } });
    const now = tx.now();
    if (earlier.some(({ what, at }) => what === begun && now.getTime() - at.getTime() < WITHIN_MS))
      throw refuse("being_created", "An issue of this action is being created there. Look again in a moment.");
    const lineId = tx.newId();
    await tx.db.trackerLine.create({
      data: {
        ...{ id: lineId, trackerId: tracker.id, actionItemId: row.id, at: now },
        way: "to",
        what: begun,
        state: "held",
      },
    });
    await tx.db.trackerLine.updateMany({
      where: { ...where, id: { not: lineId } },
      data: { what: lost, state: "refused" },
    });
    return unrecorded("nothing is created yet", () => ({ lineId, tracker, target, lostAt: earlier[0]?.at ?? null }));
  });
}

/** Faults after which nothing can have been created. */
const NOTHING_MADE: ReadonlySet<TrackerFault> = new Set(["token", "missing", "rejected", "wait"]);

/** Says in the log that no issue was created, or that no one knows. Without an error, nothing was sent. */
export async function endCreation(ctx: Ctx, key: string, { lineId, target }: Creation, error: unknown): Promise<void> {
  const isRefused = error instanceof TrackerError && NOTHING_MADE.has(error.fault);
  const why = isRefused ? `: ${error.message}` : "";
  const what = isRefused || error === null ? `No new issue in ${target}${why}`.slice(0, 300) : lostWords(target);
  await transact(ctx, async (tx) => {
    await authorizeIssues(tx, key);
    await tx.db.trackerLine.update({ where: { id: lineId }, data: { what, state: "refused" } });
    return unrecorded("nothing was created");
  });
}

/** Says in the log which issue was created, and that nothing is unknown any more. */
export async function keepCreation(
  tx: TxCtx,
  { lineId, tracker, target }: Creation,
  { row }: LoadedAction,
  ref: string,
) {
  await tx.db.trackerLine.update({ where: { id: lineId }, data: { what: `Created ${ref}`, state: "taken" } });
  await forgetLost(tx, tracker.id, row.id, target);
}

async function forgetLost(tx: TxCtx, trackerId: string, actionItemId: string, target: string): Promise<void> {
  const where = { trackerId, actionItemId, what: lostWords(target) };
  await tx.db.trackerLine.updateMany({ where, data: { what: `Looked for a lost new issue in ${target}` } });
}

/** Throws `rule` if an issue with this title is there that may be the one of a lost answer. Said once: a person decides. */
export async function refuseLost(ctx: Ctx, key: string, { lostAt, tracker, target }: Creation, title: string) {
  if (lostAt === null) return;
  const found = await findLost(ctx, { lostAt, tracker, target }, title);
  await transact(ctx, async (tx) => {
    const { row } = await authorizeIssues(tx, key);
    await forgetLost(tx, tracker.id, row.id, target);
    return unrecorded("nothing was created");
  });
  if (!found) return;
  const words = `The tracker's last answer was lost, and ${found.ref} has this title. Link it, or create another one.`;
  throw refuse("issue_there", words);
}

async function findLost(
  ctx: Ctx,
  { lostAt, tracker, target }: { lostAt: Date; tracker: TrackerRecord; target: string },
  title: string,
): Promise<RemoteIssue | null> {
  const since = new Date(lostAt.getTime() - OVERLAP_MS).toISOString();
  let page: string | null = null;
  for (let count = 0; count < MOST_PAGES; count++) {
    const { issues, next } = await connectorFor(tracker).changedSince(targetOf(tracker, target), since, page);
    for (const issue of issues.filter((one) => isSameTitle(one.title, title))) {
      const where = { trackerId: tracker.id, remoteId: issue.id, target };
      if ((await ctx.db.linkedIssue.count({ where })) === 0) return issue;
    }
    if (next === null) return null;
    page = next;
  }
  return null;
}

/** Trackers shorten a long title. */
const isSameTitle = (there: string, here: string): boolean => there.slice(0, 200).trim() === here.slice(0, 200).trim();
