import { z } from "zod";
import { MILESTONES } from "#lib/timeline/milestone-names.ts";
import { toJson } from "#server/kernel/json.ts";
import type { TxCtx } from "#server/kernel/transaction.ts";
import { moveClocks } from "#server/timeline/index.ts";

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

/**
 * Takes milestones, clocks of whole sources, windows and series away that an import brought for the incident. Whoever
 * changes one of them makes it the incident's own, so it is not among them.
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
  await tx.db.import.update({ where: { id: importId }, data: { takenAway: toJson({ milestones, clocks }) } });
  await tx.db.milestone.deleteMany({ where: { importId } });
  await tx.db.sourceClock.deleteMany({ where: { broughtById: importId } });
  for (const { sourceType } of clocks) await moveClocks(tx, incidentId, sourceType);
  const taken = { where: { importId, removedAt: null }, data: { removedAt: undoneAt, version: { increment: 1 } } };
  await tx.db.impactWindow.updateMany(taken);
  await tx.db.attachment.updateMany(taken);
}

/** Puts back what undoing at that moment took away, where the place is still empty. */
export async function putBack(tx: TxCtx, { incidentId, importId }: Brought, undoneAt: Date): Promise<void> {
  const row = await tx.db.import.findUniqueOrThrow({ where: { id: importId }, select: { takenAway: true } });
  const { milestones, clocks } = row.takenAway ? TakenAway.parse(row.takenAway) : { milestones: [], clocks: [] };
  await tx.db.milestone.createMany({
    data: milestones.map((milestone) => ({ incidentId, importId, ...milestone })),
    skipDuplicates: true,
  });
  await tx.db.sourceClock.createMany({
    data: clocks.map((clock) => ({ id: tx.newId(), incidentId, broughtById: importId, ...clock })),
    skipDuplicates: true,
  });
  for (const { sourceType } of clocks) await moveClocks(tx, incidentId, sourceType);
  const back = { where: { importId, removedAt: undoneAt }, data: { removedAt: null, version: { increment: 1 } } };
  await tx.db.impactWindow.updateMany(back);
  await tx.db.attachment.updateMany(back);
  await tx.db.import.update({ where: { id: importId }, data: { takenAway: toJson(null) } });
}
