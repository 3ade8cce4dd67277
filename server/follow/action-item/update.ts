import { actorId } from "#lib/base/access/actor.ts";
import { longDay } from "#lib/base/time/local-date.ts";
import type { ActionItem } from "#lib/contract/action-item.ts";
import type { DueMove } from "#lib/follow/action-item/due.ts";
import type { Ctx, TxCtx } from "#server/base/kernel/context.ts";
import { fromLocalDateOrNull, toLocalDate } from "#server/base/kernel/dates.ts";
import { guardVersion } from "#server/base/kernel/guard-version.ts";
import type { Change } from "#server/base/kernel/nouns.ts";
import { fieldsOf, recordAll } from "#server/base/kernel/record.ts";
import { transact } from "#server/base/kernel/transaction.ts";
import { STATED_FACTOR, statedFactors } from "#server/reviews/review/index.ts";
import { checkFactors } from "./checks.ts";
import { inheritIncident } from "./inherit-incident.ts";
import { loadActionItem } from "./load.ts";
import { relistInChanges } from "./part-of-changes.ts";
import { getActionItem, presentActionItem } from "./present.ts";
import { requestionFixes } from "./recurrence.ts";
import { endFlag, setFlag } from "./relation.ts";
import { type ActionRowRecord, type RuledAction, readableFactors } from "./select.ts";
import { tellOwners, tellWatchersOf, type WatchedNews } from "./tell.ts";
import {
  authorizeUpdate,
  inWords,
  isRelisted,
  isRestricted,
  learn,
  planUpdate,
  type UpdateInput,
} from "./update-plan.ts";

/**
 * Sets which factors an action addresses. Links to factors that the actor can't read, including those of a draft, are
 * kept. A condition that recurred since the verification asks about the action.
 */
async function replaceFactors(tx: TxCtx, actionItemId: string, factorIds: readonly string[]): Promise<void> {
  await checkFactors(tx, factorIds);
  const linked = await tx.db.actionItemFactor.findMany({
    where: { actionItemId, factor: readableFactors(tx.actor) },
    select: { factor: { select: STATED_FACTOR } },
  });
  const shown = await statedFactors(
    tx,
    linked.map(({ factor }) => factor),
  );
  await tx.db.actionItemFactor.deleteMany({ where: { actionItemId, factorId: { in: shown.map(({ id }) => id) } } });
  await tx.db.actionItemFactor.createMany({
    data: [...new Set(factorIds)].map((factorId) => ({ actionItemId, factorId })),
    skipDuplicates: true,
  });
  await requestionFixes(tx, factorIds, [actionItemId]);
}

/** Records moved dates: the old one stays visible with the reason. */
export async function keepDueMoves(tx: TxCtx, moves: readonly { before: RuledAction; move: DueMove }[]): Promise<void> {
  if (moves.length === 0) return;
  await tx.db.actionItemDueMove.createMany({
    data: moves.map(({ before, move: { from, to, reason } }) => ({
      id: tx.newId(),
      actionItemId: before.id,
      fromBasis: before.dueBasis,
      fromDate: fromLocalDateOrNull(from),
      toDate: fromLocalDateOrNull(to),
      reason,
      movedById: actorId(tx.actor),
      movedAt: tx.now(),
    })),
  });
}

type Input = UpdateInput;

/**
 * Changes fields of an action item. Throws `conflict` with the newer row for a stale version, and `rule` if a rule
 * rejects it.
 */
export async function updateActionItem(ctx: Ctx, input: Input): Promise<ActionItem> {
  return transact(ctx, async (tx) => {
    const { key, version } = input;
    const loaded = await loadActionItem(tx, key);
    const { row: before, refs } = loaded;
    authorizeUpdate(tx, loaded, input);
    const known = await learn(tx, input.undoesDueMove ? [before.id] : []);
    const { data, move, undone } = await planUpdate(tx, known, loaded, input);
    const ended = endsFlag(input) ? await endFlag(tx, before.id) : [];
    const relisted = await relistInChanges(tx, isRelisted(before, input) ? [before.id] : [], async () => {
      const changed = await tx.db.actionItem.updateMany({
        where: { id: before.id, version },
        data: { ...data, version: { increment: 1 } },
      });
      await guardVersion(changed, () => getActionItem(tx, { key }));
    });
    if (move) await keepDueMoves(tx, [{ before, move }]);
    if (undone) await tx.db.actionItemDueMove.delete({ where: { id: undone.id } });
    const isFlagged = input.blockedBy !== undefined && input.blockedReason !== null;
    const flagged = isFlagged ? await setFlag(tx, before.id, input.blockedBy ?? null) : [];
    if (input.factorIds) await replaceFactors(tx, before.id, input.factorIds);
    const after = await loadActionItem(tx, key);
    const { incidentId } = after.row;
    if (incidentId !== before.incidentId && (await isRestricted(tx, incidentId)))
      await inheritIncident(tx, before, { to: incidentId });
    await tellUpdates(tx, [{ before, after: after.row }]);
    const factorIds = before.factors.map(({ factor }) => factor.id);
    const update = updated(input, { ...inWords(before, refs), factorIds }, incidentId);
    return recordAll(tx, [update, ...ended, ...flagged, ...relisted], () => presentActionItem(tx, after));
  });
}

type Unkept = "key" | "version" | "dueReason" | "undoesDueMove";
type Identified = Pick<RuledAction, "id" | "incidentId" | "dueBasis">;

/** Returns the entry of a change in the audit log. `before` is the action as its changes name its fields. */
export function updated<Asked extends Pick<Input, Unkept | "dueDate">>(
  input: Asked,
  before: Identified & { readonly [Field in keyof Omit<Asked, Unkept>]-?: unknown },
  incidentId: string | null,
): Change<"action_item"> {
  const { key: _key, version: _version, dueReason: _reason, undoesDueMove: _undo, ...asked } = input;
  return {
    action: "action_item.updated",
    id: before.id,
    incidentId: incidentId ?? before.incidentId,
    before: { ...fieldsOf(before, asked), ...(input.dueDate === undefined ? {} : { dueBasis: before.dueBasis }) },
    after: input,
  };
}

/** Returns whether no other action blocks it any more. */
const endsFlag = ({ blockedReason, blockedBy }: Input): boolean =>
  blockedReason === null || (blockedBy !== undefined && blockedBy?.kind !== "action");

/**
 * Notifies new owners, and those who watch an action of a new owner or date, or of a flag. Who watches is read once, as
 * most actions have no one.
 */
export async function tellUpdates(tx: TxCtx, changes: readonly { before: RuledAction; after: ActionRowRecord }[]) {
  const handedOver = changes.filter(({ before, after }) => after.ownerId !== before.ownerId).map(({ after }) => after);
  const told = await tellOwners(tx, handedOver);
  const news = changes.flatMap(({ before, after }): WatchedNews[] => newsOf(before, after, told));
  await tellWatchersOf(tx, news);
}

function newsOf(before: RuledAction, after: ActionRowRecord, told: ReadonlyMap<string, string[]>): WatchedNews[] {
  const day = toLocalDate(after.dueDate);
  const isBlocked = after.blockedReason !== null;
  return [
    ...(after.ownerId === before.ownerId
      ? []
      : [{ row: after, news: after.ownerId ? "New owner" : "No owner", told: told.get(after.id) }]),
    ...(day === toLocalDate(before.dueDate) ? [] : [{ row: after, news: day ? `Due ${longDay(day)}` : "No due date" }]),
    ...(after.blockedReason === before.blockedReason
      ? []
      : [{ row: after, news: isBlocked ? "Blocked" : "Unblocked", body: after.blockedReason ?? "" }]),
  ];
}
