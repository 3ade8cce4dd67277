import type { NormalizedEvent } from "#importers/base/importer.ts";
import { eventIdentity } from "./event-identity.ts";

/**
 * Identities of a source, in its order: lines that say the same twice are two events, deliveries of one id are one.
 * `seen` goes along with the parts of one source.
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
