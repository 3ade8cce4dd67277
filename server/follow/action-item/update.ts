import { z } from "zod";
import type { ActionItemDueMove, Prisma } from "#generated/prisma/client.ts";
import type { RecordAction } from "#lib/base/access/actions.ts";
import { actorId } from "#lib/base/access/actor.ts";
import { can } from "#lib/base/access/can.ts";
import { refuse } from "#lib/base/errors.ts";
import { longDay } from "#lib/base/time/local-date.ts";
import type { ActionItem, actionItemContract } from "#lib/contract/action-item.ts";
import { setBlocked } from "#lib/follow/action-item/blocked.ts";
import {
  type DueMove,
  isFree,
  isSettled,
  moveDueDate,
  UNDO_MOVE_MINUTES,
  undoesLastMove,
} from "#lib/follow/action-item/due.ts";
import { isSecondPerson, mayLower } from "#lib/follow/action-item/second-person.ts";
import { authorize } from "#server/base/kernel/authorize.ts";
import type { Ctx, TxCtx } from "#server/base/kernel/context.ts";
import { fromLocalDateOrNull, toLocalDate } from "#server/base/kernel/dates.ts";
import { given } from "#server/base/kernel/given.ts";
import { guardVersion } from "#server/base/kernel/guard-version.ts";
import type { InputOf } from "#server/base/kernel/input.ts";
import { incidentKeyOf } from "#server/base/kernel/keys.ts";
import type { Change } from "#server/base/kernel/nouns.ts";
import { fieldsOf, recordAll } from "#server/base/kernel/record.ts";
import { transact } from "#server/base/kernel/transaction.ts";
import { STATED_FACTOR, statedFactors } from "#server/reviews/review/index.ts";
import { blockerColumns, checkFactors, checkOwner, checkTeam, findNamedIncident } from "./checks.ts";
import { dateAbility, isPromised } from "./date-ability.ts";
import { actionItemFacts } from "./facts.ts";
import { inheritIncident } from "./inherit-incident.ts";
import { type LoadedAction, loadActionItem } from "./load.ts";
import type { ActionRefs } from "./load-refs.ts";
import { getActionItem, presentActionItem } from "./present.ts";
import { blockedByOf } from "./present-row.ts";
import { endFlag, setFlag } from "./relation.ts";
import { type ActionRecord, readableFactors } from "./select.ts";
import { tellOwner, tellWatchers } from "./tell.ts";
import { dayOf } from "./write-step.ts";

/** Sets which factors an action addresses. Links to factors that the actor can't read, also those of a draft, are kept. */
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
}

/** Records a moved date: the old one stays visible with the reason. */
async function keepDueMove(tx: TxCtx, before: ActionRecord, { from, to, reason }: DueMove): Promise<void> {
  await tx.db.actionItemDueMove.create({
    data: {
      id: tx.newId(),
      actionItemId: before.id,
      fromBasis: before.dueBasis,
      fromDate: fromLocalDateOrNull(from),
      toDate: fromLocalDateOrNull(to),
      reason,
      movedById: actorId(tx.actor),
      movedAt: tx.now(),
    },
  });
}

type Input = InputOf<typeof actionItemContract.update>;

/**
 * Changes fields of an action item. Throws `conflict` with the newer row for a stale version, and `rule` if a rule
 * refuses.
 */
export async function updateActionItem(ctx: Ctx, input: Input): Promise<ActionItem> {
  return transact(ctx, async (tx) => {
    const { key, version, dueReason: _reason, undoesDueMove: _undo, ...asked } = input;
    const { row: before, refs } = await loadActionItem(tx, key);
    const facts = actionItemFacts(tx.actor, before, refs);
    for (const action of abilitiesAsked({ row: before, refs }, input)) authorize(tx, "actionItem", action, facts);
    const mayApprove = can(tx.actor, "actionItem", "approve", facts) && isSecondPerson(actorId(tx.actor), before);
    const isStale = before.version !== version;
    // Rules are about the row as the person saw it. A stale version gets the newer row instead.
    const { data, move, undone } = isStale ? NO_CHANGE : await changesOf(tx, { row: before, refs }, input, mayApprove);
    const ended = endsFlag(input) ? await endFlag(tx, before.id) : [];
    const changed = await tx.db.actionItem.updateMany({
      where: { id: before.id, version },
      data: { ...data, ...countOf(move, undone), version: { increment: 1 } },
    });
    await guardVersion(changed, () => getActionItem(tx, { key }));
    if (move) await keepDueMove(tx, before, move);
    if (undone) await tx.db.actionItemDueMove.delete({ where: { id: undone.id } });
    const isFlagged = !isStale && input.blockedBy !== undefined && input.blockedReason !== null;
    const flagged = isFlagged ? await setFlag(tx, before.id, input.blockedBy ?? null) : [];
    if (input.factorIds) await replaceFactors(tx, before.id, input.factorIds);
    const after = await loadActionItem(tx, key);
    const { incidentId } = after.row;
    if (incidentId !== before.incidentId && (await isRestricted(tx, incidentId)))
      await inheritIncident(tx, before, { to: incidentId });
    await tellUpdate(tx, before, after.row);
    const update: Change<"action_item"> = {
      action: "action_item.updated",
      id: before.id,
      incidentId: incidentId ?? before.incidentId,
      before: {
        ...fieldsOf(inWords(before, refs), asked),
        ...(asked.dueDate === undefined ? {} : { dueBasis: before.dueBasis }),
      },
      after: input,
    };
    return recordAll(tx, [update, ...ended, ...flagged], () => presentActionItem(tx, after));
  });
}

/** Returns whether no other action blocks it any more. */
const endsFlag = ({ blockedReason, blockedBy }: Input): boolean =>
  blockedReason === null || (blockedBy !== undefined && blockedBy?.kind !== "action");

/** Notifies a new owner, and those who watch the action of a new owner or date. */
async function tellUpdate(tx: TxCtx, before: ActionRecord, after: ActionRecord): Promise<void> {
  const isHandedOver = after.ownerId !== before.ownerId;
  const told = isHandedOver ? await tellOwner(tx, after) : [];
  if (isHandedOver) await tellWatchers(tx, after, { news: after.ownerId ? "New owner" : "No owner", told });
  const day = toLocalDate(after.dueDate);
  if (day !== toLocalDate(before.dueDate))
    await tellWatchers(tx, after, { news: day ? `Due ${longDay(day)}` : "No due date" });
  if (after.blockedReason !== before.blockedReason)
    await tellWatchers(tx, after, {
      news: after.blockedReason === null ? "Unblocked" : "Blocked",
      body: after.blockedReason ?? "",
    });
}

const countOf = (move: DueMove | null, undone: Undone | null): Data =>
  move ? { dueMoves: { increment: 1 } } : undone ? { dueMoves: { decrement: 1 } } : {};

function incidentKeyIn({ incidents }: ActionRefs, incidentId: string | null): string | null {
  const incident = incidentId === null ? undefined : incidents.get(incidentId);
  return incident ? incidentKeyOf(incident.number) : null;
}

// The title of another action can be more secret than this one.
const nameless = (by: ActionItem["blockedBy"]) => (by ? { kind: by.kind, id: by.id } : null);

/** Returns the action with the fields that can be changed. */
const inWords = (before: ActionRecord, refs: ActionRefs) => {
  const { dueDate, blockedUntil, archivedAt, factors, ...row } = before;
  return {
    ...row,
    blockedUntil: toLocalDate(blockedUntil),
    blockedBy: nameless(blockedByOf(before, refs)),
    dueDate: toLocalDate(dueDate),
    archived: archivedAt !== null,
    factorIds: factors.map(({ factor }) => factor.id),
    incidentKey: incidentKeyIn(refs, row.incidentId),
  };
};

function abilitiesAsked({ row, refs }: LoadedAction, input: Input): RecordAction<"actionItem">[] {
  const {
    key: _key,
    version: _version,
    dueDate,
    dueReason: _reason,
    undoesDueMove: _undo,
    blockedReason,
    blockedUntil,
    blockedBy,
    ...fields
  } = input;
  const asked: RecordAction<"actionItem">[] = [];
  if (dueDate !== undefined) asked.push(dateAbility(row, refs));
  if ([blockedReason, blockedUntil, blockedBy].some((field) => field !== undefined)) asked.push("work");
  return asked.length === 0 || Object.keys(given(fields)).length > 0 ? [...asked, "edit"] : asked;
}

/** An action that is waived needs the owner for the status to which it returns. */
function needsOwner({ status, waivers }: ActionRecord): boolean {
  const returnsTo = waivers.find((waiver) => waiver.status === "approved")?.leftStatus ?? "proposed";
  return ["accepted", "in_progress", "implemented"].includes(status === "waived" ? returnsTo : status);
}

const NOT_LOWERED =
  "Only someone other than its owner and the person who implemented it can lower an accepted P0 or P1 to P2 or P3.";

const NOT_UNDONE = "This date was moved again, by someone else or too long ago. Move it with a reason instead.";

type Data = Prisma.ActionItemUncheckedUpdateManyInput;

interface Changes {
  data: Data;
  /** Stored with the date. */
  move: DueMove | null;
  undone: Undone | null;
}

/** The recorded move that is undone. */
type Undone = Pick<ActionItemDueMove, "id" | "fromBasis">;

const NO_CHANGE: Changes = { data: {}, move: null, undone: null };

/** Returns the columns that change, by the rules, and the due-date move to record or to undo, if there is one. */
async function changesOf(ctx: Ctx, loaded: LoadedAction, input: Input, mayApprove: boolean): Promise<Changes> {
  const before = loaded.row;
  const { ownerId, teamId, title, description, type, priority, doneWhen, trackerUrl } = input;
  const data: Data = given({ ownerId, teamId, title, description, type, priority, doneWhen, trackerUrl });
  if (ownerId === null && needsOwner(before))
    throw refuse("owner_needed", "An accepted action needs an owner. Choose another owner instead.");
  if (priority && !mayLower(before, priority, actorId(ctx.actor))) throw refuse("second_person_needed", NOT_LOWERED);
  if (ownerId) await checkOwner(ctx, ownerId);
  if (teamId) await checkTeam(ctx, teamId);
  if (input.archived !== undefined) data.archivedAt = input.archived ? (before.archivedAt ?? ctx.now()) : null;
  if (climbsAgain(before, input)) data.climbsAgainAt = ctx.now();
  Object.assign(data, await blockedOf(ctx, before, input));
  if (input.incidentKey !== undefined) Object.assign(data, await originOf(ctx, before, input.incidentKey));
  if (input.dueDate === undefined) return { data, move: null, undone: null };
  if (input.dueDate === toLocalDate(before.dueDate)) return { data, move: null, undone: null };
  const { status, dueMoves } = before;
  const due = { status, dueMoves, promised: isPromised(before, loaded.refs), dueDate: toLocalDate(before.dueDate) };
  const to = { ...data, dueDate: fromLocalDateOrNull(input.dueDate), dueBasis: "person" as const };
  const undone = input.undoesDueMove ? await undoneMove(ctx, before, input.dueDate) : null;
  if (undone) return { data: { ...to, dueBasis: undone.fromBasis ?? "person" }, move: null, undone };
  const wasFree = isFree(due) || (input.dueDate === null && !isSettled(status));
  const first = input.undoesDueMove && wasFree ? await undoneFirstDate(ctx, before, input.dueDate) : null;
  if (first) return { data: { ...to, dueBasis: first.dueBasis }, move: null, undone: null };
  const moved = moveDueDate(due, input.dueDate, { reason: input.dueReason, mayApprove });
  if (!moved.ok) throw input.undoesDueMove ? refuse("not_undone", NOT_UNDONE) : refuse(moved.rule, moved.message);
  return { data: to, move: moved.move, undone: null };
}

/** Returns whether days of reminders may be over now that no one was told of: those of an archived action or of a P0. */
const climbsAgain = (before: ActionRecord, { archived, priority }: Input): boolean =>
  (archived === false && before.archivedAt !== null) || (priority === "P0" && before.priority !== "P0");

/** Returns the columns of the blocked flag that change. Without the flag, none of them is left. */
async function blockedOf(ctx: Ctx, before: ActionRecord, input: Input): Promise<Data> {
  const { blockedReason: reason, blockedUntil: until, blockedBy: by } = input;
  if ([reason, until, by].every((field) => field === undefined)) return {};
  const change = { ...given({ reason, until }), isByNamed: Boolean(by) };
  const blocked = setBlocked(before, change, dayOf(before.owner, ctx.now()));
  if (!blocked.ok) throw refuse(blocked.rule, blocked.message);
  const { blockedReason, blockedUntil } = blocked.patch;
  const isCleared = blockedReason === null;
  return {
    blockedReason,
    ...(blockedUntil === undefined ? {} : { blockedUntil: fromLocalDateOrNull(blockedUntil) }),
    ...(isCleared || by !== undefined ? await blockerColumns(ctx, isCleared ? null : (by ?? null)) : {}),
  };
}

const isRestricted = async (ctx: Ctx, id: string | null) =>
  id !== null && (await ctx.db.incident.count({ where: { id, restricted: true } })) > 0;

/** Returns the new incident of an action. An action from a review or of a restricted incident keeps its own. */
async function originOf(ctx: Ctx, before: ActionRecord, key: string | null): Promise<Data> {
  const incident = key === null ? null : await findNamedIncident(ctx, key);
  if (incident?.id === before.incidentId) return {};
  if (before.reviewId !== null) throw refuse("tied_to_review", "An action from a review stays with its incident.");
  if (await isRestricted(ctx, before.incidentId))
    throw refuse("tied_to_restricted", "An action of a restricted incident stays there.");
  return { incidentId: incident?.id ?? null };
}

/** What the audit log has of a date that was set. */
const DateBefore = z.object({
  dueDate: z.string().nullable(),
  dueBasis: z.enum(["provisional", "publication", "acceptance", "person"]),
});
const DateAfter = z.object({ dueDate: z.string().nullable(), undoesDueMove: z.literal(true).optional() });

/**
 * Returns the date and its basis from before this person set it, if setting `to` undoes that, or null. Only moves of a
 * promised date have a row of their own: this one is in the audit log.
 */
async function undoneFirstDate(ctx: Ctx, { id, dueDate }: ActionRecord, to: string | null) {
  const since = new Date(ctx.now().getTime() - UNDO_MOVE_MINUTES * 60_000);
  const entries = await ctx.db.auditEntry.findMany({
    where: { noun: "action_item", nounId: id, action: "action_item.updated", at: { gte: since } },
    orderBy: [{ at: "desc" }, { id: "desc" }],
  });
  const last = entries.find(({ before }) => DateBefore.safeParse(before).success);
  const [before, after] = [DateBefore.safeParse(last?.before).data, DateAfter.safeParse(last?.after).data];
  if (!last || !before || !after || after.undoesDueMove) return null;
  const kept = { from: before.dueDate, to: after.dueDate, byId: last.actorId, at: last.at };
  const wanted = { to, byId: actorId(ctx.actor), now: ctx.now() };
  return undoesLastMove({ dueDate: toLocalDate(dueDate) }, kept, wanted) ? before : null;
}

/** Returns the recorded move that setting this date undoes, or null. */
async function undoneMove(ctx: Ctx, { id, dueDate }: ActionRecord, to: string | null): Promise<Undone | null> {
  const last = await ctx.db.actionItemDueMove.findFirst({
    where: { actionItemId: id, basis: null },
    orderBy: [{ movedAt: "desc" }, { id: "desc" }],
  });
  if (!last) return null;
  const { fromDate, toDate, movedById: byId, movedAt: at } = last;
  const kept = { from: toLocalDate(fromDate), to: toLocalDate(toDate), byId, at };
  const wanted = { to, byId: actorId(ctx.actor), now: ctx.now() };
  return undoesLastMove({ dueDate: toLocalDate(dueDate) }, kept, wanted) ? last : null;
}
