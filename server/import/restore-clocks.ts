import { actorId } from "#lib/access/actor.ts";
import type { FileStory } from "#lib/contract/timeline-file.ts";
import type { TxCtx } from "#server/kernel/transaction.ts";
import type { WrittenEvent } from "./written-event.ts";

interface Target {
  incidentId: string;
  importId: string;
  parts: ReadonlyMap<number, string>;
  /** Events that came now, new or back. */
  brought: readonly WrittenEvent[];
  idOf: ReadonlyMap<number, string>;
}

type Clock = FileStory["clocks"][number];

/**
 * Clocks of a file, each where the incident has none: that of an import to its part, that of a whole source to all of it,
 * and where the incident has such a source of its own only to what came now.
 */
export async function restoreClocks(tx: TxCtx, target: Target, clocks: readonly Clock[]): Promise<void> {
  const { incidentId, importId, parts, idOf } = target;
  const owned = new Set(clocks.map((clock) => `${clock.sourceType} ${clock.import}`));
  const set = { incidentId, setById: actorId(tx.actor), setAt: tx.now() };
  for (const clock of clocks) {
    const { sourceType, offsetMs, pair } = clock;
    const [eventId, matchId] = pair ? [idOf.get(pair.event), idOf.get(pair.match)] : [];
    const tied = eventId !== undefined && matchId !== undefined ? { eventId, matchId } : {};
    const isWhole = clock.import === null && (await isFree(tx, target, sourceType));
    const row = { ...set, sourceType, offsetMs, ...tied };
    const places = isWhole
      ? [{ importId: null, broughtById: importId }]
      : placesOf(target, clock, owned).map((number) => ({
          importId: number === null ? importId : (parts.get(number) ?? importId),
        }));
    await tx.db.sourceClock.createMany({
      data: places.map((place) => ({ id: tx.newId(), ...row, ...place })),
      skipDuplicates: true,
    });
  }
}

/** Whether nothing of this source is in the incident but what came now, and no clock of it. */
async function isFree(tx: TxCtx, { incidentId, importId, parts }: Target, sourceType: string): Promise<boolean> {
  const ours = [importId, ...parts.values()];
  const others = { incidentId, sourceType, OR: [{ importId: null }, { importId: { notIn: ours } }] };
  const [clocks, events] = [
    await tx.db.sourceClock.count({ where: { incidentId, sourceType, importId: null } }),
    await tx.db.timelineEvent.count({ where: others }),
  ];
  return clocks + events === 0;
}

/** Numbers of the imports, null for none, whose events of now a clock moves. */
function placesOf({ brought }: Target, clock: Clock, owned: ReadonlySet<string>): (number | null)[] {
  const { sourceType } = clock;
  const places = new Set(
    brought.filter(({ curated }) => curated.source.type === sourceType).map(({ curated }) => curated.source.import),
  );
  if (clock.import !== null) return places.has(clock.import) ? [clock.import] : [];
  return [...places].filter((place) => place === null || !owned.has(`${sourceType} ${place}`));
}
