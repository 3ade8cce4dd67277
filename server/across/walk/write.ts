import type { Prisma } from "#generated/prisma/client.ts";
import { actorId } from "#lib/base/access/actor.ts";
import { invalid, notFound, refuse } from "#lib/base/errors.ts";
import { HOUR_MS } from "#lib/base/time/spans.ts";
import { WALK_HOURS } from "#lib/base/vocabulary/walk.ts";
import type { Walk, walkContract } from "#lib/contract/walk.ts";
import { authorizeGlobally } from "#server/base/kernel/authorize.ts";
import type { Ctx, TxCtx } from "#server/base/kernel/context.ts";
import { fromLocalDate } from "#server/base/kernel/dates.ts";
import type { InputOf } from "#server/base/kernel/input.ts";
import { toJson } from "#server/base/kernel/json.ts";
import { record, unrecorded } from "#server/base/kernel/record.ts";
import { transact } from "#server/base/kernel/transaction.ts";
import { decideOn } from "./decide.ts";
import { sendMinutes } from "./minutes.ts";
import { getWalk, runningAt } from "./read.ts";
import { undoDecision } from "./undo.ts";

/** Locks a meeting that runs. Throws `rule` for one that is over. */
async function lockRunning(tx: TxCtx, id: string): Promise<void> {
  await tx.db.$queryRaw`SELECT id FROM walk WHERE id = ${id}::uuid FOR UPDATE`;
  if ((await tx.db.walk.count({ where: { id } })) === 0) throw notFound();
  if ((await tx.db.walk.count({ where: { AND: [{ id }, runningAt(tx.now())] } })) === 0)
    throw refuse("walk_over", "This meeting is over. Start a new one, or change the item on its page.");
}

/** Starts the weekly meeting, or returns the one that runs. Reminders wait for its end. */
export async function startWalk(ctx: Ctx, { today }: InputOf<typeof walkContract.start>): Promise<Walk> {
  return transact(ctx, async (tx) => {
    authorizeGlobally(tx, "policy.manage");
    // Two people who start at once join the same meeting.
    await tx.db.$queryRaw`SELECT pg_advisory_xact_lock(hashtext('walk'))::text`;
    const running = await tx.db.walk.findFirst({ where: runningAt(tx.now()), select: { id: true } });
    if (running) return unrecorded("the meeting runs already", () => getWalk(tx, running));
    const id = tx.newId();
    const walk = { id, day: fromLocalDate(today), startedById: actorId(tx.actor), startedAt: tx.now() };
    await tx.db.walk.create({ data: walk });
    return record(tx, { action: "walk.started", id, after: { day: today }, answer: () => getWalk(tx, { id }) });
  });
}

/** Ends the meeting: reminders that waited are sent, and its minutes can be read and are mailed. */
export async function endWalk(ctx: Ctx, { id }: InputOf<typeof walkContract.end>): Promise<Walk> {
  return transact(ctx, async (tx) => {
    authorizeGlobally(tx, "policy.manage");
    await lockRunning(tx, id);
    await tx.db.walk.update({ where: { id }, data: { endedAt: tx.now() } });
    await sendMinutes(tx, id);
    return record(tx, { action: "walk.ended", id, answer: () => getWalk(tx, { id }) });
  });
}

/** Ends meetings that are too old to run and that no one ended, and mails their minutes. Returns how many. */
export async function closeWalks(ctx: Ctx): Promise<number> {
  const startedAt = { lte: new Date(ctx.now().getTime() - WALK_HOURS * HOUR_MS) };
  const left = await ctx.db.walk.findMany({
    where: { endedAt: null, startedAt },
    select: { id: true, startedAt: true },
    orderBy: { startedAt: "asc" },
  });
  let closed = 0;
  for (const walk of left) closed += await closeWalk(ctx, walk);
  return closed;
}

function closeWalk(ctx: Ctx, { id, startedAt }: { id: string; startedAt: Date }): Promise<number> {
  return transact(ctx, async (tx) => {
    authorizeGlobally(tx, "policy.manage");
    const endedAt = new Date(startedAt.getTime() + WALK_HOURS * HOUR_MS);
    // Another process waits here, and then finds it ended.
    const { count } = await tx.db.walk.updateMany({ where: { id, endedAt: null }, data: { endedAt } });
    if (count === 0) return unrecorded("another run ended it", () => 0);
    await sendMinutes(tx, id);
    return record(tx, { action: "walk.ended", id, answer: () => 1 });
  });
}

/** Decides about an item through its own rules, at once, and writes a line of the minutes. */
export async function decideWalk(ctx: Ctx, { id, given }: InputOf<typeof walkContract.decide>): Promise<Walk> {
  return transact(ctx, async (tx) => {
    authorizeGlobally(tx, "policy.manage");
    await lockRunning(tx, id);
    const { undo, ...decided } = await decideOn(tx, given);
    const lineId = tx.newId();
    await tx.db.walkLine.create({
      data: {
        ...{
          id: lineId,
          walkId: id,
          authorId: actorId(tx.actor),
          at: tx.now(),
          outcome: given.outcome,
          ...decided,
        },
        ...(undo ? { undo: toJson(undo) as Prisma.InputJsonObject } : {}),
      },
    });
    // The item has its own entry, with its words.
    const after = { lineId, outcome: given.outcome };
    return record(tx, { action: "walk.decided", id, after, answer: () => getWalk(tx, { id }) });
  });
}

/** Undoes what a line decided, while the meeting runs. The line stays, struck out. */
export async function undoWalk(ctx: Ctx, { id, lineId }: InputOf<typeof walkContract.undo>): Promise<Walk> {
  return transact(ctx, async (tx) => {
    authorizeGlobally(tx, "policy.manage");
    await lockRunning(tx, id);
    const line = await tx.db.walkLine.findUnique({ where: { id: lineId, walkId: id } });
    if (!line) throw notFound();
    if (line.undoneAt) throw invalid("lineId", "This line was already undone");
    await undoDecision(tx, line);
    await tx.db.walkLine.update({ where: { id: lineId }, data: { undoneAt: tx.now() } });
    return record(tx, { action: "walk.undone", id, after: { lineId }, answer: () => getWalk(tx, { id }) });
  });
}
