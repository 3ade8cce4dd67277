import { invalid } from "#lib/base/errors.ts";
import type { KnownState } from "#lib/incidents/timeline/story/event-relations.ts";
import type { EventRecord } from "./event-row.ts";

/** A person's statement on when an event was known. An absent field doesn't change. */
export interface KnownInput {
  known?: KnownState | null | undefined;
  foundAt?: string | null | undefined;
  foundBy?: string | null | undefined;
}

/**
 * Returns the columns about when an event was known. Time and finder belong to "found later", and are cleared with it.
 */
export function knownAfter(before: Pick<EventRecord, "known" | "foundAt" | "foundBy">, input: KnownInput) {
  const known = input.known === undefined ? before.known : input.known;
  if (known !== "found_later") {
    if (input.foundAt || input.foundBy)
      throw invalid("known", "foundAt and foundBy need known: found_later. Send that too");
    return { known, foundAt: null, foundBy: null };
  }
  const foundAt = input.foundAt === undefined ? before.foundAt : input.foundAt;
  return {
    known,
    foundAt: typeof foundAt === "string" ? new Date(foundAt) : foundAt,
    foundBy: input.foundBy === undefined ? before.foundBy : input.foundBy,
  };
}
