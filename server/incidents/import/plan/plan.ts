import type { NormalizedEvent } from "#importers/index.ts";

/** A stored event of the same identity. */
export interface KnownEvent {
  id: string;
  identity: string;
  number: number;
  endAt: Date | null;
  /** Its time waits for an answer. */
  waits: boolean;
  /** Removed by undoing its import: importing it again restores it. */
  undone: boolean;
}

export interface PlannedEvent {
  state: "new" | "known" | "ambiguous";
  identity: string;
  event: NormalizedEvent;
  known: KnownEvent | null;
  /** A known alert or run that has ended since: the end is added. */
  addsEnd: boolean;
  /** A known event whose time waits, read now with what was missing: the time is added. */
  addsTime: boolean;
  /** Which of the incidents that its source tells of it is of. */
  section?: { name: string } | null;
  /** The time that the source said, where a person gave another one: its clock doesn't move that. */
  saidTime?: { at: string | null; endAt: string | null } | null;
}

/**
 * What an import would do with each event. The same source planned after it was imported is all known. `inFile` goes along
 * with the parts of one source.
 */
export function planImport(
  events: readonly NormalizedEvent[],
  identities: readonly string[],
  stored: ReadonlyMap<string, KnownEvent>,
  inFile: Set<string> = new Set(),
): PlannedEvent[] {
  return events.map((event, index) => {
    const identity = identities[index] ?? "";
    const known = stored.get(identity) ?? null;
    // Without an id of their own they were told apart already.
    const repeated = event.externalId !== null && inFile.has(identity);
    if (event.externalId !== null) inFile.add(identity);
    const addsTime = !repeated && known !== null && known.waits && event.at !== null;
    if (repeated || (known !== null && !known.undone)) {
      return {
        state: "known",
        identity,
        event,
        known,
        addsEnd: known !== null && known.endAt === null && event.endAt !== null,
        addsTime,
      };
    }
    return { state: event.ambiguity === null ? "new" : "ambiguous", identity, event, known, addsEnd: false, addsTime };
  });
}
