import type { NormalizedEvent } from "#importers/index.ts";

/** A stored event with the same identity. */
export interface KnownEvent {
  id: string;
  identity: string;
  number: number;
  endAt: Date | null;
  /** Its time waits for an answer. */
  waits: boolean;
  /** Removed by undoing its import. Importing it again restores it. */
  undone: boolean;
}

export interface PlannedEvent {
  state: "new" | "known" | "ambiguous";
  identity: string;
  event: NormalizedEvent;
  known: KnownEvent | null;
  /** A known alert or run that has ended since. The end is added. */
  addsEnd: boolean;
  /** A known event whose time waits, now read with what was missing. The time is added. */
  addsTime: boolean;
  /** Which incident of its source it belongs to. */
  section?: { name: string } | null;
  /** The time in the source, if a person gave another one. Its clock doesn't move that time. */
  saidTime?: { at: string | null; endAt: string | null } | null;
}

/**
 * Returns what an import would do with each event. After the import, all events of the same source are known. `inFile`
 * is shared by the parts of one source.
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
    // Events without their own id already have different identities.
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
