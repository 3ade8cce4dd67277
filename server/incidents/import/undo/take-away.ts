import { z } from "zod";
import { MILESTONES } from "#lib/incidents/timeline/milestones/milestone-names.ts";
import type { TxCtx } from "#server/base/kernel/context.ts";
import { toJson } from "#server/base/kernel/json.ts";
import { moveClocks } from "#server/incidents/timeline/index.ts";
import { putBackWindows } from "./put-back-windows.ts";

interface Brought {
  incidentId: string;
  importId: string;
}

const set = { setById: z.string().nullable(), setAt: z.coerce.date() };
const TakenAway = z.object({
  milestones: z.array(
    z.object({ name: z.enum(MILESTONES), eventId: z.string().nullable(), notApplicable: z.boolean(), ...set }),
  ),
  clocks: z.array(
    z.object({
      sourceType: z.string(),
      offsetMs: z.int(),
      eventId: z.string().nullable(),
      matchId: z.string().nullable(),
      ...set,
    }),
  ),
});

type TakenAway = z.infer<typeof TakenAway>;

/**
 * Removes milestones, clocks of whole sources, windows and series that an import added to the incident. Those that a
 * person changed belong to the incident and stay.
 */
export async function takeAway(tx: TxCtx, { incidentId, importId }: Brought): Promise<void> {
  const { undoneAt } = await tx.db.import.findUniqueOrThrow({ where: { id: importId }, select: { undoneAt: true } });
  const milestones = await tx.db.milestone.findMany({
    where: { importId },
    select: { name: true, eventId: true, notApplicable: true, setById: true, setAt: true },
  });
  const clocks = await tx.db.sourceClock.findMany({
    where: { broughtById: importId },
    select: { sourceType: true, offsetMs: true, eventId: true, matchId: true, setById: true, setAt: true },
  });
  // What the last redo couldn't restore keeps waiting.
  const waiting = await readTaken(tx, importId);
  const takenAway = {
    milestones: [...milestones, ...waiting.milestones],
    clocks: [...clocks, ...waiting.clocks],
  };
  await tx.db.import.update({ where: { id: importId }, data: { takenAway: toJson(takenAway) } });
  await tx.db.milestone.deleteMany({ where: { importId } });
  await tx.db.sourceClock.deleteMany({ where: { broughtById: importId } });
  for (const { sourceType } of clocks) await moveClocks(tx, incidentId, sourceType);
  const taken = { where: { importId, removedAt: null }, data: { removedAt: undoneAt, version: { increment: 1 } } };
  await tx.db.impactWindow.updateMany(taken);
  await tx.db.attachment.updateMany(taken);
}

/** Restores what undoing removed, if the place is empty. Anything else waits for the next time. */
export async function putBack(tx: TxCtx, { incidentId, importId }: Brought): Promise<void> {
  const { milestones, clocks } = await withPeopleHere(tx, await readTaken(tx, importId));
  const events = await tx.db.timelineEvent.findMany({
    where: { id: { in: milestones.flatMap(({ eventId }) => eventId ?? []) }, removedAt: null },
    select: { id: true },
  });
  const standing = new Set(events.map(({ id }) => id));
  const setNow = await tx.db.milestone.createManyAndReturn({
    data: milestones
      .filter(({ eventId }) => eventId === null || standing.has(eventId))
      .map((milestone) => ({ incidentId, importId, ...milestone })),
    skipDuplicates: true,
    select: { name: true },
  });
  const movedNow = await tx.db.sourceClock.createManyAndReturn({
    data: clocks.map((clock) => ({ id: tx.newId(), incidentId, broughtById: importId, ...clock })),
    skipDuplicates: true,
    select: { sourceType: true },
  });
  const [names, sources] = [setNow.map(({ name }) => name), movedNow.map(({ sourceType }) => sourceType)];
  for (const sourceType of sources) await moveClocks(tx, incidentId, sourceType);
  await putBackWindows(tx, { incidentId, importId });
  const waiting = {
    milestones: milestones.filter(({ name }) => !names.includes(name)),
    clocks: clocks.filter(({ sourceType }) => !sources.includes(sourceType)),
  };
  await tx.db.import.update({ where: { id: importId }, data: { takenAway: toJson(waiting) } });
}

async function readTaken(tx: TxCtx, importId: string): Promise<TakenAway> {
  const row = await tx.db.import.findUniqueOrThrow({ where: { id: importId }, select: { takenAway: true } });
  return row.takenAway ? TakenAway.parse(row.takenAway) : { milestones: [], clocks: [] };
}

/** A person who set something may have left since. */
async function withPeopleHere(tx: TxCtx, { milestones, clocks }: TakenAway): Promise<TakenAway> {
  const setBy = [...milestones, ...clocks].flatMap(({ setById }) => setById ?? []);
  const people = await tx.db.user.findMany({ where: { id: { in: setBy } }, select: { id: true } });
  const here = new Set(people.map(({ id }) => id));
  const byPerson = <Row extends { setById: string | null }>(row: Row): Row => ({
    ...row,
    setById: row.setById !== null && here.has(row.setById) ? row.setById : null,
  });
  return { milestones: milestones.map(byPerson), clocks: clocks.map(byPerson) };
}
