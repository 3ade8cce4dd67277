import type { Precision } from "#lib/base/time/precision.ts";
import { DAY_MS, HOUR_MS, MINUTE_MS } from "#lib/base/time/spans.ts";
import type { EventRelation } from "./event-relations.ts";

/** The fields that folding needs. An event without its lead among the events gets its own row. */
export interface FoldableEvent {
  id: string;
  at: string | null;
  precision: Precision;
  uncertaintySeconds?: number | null;
  leadId: string | null;
  relation: EventRelation | null;
}

/** One event of the story with everything below it, each list in the order of the events. */
export interface StoryRow<Event extends FoldableEvent> {
  lead: Event;
  /** The same fact from other sources. */
  merged: Event[];
  /** The repeats after the first. */
  bundled: Event[];
  /** Other accounts of it. */
  accounts: Event[];
  /** Events below a repeat or an account. */
  deeper: Event[];
}

/** Returns the topmost event above each event. Each path is walked only once. */
export function findTops<Event extends { id: string; leadId: string | null }>(
  events: readonly Event[],
): ReadonlyMap<string, string> {
  const byId = new Map(events.map((event) => [event.id, event]));
  const tops = new Map<string, string>();
  for (const event of events) {
    const path = [event.id];
    let above = event.leadId;
    while (above !== null && byId.has(above) && !tops.has(above) && !path.includes(above)) {
      path.push(above);
      above = byId.get(above)?.leadId ?? null;
    }
    const known = above === null ? undefined : tops.get(above);
    const top = known ?? path.at(-1) ?? event.id;
    for (const id of path) tops.set(id, top);
  }
  return tops;
}

/**
 * Returns the story as one row per top event, in the given order. Every event is in exactly one row. Runs in one pass.
 */
export function foldStory<Event extends FoldableEvent>(events: readonly Event[]): StoryRow<Event>[] {
  const tops = findTops(events);
  const rows = new Map<string, StoryRow<Event>>();
  for (const event of events) {
    if (tops.get(event.id) === event.id)
      rows.set(event.id, { lead: event, merged: [], bundled: [], accounts: [], deeper: [] });
  }
  for (const event of events) {
    const top = tops.get(event.id);
    const row = rows.get(top ?? event.id);
    if (!row || row.lead === event) continue;
    if (event.leadId !== top) row.deeper.push(event);
    else if (event.relation === "account") row.accounts.push(event);
    else if (event.relation === "bundled") row.bundled.push(event);
    else row.merged.push(event);
  }
  return [...rows.values()];
}

/** Returns all events of a row, the lead first. */
export const eventsOfRow = <Event extends FoldableEvent>(row: StoryRow<Event>): Event[] => [
  row.lead,
  ...row.merged,
  ...row.bundled,
  ...row.accounts,
  ...row.deeper,
];

const SLACK_MS: Record<Precision, number> = {
  exact: 0,
  minute: MINUTE_MS,
  approx: 300_000,
  hour: HOUR_MS,
  day: DAY_MS,
  unknown: Number.POSITIVE_INFINITY,
};

const slackOf = ({ precision, uncertaintySeconds }: FoldableEvent) =>
  precision === "approx" && uncertaintySeconds ? uncertaintySeconds * 1000 : SLACK_MS[precision];

/**
 * Returns the earliest and latest time (ISO 8601) from the sources of one fact, if two of them differ by more than
 * their precision. Null if they agree. Repeats don't count.
 */
export function disagreementOf<Event extends FoldableEvent>({
  lead,
  merged,
  accounts,
}: Pick<StoryRow<Event>, "lead" | "merged" | "accounts">): { earliest: string; latest: string } | null {
  const stated = [lead, ...merged, ...accounts]
    .flatMap((event) => (event.at === null ? [] : [{ ms: Date.parse(event.at), slackMs: slackOf(event) }]))
    .sort((a, b) => a.ms - b.ms);
  const [first, last] = [stated[0], stated.at(-1)];
  const disagree = stated.some((a) => stated.some((b) => b.ms - a.ms > Math.max(a.slackMs, b.slackMs)));
  if (!first || !last || !disagree) return null;
  return { earliest: new Date(first.ms).toISOString(), latest: new Date(last.ms).toISOString() };
}
