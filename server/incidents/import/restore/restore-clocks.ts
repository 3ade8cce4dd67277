import type { Prisma } from "#generated/prisma/client.ts";
import { actorId } from "#lib/base/access/actor.ts";
import type { FileStory } from "#lib/contract/timeline-file.ts";
import type { TxCtx } from "#server/base/kernel/context.ts";
import type { WrittenEvent } from "./written-event.ts";

interface Target {
  incidentId: string;
  importId: string;
  parts: ReadonlyMap<number, string>;
  /** Events that are new or restored. */
  brought: readonly WrittenEvent[];
  idOf: ReadonlyMap<number, string>;
}

type Clock = FileStory["clocks"][number];

/**
 * Restores clocks of a file if the incident has none: that of an import for its part, that of a whole source for all of
 * it, or only for the new events if the incident already has events of that source.
 */
export async function restoreClocks(tx: TxCtx, target: Target, clocks: readonly Clock[]): Promise<void> {
  if (clocks.length === 0) return;
  const { incidentId, importId, parts, idOf } = target;
  const free = await freeSources(tx, target, clocks);
  const places = placesOf(target);
  const set = { incidentId, setById: actorId(tx.actor), setAt: tx.now() };
  // Only the first clock of the file counts for each place.
  const owned = new Map(clocks.toReversed().map((clock) => [`${clock.sourceType} ${clock.import}`, clock]));
  const data = [...owned.values()].flatMap((clock): Prisma.SourceClockCreateManyInput[] => {
    const { sourceType, import: of, offsetMs, pair } = clock;
    const [eventId, matchId] = pair ? [idOf.get(pair.event), idOf.get(pair.match)] : [];
    const tied = eventId !== undefined && matchId !== undefined ? { eventId, matchId } : {};
    const row = { ...set, sourceType, offsetMs, ...tied };
    if (of === null && free.has(sourceType)) return [{ id: tx.newId(), ...row, importId: null, broughtById: importId }];
    return [...(places.get(sourceType) ?? [])]
      .filter((place) => (of === null ? place === null || !owned.has(`${sourceType} ${place}`) : place === of))
      .map((place) => ({
        id: tx.newId(),
        ...row,
        importId: place === null ? importId : (parts.get(place) ?? importId),
        broughtById: null,
      }));
  });
  await tx.db.sourceClock.createMany({ data, skipDuplicates: true });
}

/** Returns sources with only new events in the incident, and without a clock for all of it. */
async function freeSources(tx: TxCtx, { incidentId, importId, parts }: Target, clocks: readonly Clock[]) {
  const wanted = new Set(clocks.flatMap((clock) => (clock.import === null ? clock.sourceType : [])));
  const ours = [importId, ...parts.values()];
  const sourceType = { in: [...wanted] };
  const [moved, others] = [
    await tx.db.sourceClock.findMany({
      where: { incidentId, sourceType, importId: null },
      select: { sourceType: true },
    }),
    await tx.db.timelineEvent.groupBy({
      by: ["sourceType"],
      where: { incidentId, sourceType, OR: [{ importId: null }, { importId: { notIn: ours } }] },
    }),
  ];
  for (const taken of [...moved, ...others]) wanted.delete(taken.sourceType);
  return wanted;
}

/** Returns, by source, the numbers of the imports (null for none) with new events. */
function placesOf({ brought }: Target): Map<string, Set<number | null>> {
  const places = new Map<string, Set<number | null>>();
  for (const { curated } of brought) {
    const { type, import: number } = curated.source;
    const known = places.get(type) ?? new Set();
    places.set(type, known.add(number));
  }
  return places;
}
