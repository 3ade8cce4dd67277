import type { NormalizedEvent, ParseResult } from "#importers/base/importer.ts";
import { risesById } from "./collect.ts";
import { ID_LENGTH } from "./make-event.ts";

/**
 * Keeps one event per external id. Of several deliveries of the same fact, the better one takes the place of the first,
 * and the others become context, so their lines are accounted for. Events of one id that aren't the same fact are all
 * kept.
 */
export function foldRepeats(
  result: ParseResult,
  isBetter: (candidate: NormalizedEvent, kept: NormalizedEvent) => boolean,
  isSame: (candidate: NormalizedEvent, kept: NormalizedEvent) => boolean = () => true,
): ParseResult {
  if (risesById(result) || areDifferent(result.events)) return result;
  const events: NormalizedEvent[] = [];
  const placeById = new Map<string, number>();
  const context = [...result.context];
  for (const given of result.events) {
    const event = withOwnId(given, (id) => events[placeById.get(id) ?? -1], isSame);
    const place = event.externalId === null ? undefined : placeById.get(event.externalId);
    const kept = place === undefined ? undefined : events[place];
    if (place === undefined || kept === undefined) {
      if (event.externalId !== null) placeById.set(event.externalId, events.length);
      events.push(event);
      continue;
    }
    const better = isBetter(event, kept);
    if (better) events[place] = event;
    const dropped = better ? kept : event;
    context.push({ line: dropped.line, text: `Another delivery of: ${dropped.title}` });
  }
  return { events, rejects: result.rejects, context };
}

/** Returns an event with its title in its id if another fact has the id. */
function withOwnId(
  event: NormalizedEvent,
  keptOf: (id: string) => NormalizedEvent | undefined,
  isSame: (candidate: NormalizedEvent, kept: NormalizedEvent) => boolean,
): NormalizedEvent {
  const kept = event.externalId === null ? undefined : keptOf(event.externalId);
  if (kept === undefined || isSame(event, kept)) return event;
  return { ...event, externalId: `${event.externalId} ${event.title}`.slice(0, ID_LENGTH) };
}

function areDifferent(events: NormalizedEvent[]): boolean {
  const seen = new Set<string>();
  let withId = 0;
  for (const { externalId } of events) {
    if (externalId === null) continue;
    seen.add(externalId);
    withId += 1;
  }
  return seen.size === withId;
}
