import { z } from "zod";
import type { ActionItemDueMove, Prisma } from "#generated/prisma/client.ts";
import type { RecordAction } from "#lib/base/access/actions.ts";
import { actorId } from "#lib/base/access/actor.ts";
import { can } from "#lib/base/access/can.ts";
import { refuse } from "#lib/base/errors.ts";
import { MINUTE_MS } from "#lib/base/time/spans.ts";
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
import type { Ctx } from "#server/base/kernel/context.ts";
import { fromLocalDateOrNull, toLocalDate } from "#server/base/kernel/dates.ts";
import { given } from "#server/base/kernel/given.ts";
import type { InputOf } from "#server/base/kernel/input.ts";
import { incidentKeyOf } from "#server/base/kernel/keys.ts";
import { once } from "#server/base/kernel/once.ts";
import { blockerColumns, checkOwner, checkTeam, findNamedIncident } from "./checks.ts";
import { dateAbility, isPromised } from "./date-ability.ts";
import { actionItemFacts } from "./facts.ts";
import type { ActionRefs, Ruled } from "./load-refs.ts";
import { blockedByOf } from "./present-row.ts";
import type { RuledAction } from "./select.ts";
import { dayOf } from "./write-step.ts";

export type UpdateInput = InputOf<typeof actionItemContract.update>;

/** Throws `forbidden` or `not_found` unless the actor can change these fields. */
export function authorizeUpdate(ctx: Ctx, loaded: Ruled, input: UpdateInput): void {
  const facts = actionItemFacts(ctx.actor, loaded.row, loaded.refs);
  for (const action of abilitiesAsked(loaded, input)) authorize(ctx, "actionItem", action, facts);
}

/**
 * Returns what a change changes, by the rules. A stale version changes no field: rules are about the row as the person
 * saw it. Throws `invalid`, or `rule` if a rule rejects it.
 */
export async function planUpdate(ctx: Ctx, known: Known, loaded: Ruled, input: UpdateInput): Promise<Changes> {
  const { row, refs } = loaded;
  const facts = actionItemFacts(ctx.actor, row, refs);
  const mayApprove = can(ctx.actor, "actionItem", "approve", facts) && isSecondPerson(actorId(ctx.actor), row);
  if (row.version !== input.version) return NO_CHANGE;
  const changes = await changesOf(ctx, known, loaded, input, mayApprove);
  const owned = input.ownerId === undefined ? facts : { ...facts, ownerId: input.ownerId };
  if (!can(ctx.actor, "actionItem", "read", owned)) throw refuse("access_lost", ACCESS_LOST);
  return changes;
}

const ACCESS_LOST =
  "You can read this action only as its owner. Ask someone with access to its incident to change the owner.";

function incidentKeyIn({ incidents }: ActionRefs, incidentId: string | null): string | null {
  const incident = incidentId === null ? undefined : incidents.get(incidentId);
  return incident ? incidentKeyOf(incident.number) : null;
}

// The title of another action can be more secret than this one.
const nameless = (by: ActionItem["blockedBy"]) => (by ? { kind: by.kind, id: by.id } : null);

/** Returns an action as its changes name its fields. */
export const inWords = <Row extends RuledAction>(before: Row, refs: ActionRefs) => ({
  ...before,
  blockedUntil: toLocalDate(before.blockedUntil),
  blockedBy: nameless(blockedByOf(before, refs)),
  dueDate: toLocalDate(before.dueDate),
  archived: before.archivedAt !== null,
  incidentKey: incidentKeyIn(refs, before.incidentId),
});

function abilitiesAsked({ row, refs }: Ruled, input: UpdateInput): RecordAction<"actionItem">[] {
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
function needsOwner({ status, waivers }: RuledAction): boolean {
  const returnsTo = waivers.find((waiver) => waiver.status === "approved")?.leftStatus ?? "proposed";
  return ["accepted", "in_progress", "implemented"].includes(status === "waived" ? returnsTo : status);
}

const NOT_LOWERED =
  "Only someone other than its owner and the person who implemented it can lower a P0 or P1 to P2 or P3 once it was accepted.";

const NOT_UNDONE = "This date was moved again, by someone else or too long ago. Move it with a reason instead.";

type Data = Prisma.ActionItemUncheckedUpdateManyInput;

export interface Changes {
  data: Data;
  /** Stored with the date. */
  move: DueMove | null;
  undone: Undone | null;
}

/** The recorded move that is undone. */
type Undone = Pick<ActionItemDueMove, "id" | "fromBasis">;

const NO_CHANGE: Changes = { data: {}, move: null, undone: null };

/** Returns the columns that change, by the rules, and the due-date move to record or to undo, if there is one. */
async function changesOf(
  ctx: Ctx,
  known: Known,
  loaded: Ruled,
  input: UpdateInput,
  mayApprove: boolean,
): Promise<Changes> {
  const before = loaded.row;
  const { ownerId, teamId, title, description, type, priority, doneWhen, trackerUrl, effortDays } = input;
  const data: Data = given({ ownerId, teamId, title, description, type, priority, doneWhen, trackerUrl, effortDays });
  if (ownerId === null && needsOwner(before))
    throw refuse("owner_needed", "An accepted action needs an owner. Choose another owner instead.");
  const lowered = { ...before, wasAccepted: loaded.refs.promised.has(before.id) };
  if (priority && !mayLower(lowered, priority, actorId(ctx.actor))) throw refuse("second_person_needed", NOT_LOWERED);
  if (ownerId) await known.checkOwner(ownerId);
  if (teamId) await known.checkTeam(teamId);
  if (input.archived !== undefined) data.archivedAt = input.archived ? (before.archivedAt ?? ctx.now()) : null;
  if (climbsAgain(before, input)) data.climbsAgainAt = ctx.now();
  Object.assign(data, await blockedOf(ctx, before, input));
  if (input.incidentKey !== undefined) Object.assign(data, await originOf(ctx, before, input.incidentKey));
  if (input.dueDate === undefined) return { data, move: null, undone: null };
  if (input.dueDate === toLocalDate(before.dueDate)) return { data, move: null, undone: null };
  const { status, dueMoves } = before;
  const due = { status, dueMoves, promised: isPromised(before, loaded.refs), dueDate: toLocalDate(before.dueDate) };
  const to = { ...data, dueDate: fromLocalDateOrNull(input.dueDate), dueBasis: "person" as const };
  const undone = input.undoesDueMove ? undoneMove(ctx, known, before, input.dueDate) : null;
  if (undone)
    return { data: { ...to, dueBasis: undone.fromBasis ?? "person", dueMoves: dueMoves - 1 }, move: null, undone };
  const wasFree = isFree(due) || (input.dueDate === null && !isSettled(status));
  const first = input.undoesDueMove && wasFree ? undoneFirstDate(ctx, known, before, input.dueDate) : null;
  if (first) return { data: { ...to, dueBasis: first.dueBasis }, move: null, undone: null };
  const moved = moveDueDate(due, input.dueDate, { reason: input.dueReason, mayApprove });
  if (!moved.ok) throw input.undoesDueMove ? refuse("not_undone", NOT_UNDONE) : refuse(moved.rule, moved.message);
  return { data: moved.move ? { ...to, dueMoves: dueMoves + 1 } : to, move: moved.move, undone: null };
}

/** Returns whether an action leaves the lists that archived ones aren't in, or returns to them. */
export const isRelisted = (before: RuledAction, { archived }: Pick<UpdateInput, "archived">): boolean =>
  archived !== undefined && archived !== (before.archivedAt !== null);

export const isRestored = (before: RuledAction, { archived }: Pick<UpdateInput, "archived">): boolean =>
  archived === false && before.archivedAt !== null;

/**
 * Returns whether days of reminders may be over now of which no one was notified: those of an archived action or of a
 * P0.
 */
const climbsAgain = (before: RuledAction, input: UpdateInput): boolean =>
  isRestored(before, input) || (input.priority === "P0" && before.priority !== "P0");

/** Returns the columns of the blocked flag that change. Without the flag, none of them is left. */
async function blockedOf(ctx: Ctx, before: RuledAction, input: UpdateInput): Promise<Data> {
  const { blockedReason: reason, blockedUntil: until, blockedBy: by } = input;
  if ([reason, until, by].every((field) => field === undefined)) return {};
  const change = { ...given({ reason, until }), isByNamed: Boolean(by) };
  const blocked = setBlocked(before, change, dayOf(before.owner, ctx.now()));
  if (!blocked.ok) throw refuse(blocked.rule, blocked.message, BLOCKED_FIELDS[blocked.rule]);
  const { blockedReason, blockedUntil } = blocked.patch;
  const isCleared = blockedReason === null;
  return {
    blockedReason,
    ...(blockedUntil === undefined ? {} : { blockedUntil: fromLocalDateOrNull(blockedUntil) }),
    ...(isCleared || by !== undefined ? await blockerColumns(ctx, isCleared ? null : (by ?? null)) : {}),
  };
}

const BLOCKED_FIELDS: Readonly<Record<string, string>> = {
  reason_needed: "blockedReason",
  until_in_past: "blockedUntil",
};

export const isRestricted = async (ctx: Ctx, id: string | null) =>
  id !== null && (await ctx.db.incident.count({ where: { id, restricted: true } })) > 0;

/** Returns the new incident of an action. An action from a review or of a restricted incident keeps its own. */
async function originOf(ctx: Ctx, before: RuledAction, key: string | null): Promise<Data> {
  const incident = key === null ? null : await findNamedIncident(ctx, key);
  if (incident?.id === before.incidentId) return {};
  if (before.reviewId !== null) throw refuse("tied_to_review", "An action from a review stays with its incident");
  if (await isRestricted(ctx, before.incidentId))
    throw refuse("tied_to_restricted", "An action of a restricted incident can't be moved");
  return { incidentId: incident?.id ?? null };
}

/** The audit log's entry for a date that was set. */
const DateBefore = z.object({
  dueDate: z.string().nullable(),
  dueBasis: z.enum(["provisional", "publication", "acceptance", "person"]),
});
const DateAfter = z.object({ dueDate: z.string().nullable(), undoesDueMove: z.literal(true).optional() });

/**
 * Returns the date and its basis from before this person set it, if setting `to` undoes that, or null. Only moves of a
 * promised date have a row of their own: this one is in the audit log.
 */
function undoneFirstDate(ctx: Ctx, { datesSet }: Known, { id, dueDate }: RuledAction, to: string | null) {
  const last = datesSet.get(id);
  if (!last?.after || last.after.undoesDueMove) return null;
  const kept = { from: last.before.dueDate, to: last.after.dueDate, byId: last.byId, at: last.at };
  const wanted = { to, byId: actorId(ctx.actor), now: ctx.now() };
  return undoesLastMove({ dueDate: toLocalDate(dueDate) }, kept, wanted) ? last.before : null;
}

/** Returns the recorded move that setting this date undoes, or null. */
function undoneMove(ctx: Ctx, { lastMoves }: Known, { id, dueDate }: RuledAction, to: string | null): Undone | null {
  const last = lastMoves.get(id);
  if (!last) return null;
  const { fromDate, toDate, movedById: byId, movedAt: at } = last;
  const kept = { from: toLocalDate(fromDate), to: toLocalDate(toDate), byId, at };
  const wanted = { to, byId: actorId(ctx.actor), now: ctx.now() };
  return undoesLastMove({ dueDate: toLocalDate(dueDate) }, kept, wanted) ? last : null;
}

/** Facts from the database that the rules need about changes to one action or to several, each read once. */
export interface Known {
  checkOwner: (id: string) => Promise<void>;
  checkTeam: (id: string) => Promise<void>;
  /** The last recorded move of each date that is undone. */
  lastMoves: ReadonlyMap<string, ActionItemDueMove>;
  /** The last date of each action that someone set a moment ago, by its audit entry. */
  datesSet: ReadonlyMap<string, DateSet>;
}

interface DateSet {
  before: z.infer<typeof DateBefore>;
  after: z.infer<typeof DateAfter> | null;
  byId: string | null;
  at: Date;
}

/** `undoneIds` are the actions of which a date is undone. */
export async function learn(ctx: Ctx, undoneIds: readonly string[]): Promise<Known> {
  const isAny = undoneIds.length > 0;
  return {
    checkOwner: once((id) => checkOwner(ctx, id)),
    checkTeam: once((id) => checkTeam(ctx, id)),
    lastMoves: isAny ? await lastMovesOf(ctx, undoneIds) : new Map(),
    datesSet: isAny ? await datesSetOf(ctx, undoneIds) : new Map(),
  };
}

async function lastMovesOf(ctx: Ctx, ids: readonly string[]) {
  const moves = await ctx.db.actionItemDueMove.findMany({
    where: { actionItemId: { in: [...ids] }, basis: null },
    orderBy: [{ movedAt: "asc" }, { id: "asc" }],
  });
  return new Map(moves.map((move) => [move.actionItemId, move]));
}

async function datesSetOf(ctx: Ctx, ids: readonly string[]) {
  const since = new Date(ctx.now().getTime() - UNDO_MOVE_MINUTES * MINUTE_MS);
  const entries = await ctx.db.auditEntry.findMany({
    where: { noun: "action_item", nounId: { in: [...ids] }, action: "action_item.updated", at: { gte: since } },
    orderBy: [{ at: "asc" }, { id: "asc" }],
  });
  return new Map(
    entries.flatMap(({ nounId, actorId: byId, at, ...entry }): [string, DateSet][] => {
      const before = DateBefore.safeParse(entry.before).data;
      const after = DateAfter.safeParse(entry.after).data ?? null;
      return before ? [[nounId, { before, after, byId, at }]] : [];
    }),
  );
}
