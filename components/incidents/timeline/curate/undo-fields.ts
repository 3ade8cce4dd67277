import type { TimelineEvent } from "#lib/contract/timeline.ts";
import type { PlaceStep } from "#lib/incidents/timeline/story/undo-places.ts";

/** Fields that can be set on several events at once. */
export type SeveralFields = Partial<
  Pick<TimelineEvent, "pinned" | "hidden" | "removed" | "kind" | "known" | "foundAt" | "foundBy" | "verified">
> & { moveByMs?: number };

/** One request about several events. */
export type SeveralStep = { does: "set"; ids: readonly string[]; set: SeveralFields } | PlaceStep;

/** Returns the steps that undo a change. Events with the same values share one step, and `moveByMs` is reversed. */
export function undoFields(before: readonly TimelineEvent[], set: SeveralFields): SeveralStep[] {
  const { moveByMs, ...fields } = set;
  const given = Object.keys(fields) as (keyof typeof fields)[];
  const names = given.includes("known") ? [...new Set([...given, "foundAt", "foundBy"] as const)] : given;
  const groups = new Map<string, { set: SeveralFields; ids: string[] }>();
  for (const event of before) {
    const moved = moveByMs === undefined || event.at === null ? {} : { moveByMs: -moveByMs };
    const was = { ...Object.fromEntries(names.map((name) => [name, event[name]])), ...moved };
    if (Object.keys(was).length === 0) continue;
    const group = groups.get(JSON.stringify(was));
    if (group) group.ids.push(event.id);
    else groups.set(JSON.stringify(was), { set: was, ids: [event.id] });
  }
  return [...groups.values()].map((group) => ({ does: "set", ...group }));
}
