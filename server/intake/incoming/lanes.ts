import { type EventKind, shapeOfKind } from "#lib/base/vocabulary/event-kinds.ts";
import type { InboxLane } from "#lib/contract/incoming.ts";

export interface LaneRow {
  id: string;
  version: number;
  at: Date;
  kind: EventKind;
  title: string;
  source: string;
}

const MARK_MS = 30 * 60_000;
const MOST_TITLES = 5;
const MOST_EVENTS = 1000;

/** What a lane of the inbox shows, from its events in the order of their time. Pure. */
export function laneOf(rows: readonly LaneRow[]): Omit<InboxLane, "service" | "candidate"> {
  return {
    count: rows.length,
    marks: marksOf(rows),
    titles: titlesOf(rows),
    sources: [...new Set(rows.map(({ source }) => source))],
    events: rows.slice(0, MOST_EVENTS).map(({ id, version }) => ({ id, version })),
  };
}

function marksOf(rows: readonly LaneRow[]): InboxLane["marks"] {
  const marks: (InboxLane["marks"][number] & { lastMs: number })[] = [];
  for (const { at, kind, title } of rows) {
    const same = marks.findLast((mark) => mark.kind === kind && mark.title === title);
    if (same && at.getTime() - same.lastMs <= MARK_MS) {
      same.count += 1;
      same.lastMs = at.getTime();
    } else marks.push({ at: at.toISOString(), shape: shapeOfKind(kind), kind, title, count: 1, lastMs: at.getTime() });
  }
  return marks.map(({ lastMs: _lastMs, ...mark }) => mark);
}

function titlesOf(rows: readonly LaneRow[]): InboxLane["titles"] {
  const groups = Map.groupBy(rows, ({ kind, title }) => `${kind} ${title}`);
  return [...groups.values()]
    .flatMap((group) => {
      const [first, last] = [group[0], group.at(-1)];
      if (!first || !last) return [];
      const { title, kind } = first;
      return [{ title, kind, count: group.length, firstAt: first.at.toISOString(), lastAt: last.at.toISOString() }];
    })
    .toSorted((a, b) => b.count - a.count || a.firstAt.localeCompare(b.firstAt))
    .slice(0, MOST_TITLES);
}
