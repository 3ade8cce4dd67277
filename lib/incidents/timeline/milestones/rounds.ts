import type { EventKind } from "#lib/base/vocabulary/event-kinds.ts";
import type { ToldEvent } from "./told-event.ts";

/** Events that lie further apart belong to two incidents. */
const GAP_MS = 24 * 3_600_000;
/** After an end a new beginning this much later is another incident. */
const NEXT_MS = 6 * 3_600_000;

const BEGINS: readonly EventKind[] = ["impact_started", "alert_fired", "declared", "customer_report", "error_observed"];
const TELLING: readonly EventKind[] = [
  "impact_started",
  "alert_fired",
  "customer_report",
  "paged",
  "acknowledged",
  "declared",
  "commander_assigned",
  "public_update",
  "mitigation_started",
  "rollback_finished",
  "mitigated",
  "impact_ended",
  "resolved",
  "closed",
];

/**
 * The events of one incident among those of a timeline, which may tell of several: that of which a milestone is set, else
 * the one that tells most. Milestones of two incidents are never mixed.
 */
export function oneIncident(events: readonly ToldEvent[], setAt: readonly number[]): ToldEvent[] {
  const sections = new Set(events.flatMap(({ section }) => section ?? []));
  const parts =
    sections.size > 1
      ? [...sections].flatMap((one) => split(events.filter(({ section }) => (section ?? one) === one)))
      : split(events);
  const ofSet = parts.filter((part) => setAt.some((ms) => ms >= (part[0]?.ms ?? 0) && ms <= (part.at(-1)?.ms ?? 0)));
  const [best = []] = (ofSet.length > 0 ? ofSet : parts)
    .map((part) => ({ part, told: weightOf(part) }))
    .sort((a, b) => b.told - a.told)
    .map(({ part }) => part);
  return best;
}

/** How much a part tells; of two that tell as much the one where users were hit. */
function weightOf(part: readonly ToldEvent[]): number {
  const told = TELLING.filter((kind) => part.some(({ kinds }) => kinds.has(kind)));
  return told.length + (told.includes("impact_started") ? 0.5 : 0);
}

function split(events: readonly ToldEvent[]): ToldEvent[][] {
  const parts: ToldEvent[][] = [];
  let hasEnded = false;
  for (const event of events) {
    const part = parts.at(-1);
    const gap = event.ms - (part?.at(-1)?.ms ?? event.ms);
    const isNext = hasEnded && gap >= NEXT_MS && BEGINS.some((kind) => event.kinds.has(kind));
    if (!part || gap >= GAP_MS || isNext) {
      parts.push([event]);
      hasEnded = false;
    } else part.push(event);
    hasEnded ||= event.kinds.has("resolved") || event.kinds.has("impact_ended");
  }
  return parts;
}
