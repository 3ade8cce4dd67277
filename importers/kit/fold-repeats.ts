import type { NormalizedEvent, ParseResult } from "#importers/base/importer.ts";
import { risesById } from "./collect.ts";

/**
 * Keeps one event per external id. Of several deliveries of the same fact, the better one takes the place of the first,
 * and the others become context, so their lines are accounted for.
 */
export function foldRepeats(
  result: ParseResult,
  isBetter: (candidate: NormalizedEvent, kept: NormalizedEvent) => boolean,
): ParseResult {
  if (risesById(result) || areDifferent(result.events)) return result;
  const events: NormalizedEvent[] = [];
  const placeById = new Map<string, number>();
  const context = [...result.context];
  for (const event of result.events) {
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
