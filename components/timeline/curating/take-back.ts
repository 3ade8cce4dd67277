import type { TimelineEvent } from "#lib/contract/timeline.ts";
import type { EventRelation } from "#lib/timeline/event-relations.ts";

/** What can be set on several events at once. */
export type SeveralFields = Partial<
  Pick<TimelineEvent, "pinned" | "hidden" | "removed" | "kind" | "known" | "foundAt" | "foundBy">
> & { moveByMs?: number };

/** One request about several events. */
export type SeveralStep =
  | { does: "set"; ids: readonly string[]; set: SeveralFields }
  | { does: "relate"; ids: readonly string[]; relation: EventRelation; leadId: string }
  | { does: "split"; ids: readonly string[] };

/** Events that had the same values share one step; `moveByMs` goes back by as much. */
export function takeBackFields(before: readonly TimelineEvent[], set: SeveralFields): SeveralStep[] {
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

type Placed = Pick<TimelineEvent, "id" | "leadId" | "relation">;

/** Puts each event below the lead that it had, or lets it stand alone. Splits come first, so that a lead is free again. */
export function takeBackRelations(before: readonly Placed[], after: readonly Placed[]): SeveralStep[] {
  const now = new Map(after.map((event) => [event.id, event]));
  const alone: string[] = [];
  const below = new Map<string, { relation: EventRelation; leadId: string; ids: string[] }>();
  for (const { id, leadId, relation } of before) {
    const event = now.get(id);
    if (!event || (event.leadId === leadId && event.relation === relation)) continue;
    if (leadId === null || relation === null) {
      alone.push(id);
      continue;
    }
    const key = `${relation} ${leadId}`;
    const group = below.get(key) ?? { relation, leadId, ids: [] };
    group.ids.push(id);
    below.set(key, group);
  }
  return [
    ...(alone.length > 0 ? [{ does: "split" as const, ids: alone }] : []),
    ...[...below.values()].map((group) => ({ does: "relate" as const, ...group })),
  ];
}
