import { actorId } from "#lib/access/actor.ts";
import type { FileStory } from "#lib/contract/timeline-file.ts";
import type { TxCtx } from "#server/kernel/transaction.ts";
import type { PlannedEvent } from "./plan.ts";
import { restoreEvidence } from "./restore-evidence.ts";
import { restoreRelations } from "./restore-relations.ts";
import { restoreWindows } from "./restore-windows.ts";
import type { WrittenEvent } from "./written-event.ts";

interface Restored {
  incidentId: string;
  importId: string;
  plan: readonly PlannedEvent[];
  story: FileStory;
}

/**
 * Puts back what people made of a timeline in another Afterword: relations, notes, evidence, milestones, clocks and impact
 * windows. What this incident has of its own is never overwritten: only new events and empty places are filled.
 */
export async function restoreStory(tx: TxCtx, { incidentId, importId, plan, story }: Restored): Promise<void> {
  const rows = await tx.db.timelineEvent.findMany({
    where: { incidentId, removedAt: null },
    select: { id: true, sourceType: true, identity: true },
  });
  const bySource = new Map(rows.map((row) => [`${row.sourceType}\n${row.identity}`, row.id]));
  const idOf = new Map<number, string>();
  const written: WrittenEvent[] = [];
  for (const { event, identity, state, known } of plan) {
    const id = bySource.get(identity);
    if (!event.curated || id === undefined) continue;
    idOf.set(event.curated.number, id);
    if (state !== "known" && known === null) written.push({ id, curated: event.curated });
  }
  await restoreRelations(tx, written, idOf);
  await restoreEvidence(tx, incidentId, written);
  await restoreMilestones(tx, incidentId, story, idOf);
  const types = new Set(written.map(({ curated }) => curated.source.type));
  const clocks = story.clocks.filter(({ sourceType }) => types.has(sourceType));
  await restoreClocks(tx, { incidentId, importId }, clocks, idOf);
  await restoreWindows(tx, incidentId, story.impactWindows);
}

async function restoreMilestones(tx: TxCtx, incidentId: string, story: FileStory, idOf: ReadonlyMap<number, string>) {
  const data = story.milestones.flatMap(({ name, event, notApplicable }) => {
    const eventId = event === null ? null : (idOf.get(event) ?? null);
    if ((eventId === null) !== notApplicable) return [];
    return [{ incidentId, name, eventId, notApplicable, setById: actorId(tx.actor), setAt: tx.now() }];
  });
  await tx.db.milestone.createMany({ data, skipDuplicates: true });
}

/** The new events of a source came by this import, so its clock is that of the import. Of two of one kind the first stays. */
async function restoreClocks(
  tx: TxCtx,
  { incidentId, importId }: { incidentId: string; importId: string },
  clocks: FileStory["clocks"],
  idOf: ReadonlyMap<number, string>,
) {
  const data = clocks.map(({ sourceType, offsetMs, pair }) => {
    const [eventId, matchId] = pair ? [idOf.get(pair.event), idOf.get(pair.match)] : [];
    const both = eventId !== undefined && matchId !== undefined ? { eventId, matchId } : {};
    const set = { setById: actorId(tx.actor), setAt: tx.now() };
    return { id: tx.newId(), incidentId, importId, sourceType, offsetMs, ...both, ...set };
  });
  await tx.db.sourceClock.createMany({ data, skipDuplicates: true });
}
