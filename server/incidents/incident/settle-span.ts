import { EVENT_KINDS_BY_GROUP } from "#lib/base/vocabulary/event-kinds.ts";
import { decideSpan, FIRST_EVENTS, firstOf, milestoneAt } from "#lib/incidents/timeline/milestones/decide-span.ts";
import type { TxCtx } from "#server/base/kernel/context.ts";
import { toInstantOrNull } from "#server/base/kernel/dates.ts";
import { emit } from "#server/base/kernel/outbox.ts";
import { record } from "#server/base/kernel/record.ts";
import { milestoneTimes } from "./present.ts";
import { STANDING_EVENT } from "./standing-event.ts";

/** Kinds of event that can be long before an incident starts. */
const NO_START = [...EVENT_KINDS_BY_GROUP.change, ...EVENT_KINDS_BY_GROUP.context];

/**
 * Updates start, end and state of an incident from its timeline. Call it after every change that can move them.
 * `accepted`: its resolved milestone is being accepted and also sets the state, unless a person set it.
 */
export async function settleSpan(
  tx: TxCtx,
  incidentId: string,
  { accepted = false }: { accepted?: boolean } = {},
): Promise<void> {
  const row = await tx.db.incident.findUniqueOrThrow({
    where: { id: incidentId },
    select: {
      startedAt: true,
      resolvedAt: true,
      status: true,
      startGiven: true,
      endGiven: true,
      milestones: {
        where: { event: { removedAt: null } },
        select: { name: true, event: { select: { id: true, at: true, precision: true } } },
      },
    },
  });
  const milestones = milestoneTimes(row.milestones);
  // A person said that it is over, but not when. From its resolved milestone on, the end follows that.
  const isEndAsked =
    row.status === "resolved" && row.resolvedAt === null && milestoneAt(milestones, "resolved") !== null;
  const endGiven = row.endGiven && !isEndAsked;
  if (row.startGiven && endGiven) return;
  const standing = { incidentId, removedAt: null };
  const windows = await tx.db.impactWindow.aggregate({ where: standing, _min: { fromAt: true } });
  const timed = { incidentId, hidden: false, at: { not: null }, kind: { notIn: [...NO_START] }, ...STANDING_EVENT };
  const count = await tx.db.timelineEvent.count({ where: timed });
  const first = await tx.db.timelineEvent.findMany({
    where: timed,
    orderBy: { at: "asc" },
    take: FIRST_EVENTS,
    select: { at: true },
  });
  const before = { startedAt: row.startedAt.toISOString(), resolvedAt: toInstantOrNull(row.resolvedAt) };
  const span = decideSpan(
    {
      ...before,
      status: row.status,
      startGiven: row.startGiven,
      endGiven,
      milestones,
      firstWindow: toInstantOrNull(windows._min.fromAt),
      firstEvent: firstOf(
        first.flatMap(({ at }) => at ?? []),
        count,
      ),
    },
    accepted,
  );
  const was = { ...before, status: row.status };
  const moved = (Object.keys(was) as (keyof typeof was)[]).filter((field) => span[field] !== was[field]);
  if (moved.length === 0) return;
  await tx.db.incident.update({ where: { id: incidentId }, data: { ...span, endGiven } });
  const only = (values: object) =>
    Object.fromEntries(Object.entries(values).filter(([field]) => moved.some((one) => one === field)));
  if (moved.includes("startedAt")) await emit(tx, "incident.start_moved", { incidentId });
  await record(tx, { action: "incident.span_settled", id: incidentId, before: only(was), after: only(span) });
}
