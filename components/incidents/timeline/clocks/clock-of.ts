import type { SourceClock } from "#lib/contract/curate.ts";

type Source = { type: string; importId: string | null };

/** Returns the clock that applies to a source: that of its import before that of its kind. */
export function clockOf(clocks: readonly SourceClock[], { type, importId }: Source): SourceClock | undefined {
  const ofKind = clocks.filter((clock) => clock.sourceType === type);
  return (
    ofKind.find((clock) => importId !== null && clock.importId === importId) ??
    ofKind.find((clock) => clock.importId === null)
  );
}

type TakeBack =
  | { does: "clear"; id: string }
  | { does: "set"; set: { sourceType: string; importId: string | null; offsetMs: number; version?: number } }
  | { does: "set"; set: { pair: { eventId: string; matchId: string }; importId: string | null; version?: number } };

/** Returns the request that restores a clock. `now` is the current one, undefined if there is none any more. */
export function undoClock(before: SourceClock | undefined, now: SourceClock | undefined): TakeBack | null {
  if (!before) return now ? { does: "clear", id: now.id } : null;
  const version = now ? { version: now.version } : {};
  const { sourceType, importId, offsetMs, pair } = before;
  return pair
    ? { does: "set", set: { pair: { eventId: pair.eventId, matchId: pair.matchId }, importId, ...version } }
    : { does: "set", set: { sourceType, importId, offsetMs, ...version } };
}
