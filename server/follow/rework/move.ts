import { z } from "zod";
import { invalid, refuse } from "#lib/base/errors.ts";
import type { ActionItem } from "#lib/contract/action-item.ts";
import type { actionReworkContract } from "#lib/contract/action-rework.ts";
import type { Ctx, TxCtx } from "#server/base/kernel/context.ts";
import type { InputOf } from "#server/base/kernel/input.ts";
import { numberOfKey } from "#server/base/kernel/keys.ts";
import { record } from "#server/base/kernel/record.ts";
import { transact } from "#server/base/kernel/transaction.ts";
import { incidentVisibleTo } from "#server/incidents/incident/index.ts";
import { reviewVisibleTo } from "#server/reviews/review/index.ts";
import { type ActionRecord, bumpVersion, getActionItem, inheritIncident, tellFollowers } from "../action-item/index.ts";
import { keepRework } from "./keep.ts";
import { authorizeAndLoad } from "./load.ts";

const Place = z.object({ incidentId: z.string().nullable(), reviewId: z.string().nullable() });
type Place = z.infer<typeof Place>;
const Moved = z.object({
  from: Place.extend({ threadId: z.string().nullable() }),
  to: Place,
  /** Its version after a move into a restricted incident. */
  restrictedFrom: z.number().nullable(),
});

/** Moves an action to another review, to an incident, or out of both. One of a restricted incident stays in it. */
export async function move(ctx: Ctx, input: InputOf<typeof actionReworkContract.move>): Promise<ActionItem> {
  return transact(ctx, async (tx) => {
    const { key, version, to: toKey } = input;
    const { row } = await authorizeAndLoad(tx, key);
    await bumpVersion(tx, row, version);
    const to = await placeOf(tx, toKey);
    if (to.incidentId === row.incidentId && to.reviewId === row.reviewId)
      throw invalid("to", "The action is already there");
    if (to.incidentId !== row.incidentId && (await isRestricted(tx, row.incidentId)))
      throw refuse("tied_to_restricted", "An action of a restricted incident can't be moved");
    const { incidentId, reviewId, threadId } = row;
    const restrictedFrom = (await isRestricted(tx, to.incidentId)) ? version + 1 : null;
    await tx.db.actionItem.update({ where: { id: row.id }, data: { ...to, threadId: null } });
    if (restrictedFrom !== null && to.incidentId !== incidentId) await inheritIncident(tx, row, { to: to.incidentId });
    await keepRework(tx, {
      ...{ kind: "move", actionItemId: row.id },
      detail: { from: { incidentId, reviewId, threadId }, to, restrictedFrom },
    });
    await tellFollowers(tx, { ...row, ...to }, { news: "Moved" });
    return record(tx, {
      ...{ action: "action_item.moved", id: row.id, incidentId: to.incidentId ?? incidentId },
      ...{ before: { incidentId, reviewId }, after: to },
      answer: () => getActionItem(tx, { key }),
    });
  });
}

async function placeOf(tx: TxCtx, key: string | null): Promise<Place> {
  if (key === null) return { incidentId: null, reviewId: null };
  const number = numberOfKey(key);
  if (key.startsWith("REV-")) {
    const where = { AND: [{ number }, reviewVisibleTo(tx.actor)] };
    const review = await tx.db.review.findFirst({ where, select: { id: true, incidentId: true } });
    if (!review) throw invalid("to", `${key} doesn't exist`);
    return { incidentId: review.incidentId, reviewId: review.id };
  }
  const where = { AND: [{ number }, incidentVisibleTo(tx.actor)] };
  const incident = await tx.db.incident.findFirst({ where, select: { id: true } });
  if (!incident) throw invalid("to", `${key} doesn't exist`);
  return { incidentId: incident.id, reviewId: null };
}

const isRestricted = async (tx: TxCtx, id: string | null) =>
  id !== null && (await tx.db.incident.count({ where: { id, restricted: true } })) > 0;

interface Undone {
  version: number;
  at: Date;
  detail: unknown;
}

/** Moves an action back. What was written while it was restricted isn't opened to more people. */
export async function undoMove(tx: TxCtx, row: ActionRecord, { version, at, detail }: Undone): Promise<void> {
  const { from, to, restrictedFrom } = Moved.parse(detail);
  if (row.incidentId !== to.incidentId || row.reviewId !== to.reviewId)
    throw refuse("not_undone", "It has been moved again since then. Move it back by hand.");
  const isOpened = from.incidentId !== to.incidentId && (await isRestricted(tx, to.incidentId));
  if (isOpened && (restrictedFrom !== version || (await isDiscussedSince(tx, row.id, at))))
    throw refuse("tied_to_restricted", "An action of a restricted incident that was changed or discussed stays there");
  await checkReadable(tx, from);
  if (isOpened) await inheritIncident(tx, row, { to: from.incidentId, undoes: { from: to.incidentId, at } });
  const thread = { id: from.threadId ?? "", reviewId: from.reviewId };
  const isThreadThere = from.threadId !== null && (await tx.db.commentThread.count({ where: thread })) > 0;
  const data = { ...from, threadId: isThreadThere ? from.threadId : null };
  await tx.db.actionItem.update({ where: { id: row.id }, data });
}

/** Comments don't count as a version of the action. */
const isDiscussedSince = async (tx: TxCtx, actionItemId: string, at: Date) =>
  (await tx.db.comment.count({
    where: { thread: { actionItemId }, OR: [{ createdAt: { gte: at } }, { editedAt: { gte: at } }] },
  })) > 0;

async function checkReadable(tx: TxCtx, { incidentId, reviewId }: Place): Promise<void> {
  const isGone =
    (incidentId !== null &&
      (await tx.db.incident.count({ where: { AND: [{ id: incidentId }, incidentVisibleTo(tx.actor)] } })) === 0) ||
    (reviewId !== null &&
      (await tx.db.review.count({ where: { AND: [{ id: reviewId }, reviewVisibleTo(tx.actor)] } })) === 0);
  if (isGone) throw refuse("not_undone", "Its earlier incident or review no longer exists, or you can't read it");
}
