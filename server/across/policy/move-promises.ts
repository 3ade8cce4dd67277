import { z } from "zod";
import { actorId } from "#lib/base/access/actor.ts";
import type { LocalDate } from "#lib/base/time/local-date.ts";
import { mayHaveDeadlines } from "#server/across/deadline/index.ts";
import type { TxCtx } from "#server/base/kernel/context.ts";
import { fromLocalDateOrNull, toLocalDate } from "#server/base/kernel/dates.ts";
import { given } from "#server/base/kernel/given.ts";
import type { Change } from "#server/base/kernel/nouns.ts";
import { tellDatesMoved } from "#server/follow/action-item/index.ts";
import { type EditionRow, listEditions } from "#server/people/policy/index.ts";
import { type Changed, changedPromises } from "./moves.ts";
import { saveOf } from "./onto.ts";
import { isOpenAction, isOpenReview } from "./promises.ts";

/**
 * A promise that a save moved, with its edition and day before and the day after. Kept with the edition, for an undo.
 */
interface Moved {
  kind: Changed["kind"];
  id: string;
  edition: number | null;
  /** The edition after. Of moves before it was kept: that of the save. */
  made?: number;
  from?: LocalDate | null;
  to?: LocalDate | null;
}

/**
 * Moves promises to what a save changes, unless someone changes them at the same time, and returns what to record. Not a
 * move of a date by its owner.
 */
export async function movePromises(tx: TxCtx, number: number): Promise<Change[]> {
  const entries: Change[] = [];
  const all: Moved[] = [];
  const editions = await listEditions(tx);
  const saved = editions.find((edition) => edition.number === number);
  if (!saved) throw new Error(`The edition ${number} of a policy is missing`);
  const save = saveOf(editions, saved);
  const stored = new Map<number, number>();
  const why = `By the policy “${saved.name}”`;
  for (const one of await changedPromises(tx, save)) {
    const moved = movedOf(one);
    const wanted = save.next(moved.edition);
    const row = save.rowOf(wanted);
    const edition = row ? (stored.get(wanted) ?? (await store(tx, row))) : wanted;
    stored.set(wanted, edition);
    const { version } = one.kind === "incident" ? { version: null } : one.row;
    const made = await write(tx, moved, edition, { version, why });
    if (made === null) continue;
    all.push({ ...moved, made: edition });
    entries.push(...made);
  }
  await tx.db.policyEdition.update({ where: { number }, data: { moved: JSON.parse(JSON.stringify(all)) } });
  await tellMoved(tx, entries, why);
  return entries;
}

async function store(tx: TxCtx, { number: _, values, ...row }: EditionRow): Promise<number> {
  const data = { ...row, values: values ?? {}, at: tx.now() };
  return (await tx.db.policyEdition.create({ data, select: { number: true } })).number;
}

function movedOf(changed: Changed): Moved {
  const { kind, row } = changed;
  const before = { kind, id: row.id, edition: row.policyEdition };
  if (changed.kind === "incident") return before;
  const day = changed.kind === "review" ? changed.row.dueAt : changed.row.dueDate;
  return { ...before, from: toLocalDate(day), to: changed.due };
}

/**
 * Moves back what a save of a policy moved, as far as it's still open and the actor can read it, and returns what to
 * record. A day that someone changed since stays.
 */
export async function moveBack(tx: TxCtx, policyId: string, version: number): Promise<Change[]> {
  const edition = await tx.db.policyEdition.findFirst({ where: { policyId, version, base: null } });
  const entries: Change[] = [];
  const why = `The change of the policy “${edition?.name ?? ""}” was undone`;
  // Written by this file alone.
  for (const { from, to, made: only = edition?.number, ...one } of (edition?.moved ?? []) as unknown as Moved[]) {
    const put = (back: Moved) => write(tx, back, one.edition, { version: null, why, ...given({ only }) });
    const made = from === undefined ? null : await put({ ...one, from: to ?? null, to: from });
    entries.push(...(made ?? (await put(one)) ?? []));
  }
  await tellMoved(tx, entries, why);
  return entries;
}

/** Notifies those whose actions have another date now. */
async function tellMoved(tx: TxCtx, entries: readonly Change[], why: string): Promise<void> {
  const moved = entries.flatMap(({ action, id, before }) =>
    action === "action_item.due_moved" ? [{ id, from: DayBefore.parse(before).dueDate }] : [],
  );
  await tellDatesMoved(tx, moved, `${why}.`);
}

/** An action's day, as `write` records it. */
const DayBefore = z.object({ dueDate: z.string().nullable() });

/**
 * Writes the edition of one promise, and its day if one is given, and returns the change to record. Null if its
 * version, edition or day has changed, if it is settled, or if it isn't for the actor.
 */
async function write(
  tx: TxCtx,
  moved: Moved,
  policyEdition: number | null,
  { version, why, only }: { version: number | null; why: string; only?: number },
): Promise<Change[] | null> {
  const { kind, id, from = null, to = null } = moved;
  const [isMoved, hasDay] = [from !== to, moved.from !== undefined];
  const asRead = {
    id,
    ...(version === null ? {} : { version }),
    ...(only === undefined ? {} : { policyEdition: only }),
  };
  if (kind === "incident") {
    const where = { AND: [asRead, mayHaveDeadlines(tx.actor)] };
    const { count } = await tx.db.incident.updateMany({ where, data: { policyEdition } });
    return count > 0 ? [] : null;
  }
  const [was, is] = [fromLocalDateOrNull(from), fromLocalDateOrNull(to)];
  const bumped = { policyEdition, ...(isMoved ? { version: { increment: 1 } } : {}) };
  if (kind === "review") {
    const where = { AND: [asRead, isOpenReview(tx.actor), hasDay ? { dueAt: was } : {}] };
    const data = { ...bumped, ...(hasDay ? { dueAt: is } : {}) };
    const { count } = await tx.db.review.updateMany({ where, data });
    if (count === 0) return null;
    const { incidentId } = await tx.db.review.findUniqueOrThrow({ where: { id }, select: { incidentId: true } });
    return isMoved
      ? [{ action: "review.due_moved", id, incidentId, before: { dueAt: from }, after: { dueAt: to } }]
      : [];
  }
  // Another edition isn't a change of the action, so the time of the last one stays.
  const kept = isMoved ? null : await tx.db.actionItem.findUnique({ where: { id }, select: { updatedAt: true } });
  const where = { AND: [asRead, isOpenAction(tx.actor), hasDay ? { dueDate: was } : {}, kept ?? {}] };
  const data = { ...bumped, ...kept, ...(hasDay ? { dueDate: is } : {}), ...(isMoved ? { movedByPolicy: true } : {}) };
  const { count } = await tx.db.actionItem.updateMany({ where, data });
  if (count === 0) return null;
  if (!isMoved) return [];
  const select = { incidentId: true, dueBasis: true } as const;
  const { incidentId, dueBasis: basis } = await tx.db.actionItem.findUniqueOrThrow({ where: { id }, select });
  const by = { movedById: actorId(tx.actor), movedAt: tx.now() };
  const counted = { fromDate: was, toDate: is, reason: why, basis };
  await tx.db.actionItemDueMove.create({ data: { id: tx.newId(), actionItemId: id, ...counted, ...by } });
  const change = { before: { dueDate: from }, after: { dueDate: to } };
  return [{ action: "action_item.due_moved", id, incidentId, ...change }];
}
