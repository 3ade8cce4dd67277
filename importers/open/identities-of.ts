import type { NormalizedEvent } from "#importers/base/importer.ts";
import { eventIdentity } from "./event-identity.ts";

/**
 * Returns the identities of a source's events, in order. Equal lines are separate events, and deliveries with one id
 * are one. `seen` is shared by the parts of one source.
 */
export function identitiesOf(
  format: string,
  events: readonly NormalizedEvent[],
  zone: string | undefined,
  seen: Map<string, number> = new Map(),
): string[] {
  return events.map((event) => {
    const identity = eventIdentity(format, event, zone);
    if (event.externalId !== null) return identity;
    const times = (seen.get(identity) ?? 0) + 1;
    seen.set(identity, times);
    return times === 1 ? identity : `${identity}#${times}`;
  });
}
