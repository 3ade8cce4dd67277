import { actorId } from "#lib/base/access/actor.ts";
import type { TimelineEvent, timelineContract } from "#lib/contract/timeline.ts";
import type { Ctx, TxCtx } from "#server/base/kernel/context.ts";
import type { InputOf } from "#server/base/kernel/input.ts";
import { record } from "#server/base/kernel/record.ts";
import { transact } from "#server/base/kernel/transaction.ts";
import { settleSpan } from "#server/incidents/incident/index.ts";
import { authorizeCurating } from "./authorize-curating.ts";
import { loadEvent, presentEvent } from "./event-row.ts";
import { checkEventTime } from "./event-time.ts";
import { reserveNumbers } from "./next-number.ts";

/** Adds a manual event. Without a time it goes after `afterEventId`, otherwise to the end. */
export async function addEvent(ctx: Ctx, input: InputOf<typeof timelineContract.add>): Promise<TimelineEvent> {
  return transact(ctx, async (tx) => {
    const incident = await authorizeCurating(tx, input.key);
    const time = checkEventTime({
      at: input.at === null ? null : new Date(input.at),
      endAt: input.endAt ? new Date(input.endAt) : null,
      precision: input.precision,
      uncertaintySeconds: input.uncertaintySeconds ?? null,
    });
    const id = tx.newId();
    await tx.db.timelineEvent.create({
      data: {
        id,
        incidentId: incident.id,
        number: await reserveNumbers(tx, incident.id),
        ...time,
        kind: input.kind,
        title: input.title,
        body: input.body,
        actor: input.actor ?? null,
        url: input.url ?? null,
        orderHint: await hintBehind(tx, incident.id, input.afterEventId ?? null),
        sourceType: "manual",
        sourceLetter: "M",
        identity: id,
        createdById: actorId(tx.actor),
        createdAt: tx.now(),
      },
    });
    await settleSpan(tx, incident.id);
    return record(tx, {
      action: "timeline_event.added",
      id,
      incidentId: incident.id,
      after: input,
      answer: async () => presentEvent(await loadEvent(tx, incident.id, id)),
    });
  });
}

async function hintBehind(tx: TxCtx, incidentId: string, afterEventId: string | null): Promise<number> {
  if (afterEventId !== null) {
    const { orderHint } = await loadEvent(tx, incidentId, afterEventId);
    const next = await tx.db.timelineEvent.aggregate({
      where: { incidentId, orderHint: { gt: orderHint } },
      _min: { orderHint: true },
    });
    return next._min.orderHint === null ? orderHint + 1 : (orderHint + next._min.orderHint) / 2;
  }
  const last = await tx.db.timelineEvent.aggregate({ where: { incidentId }, _max: { orderHint: true } });
  return (last._max.orderHint ?? 0) + 1;
}
