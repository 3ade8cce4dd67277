import { actorId } from "#lib/base/access/actor.ts";
import { notFound } from "#lib/base/errors.ts";
import type { impactContract, Response } from "#lib/contract/impact.ts";
import type { Ctx } from "#server/base/kernel/context.ts";
import type { InputOf } from "#server/base/kernel/input.ts";
import { record, unrecorded } from "#server/base/kernel/record.ts";
import { transact } from "#server/base/kernel/transaction.ts";
import { authorizeCurating } from "#server/incidents/timeline/index.ts";
import { getResponse } from "./response.ts";

/** Marks a change as not the trigger, or undoes that. A repeated call changes nothing. */
export async function ruleOut(ctx: Ctx, input: InputOf<typeof impactContract.ruleOut>): Promise<Response> {
  return transact(ctx, async (tx) => {
    const { key, eventId, ruledOut } = input;
    const incident = await authorizeCurating(tx, key);
    const event = await tx.db.timelineEvent.findFirst({
      where: { id: eventId, incidentId: incident.id, removedAt: null },
      select: { title: true, suspicion: { select: { at: true } } },
    });
    if (!event) throw notFound();
    const read = () => getResponse(tx, { key });
    if (ruledOut === (event.suspicion !== null)) return unrecorded("its suspicion doesn't change", read);
    const data = { incidentId: incident.id, byId: actorId(tx.actor), at: tx.now() };
    if (ruledOut) await tx.db.suspectRuledOut.create({ data: { eventId, ...data } });
    else await tx.db.suspectRuledOut.deleteMany({ where: { eventId } });
    return record(tx, {
      action: ruledOut ? "suspect.ruled_out" : "suspect.suspected_again",
      id: eventId,
      incidentId: incident.id,
      before: { ruledOut: !ruledOut },
      after: { title: event.title, ruledOut },
      answer: read,
    });
  });
}
