import { actorId } from "#lib/base/access/actor.ts";
import { type LocalDate, longDay } from "#lib/base/time/local-date.ts";
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
import { requestionActions, requestionFixes } from "./recurrence.ts";
import { endFlag, setFlag } from "./relation.ts";
import { ACTION_ROW_SELECT, type ActionRowRecord, type RuledAction, readableFactors } from "./select.ts";
import { type FollowerNews, tellFollowersOf, tellOwners } from "./tell.ts";
import {
  authorizeUpdate,
  type Changes,
  inWords,
  isRelisted,
  isRestored,
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
    const plan = await planUpdate(tx, known, loaded, input);
    const { data, move, undone } = plan;
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
    await requestionActions(tx, isRestored(before, input) ? [before.id] : []);
    const after = await loadActionItem(tx, key);
    const { incidentId } = after.row;
    if (incidentId !== before.incidentId && (await isRestricted(tx, incidentId)))
      await inheritIncident(tx, before, { to: incidentId });
    await tellUpdates(tx, [{ before, after: after.row, plan }]);
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

interface Updated {
  before: RuledAction;
  after: ActionRowRecord;
  plan: Pick<Changes, "move" | "undone">;
}

/**
 * Notifies new owners, and the owners and watchers of actions of a new owner or date, or of a flag. Who watches is read
 * once, as most actions have no one.
 */
export async function tellUpdates(tx: TxCtx, changes: readonly Updated[]) {
  const handedOver = changes.filter(({ before, after }) => after.ownerId !== before.ownerId).map(({ after }) => after);
  const told = await tellOwners(tx, handedOver);
  const news = changes.flatMap((change) => newsOf(change, told.get(change.after.id)));
  await tellFollowersOf(tx, news);
}

/** `told` are new owners, whose message has the date. */
function newsOf({ before, after, plan }: Updated, told: readonly string[] = []): FollowerNews[] {
  const [was, day] = [toLocalDate(before.dueDate), toLocalDate(after.dueDate)];
  const isBlocked = after.blockedReason !== null;
  return [
    ...(after.ownerId === before.ownerId
      ? []
      : [{ row: after, news: after.ownerId ? "New owner" : "No owner", told, also: [before.ownerId] }]),
    ...(day === was ? [] : [{ ...dateNews(after, was, whyMoved(plan)), told }]),
    ...(after.blockedReason === before.blockedReason
      ? []
      : [{ row: after, news: isBlocked ? "Blocked" : "Unblocked", body: after.blockedReason ?? "" }]),
  ];
}

/** Notifies the owners and watchers of actions whose dates a policy moved, with the dates before. */
export async function tellDatesMoved(
  tx: TxCtx,
  moved: readonly { id: string; from: LocalDate | null }[],
  reason: string,
): Promise<void> {
  const where = { id: { in: moved.map(({ id }) => id) } };
  const rows = moved.length > 0 ? await tx.db.actionItem.findMany({ where, select: ACTION_ROW_SELECT }) : [];
  const from = new Map(moved.map((one) => [one.id, one.from]));
  await tellFollowersOf(
    tx,
    rows.map((row) => dateNews(row, from.get(row.id) ?? null, reason)),
  );
}

const whyMoved = ({ move, undone }: Updated["plan"]): string =>
  undone ? "The move was undone." : (move?.reason ?? "");

/** News of another due date, with the former one and the reason. */
function dateNews(row: ActionRowRecord, was: LocalDate | null, reason: string): FollowerNews {
  const day = toLocalDate(row.dueDate);
  const body = [was === null ? "" : `It was due ${longDay(was)}.`, reason].filter(Boolean).join(" ");
  return { row, news: day ? `Due ${longDay(day)}` : "No due date", body };
}
