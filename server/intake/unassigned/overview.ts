import { can } from "#lib/base/access/can.ts";
import { HOUR_MS, MINUTE_MS } from "#lib/base/time/spans.ts";
import { type EventKind, shapeOfKind } from "#lib/base/vocabulary/event-kinds.ts";
import type { incomingContract, UnassignedLane } from "#lib/contract/unassigned.ts";
import { hookSourceNamed } from "#lib/intake/integration/hook-sources.ts";
import type { Ctx } from "#server/base/kernel/context.ts";
import type { InputOf } from "#server/base/kernel/input.ts";
import { candidatesFor } from "./candidates.ts";
import { incomingVisibleTo } from "./incoming-row.ts";
import { authorizeInbox } from "./list.ts";

interface LaneRow {
  id: string;
  version: number;
  at: Date;
  kind: EventKind;
  title: string;
  source: string;
}

const MARK_MS = 30 * MINUTE_MS;
const MOST_TITLES = 5;
const MOST_EVENTS = 1000;

/** Returns the content of a lane from its events in order of time. Pure. */
function laneOf(rows: readonly LaneRow[]): Omit<UnassignedLane, "service" | "candidate"> {
  return {
    count: rows.length,
    marks: marksOf(rows),
    titles: titlesOf(rows),
    sources: [...new Set(rows.map(({ source }) => source))],
    events: rows.slice(0, MOST_EVENTS).map(({ id, version }) => ({ id, version })),
  };
}

function marksOf(rows: readonly LaneRow[]): UnassignedLane["marks"] {
  const marks: (UnassignedLane["marks"][number] & { lastMs: number })[] = [];
  for (const { at, kind, title } of rows) {
    const same = marks.findLast((mark) => mark.kind === kind && mark.title === title);
    if (same && at.getTime() - same.lastMs <= MARK_MS) {
      same.count += 1;
      same.lastMs = at.getTime();
    } else marks.push({ at: at.toISOString(), shape: shapeOfKind(kind), kind, title, count: 1, lastMs: at.getTime() });
  }
  return marks.map(({ lastMs: _lastMs, ...mark }) => mark);
}

function titlesOf(rows: readonly LaneRow[]): UnassignedLane["titles"] {
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

const MOST_ROWS = 20_000;

/** Returns the unassigned events of the last hours by service, the lane with the latest event first. */
export async function incomingOverview(ctx: Ctx, { hours }: InputOf<typeof incomingContract.overview>) {
  authorizeInbox(ctx);
  const to = ctx.now();
  const from = new Date(to.getTime() - hours * HOUR_MS);
  const waiting = { AND: [{ state: "waiting" as const }, incomingVisibleTo(ctx.actor)] };
  const rows = await ctx.db.incomingEvent.findMany({
    where: { ...waiting, receivedAt: { gte: from } },
    select: {
      id: true,
      version: true,
      at: true,
      receivedAt: true,
      kind: true,
      title: true,
      service: { select: { id: true, name: true } },
      integration: { select: { source: true } },
    },
    orderBy: [{ receivedAt: "asc" }, { id: "asc" }],
    take: MOST_ROWS,
  });
  const older = await ctx.db.incomingEvent.count({ where: { ...waiting, receivedAt: { lt: from } } });
  const groups = Map.groupBy(rows, ({ service }) => service?.id ?? null);
  const candidates = await candidatesFor(
    ctx,
    [...groups.keys()].flatMap((id) => id ?? []),
  );
  const lanes = [...groups].map(([serviceId, group]) => {
    const timed = group
      .map(({ integration, service: _service, receivedAt, at, ...row }) => ({
        ...row,
        at: at ?? receivedAt,
        source: hookSourceNamed(integration.source)?.label ?? integration.source,
      }))
      .toSorted((a, b) => a.at.getTime() - b.at.getTime());
    const candidate = serviceId === null ? null : (candidates.get(serviceId) ?? null);
    return { service: group[0]?.service ?? null, ...laneOf(timed), candidate, last: group.at(-1)?.receivedAt ?? from };
  });
  return {
    from: from.toISOString(),
    to: to.toISOString(),
    total: rows.length,
    services: [...groups.keys()].filter((id) => id !== null).length,
    older,
    lanes: lanes
      .toSorted((a, b) => b.last.getTime() - a.last.getTime())
      .map(({ last: _last, ...lane }): UnassignedLane => lane),
    maySettle: can(ctx.actor, "incomingEvent", "settle", { incident: null }),
  };
}
