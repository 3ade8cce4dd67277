import { milestoneAt } from "../../decide-span.ts";
import type { MilestoneTimes } from "../../metrics.ts";
import { MILESTONES, type MilestoneName } from "../../milestone-names.ts";
import type { Found } from "../statements/told-event.ts";

/**
 * Milestones in the order that every incident has. Detection can come before or after impact, so it is in its own
 * list.
 */
const LINES: readonly (readonly MilestoneName[])[] = [
  ["trigger_change", "impact_started", "mitigation_started", "mitigated", "resolved", "closed"],
  ["detected", "paged", "acknowledged"],
  ["detected", "responding"],
  ["detected", "mitigation_started"],
  ["declared", "commander_assigned"],
];
/** The most certain milestones first. What contradicts one of them is left out. */
const SUREST: readonly MilestoneName[] = ["resolved", "detected", "impact_started", "mitigated", "mitigation_started"];

/** Returns whether `at` is on the wrong side of a known milestone. */
function isOutOfOrder(name: MilestoneName, ms: number, known: ReadonlyMap<MilestoneName, number>): boolean {
  return LINES.filter((line) => line.includes(name)).some((line) => {
    const own = line.indexOf(name);
    return line.some((other, place) => {
      const at = known.get(other);
      return at !== undefined && (place < own ? at > ms : place > own && at < ms);
    });
  });
}

/** Leaves out what contradicts a person's value or a more certain milestone. A field of the source is always kept. */
export function inOrder(found: ReadonlyMap<MilestoneName, Found>, set: MilestoneTimes): Map<MilestoneName, Found> {
  const known = new Map<MilestoneName, number>();
  for (const name of MILESTONES) {
    const at = milestoneAt(set, name);
    if (at !== null) known.set(name, Date.parse(at));
  }
  const kept = new Map<MilestoneName, Found>();
  for (const name of new Set([...SUREST, ...MILESTONES])) {
    const one = found.get(name);
    if (!one || (one.event.states !== name && isOutOfOrder(name, one.event.ms, known))) continue;
    kept.set(name, one);
    known.set(name, one.event.ms);
  }
  return kept;
}
