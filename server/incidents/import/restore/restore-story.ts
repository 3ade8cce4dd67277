import type { Reject } from "#importers/index.ts";
import { actorId } from "#lib/base/access/actor.ts";
import type { FileStory } from "#lib/contract/timeline-file.ts";
import type { TxCtx } from "#server/base/kernel/context.ts";
import { moveClocks } from "#server/incidents/timeline/index.ts";
import type { PlannedEvent } from "../plan/plan.ts";
import { restoreClocks } from "./restore-clocks.ts";
import { restoreEvidence } from "./restore-evidence.ts";
import { restoreSeries } from "./restore-series.ts";
import { restoreWindows } from "./restore-windows.ts";
import type { WrittenEvent } from "./written-event.ts";

/** Puts new events below their leads. If the leads in the file form a circle, the events stay on their own. */
async function restoreRelations(
  tx: TxCtx,
  written: readonly WrittenEvent[],
  idOf: ReadonlyMap<number, string>,
): Promise<void> {
  const leadOf = new Map<number, number>();
  for (const { curated } of written) if (curated.lead !== null) leadOf.set(curated.number, curated.lead);
  const pairs = written.flatMap(({ id, curated: { number, lead, relation } }) => {
    const leadId = lead === null ? undefined : idOf.get(lead);
    return relation === null || leadId === undefined || isInCircle(number, leadOf)
      ? []
      : [{ id, lead_id: leadId, relation }];
  });
  if (pairs.length === 0) return;
  await tx.db.$executeRaw`
    UPDATE timeline_event AS event SET lead_id = pair.lead_id, relation = pair.relation
    FROM jsonb_to_recordset(${JSON.stringify(pairs)}::jsonb) AS pair(id uuid, lead_id uuid, relation event_relation)
    WHERE event.id = pair.id`;
}

function isInCircle(number: number, leadOf: ReadonlyMap<number, number>): boolean {
  const seen = new Set<number>();
  for (let at: number | undefined = number; at !== undefined; at = leadOf.get(at)) {
    if (seen.has(at)) return true;
    seen.add(at);
  }
  return false;
}

interface Restored {
  incidentId: string;
  importId: string;
  plan: readonly PlannedEvent[];
  story: FileStory;
  /** Parts of the import by their numbers in the file. */
  parts: ReadonlyMap<number, string>;
}

/**
 * Restores what people made of a timeline in another Afterword instance: relations, notes, evidence, verdicts,
 * milestones, clocks, series and impact windows. The incident's own values are never overwritten: only new events and
 * empty fields are filled. Returns what couldn't be restored.
 */
export async function restoreStory(
  tx: TxCtx,
  { incidentId, importId, plan, story, parts }: Restored,
): Promise<Reject[]> {
  const rows = await tx.db.timelineEvent.findMany({
    where: { incidentId, removedAt: null },
    select: { id: true, sourceType: true, identity: true },
  });
  const bySource = new Map(rows.map((row) => [`${row.sourceType}\n${row.identity}`, row.id]));
  const idOf = new Map<number, string>();
  const brought: WrittenEvent[] = [];
  const written: WrittenEvent[] = [];
  for (const { event, identity, state, known } of plan) {
    const id = bySource.get(identity);
    if (!event.curated || id === undefined) continue;
    idOf.set(event.curated.number, id);
    if (state === "known") continue;
    const one = { id, line: event.line, curated: event.curated };
    brought.push(one);
    // An event from an undone import still has its notes and evidence.
    if (known === null) written.push(one);
  }
  await restoreRelations(tx, written, idOf);
  const refused = await restoreEvidence(tx, { incidentId, plan }, written);
  await restoreVerdicts(tx, incidentId, written, idOf, story);
  await restoreMilestones(tx, { incidentId, importId }, story, idOf);
  await restoreClocks(tx, { incidentId, importId, parts, brought, idOf }, story.clocks);
  // Undoing moved them to the clocks of that time.
  const fresh = new Set(written);
  const back = brought.filter((one) => !fresh.has(one)).map(({ curated }) => curated.source.type);
  for (const sourceType of new Set(back)) await moveClocks(tx, incidentId, sourceType);
  const series = await restoreSeries(tx, { incidentId, importId }, story.series);
  const windows = await restoreWindows(tx, { incidentId, importId, seriesIdOf: series.idOf }, story.impactWindows);
  return [...refused, ...series.rejects, ...windows];
}

async function restoreMilestones(
  tx: TxCtx,
  { incidentId, importId }: { incidentId: string; importId: string },
  story: FileStory,
  idOf: ReadonlyMap<number, string>,
) {
  const data = story.milestones.flatMap(({ name, event, notApplicable }) => {
    const eventId = event === null ? null : (idOf.get(event) ?? null);
    if ((eventId === null) !== notApplicable) return [];
    return [{ incidentId, name, eventId, notApplicable, setById: actorId(tx.actor), setAt: tx.now(), importId }];
  });
  await tx.db.milestone.createMany({ data, skipDuplicates: true });
}

/** Restores which changes were ruled out, and which events are different. Two known events keep their state here. */
async function restoreVerdicts(
  tx: TxCtx,
  incidentId: string,
  written: readonly WrittenEvent[],
  idOf: ReadonlyMap<number, string>,
  { keptApart }: FileStory,
) {
  const by = { incidentId, byId: actorId(tx.actor), at: tx.now() };
  await tx.db.suspectRuledOut.createMany({
    data: written.filter(({ curated }) => curated.ruledOut).map(({ id }) => ({ eventId: id, ...by })),
    skipDuplicates: true,
  });
  const fresh = new Set(written.map(({ id }) => id));
  const pairs = keptApart.flatMap((numbers) => {
    const [firstId, secondId] = numbers.map((number) => idOf.get(number) ?? "").sort();
    if (!firstId || !secondId || firstId === secondId || !(fresh.has(firstId) || fresh.has(secondId))) return [];
    return [[firstId, secondId]];
  });
  await keepPairsApart(tx, incidentId, pairs);
}

const PAIRS_AT_ONCE = 20_000;

/** Sent as one JSON value per chunk, because there can be a million. */
async function keepPairsApart(tx: TxCtx, incidentId: string, pairs: readonly string[][]): Promise<void> {
  for (let start = 0; start < pairs.length; start += PAIRS_AT_ONCE) {
    const chunk = JSON.stringify(pairs.slice(start, start + PAIRS_AT_ONCE));
    await tx.db.$executeRaw`
      INSERT INTO kept_apart (incident_id, first_id, second_id, by_id, at)
      SELECT ${incidentId}::uuid, (pair->>0)::uuid, (pair->>1)::uuid, ${actorId(tx.actor)}::uuid, ${tx.now()}::timestamptz
      FROM jsonb_array_elements(${chunk}::jsonb) AS pair
      ON CONFLICT DO NOTHING`;
  }
}
