import { actorId } from "#lib/base/access/actor.ts";
import type { IncomingEvent } from "#lib/contract/unassigned.ts";
import type { Ctx } from "#server/base/kernel/context.ts";
import { recordAll } from "#server/base/kernel/record.ts";
import { transact } from "#server/base/kernel/transaction.ts";
import { lockRouting, recountDeliveries } from "#server/intake/delivery/index.ts";
import { authorizeSettling, presentAfter, type Versioned } from "./incoming-row.ts";
import { settledChanges } from "./settled-changes.ts";

interface Input {
  events: Versioned[];
}

function setDismissed(ctx: Ctx, { events }: Input, isDismissed: boolean): Promise<{ events: IncomingEvent[] }> {
  return transact(ctx, async (tx) => {
    await lockRouting(tx);
    const rows = await authorizeSettling(tx, events, isDismissed ? "waiting" : "dismissed");
    const state = isDismissed ? "dismissed" : "waiting";
    await tx.db.incomingEvent.updateMany({
      where: { id: { in: rows.map(({ id }) => id) } },
      data: {
        state,
        reason: isDismissed ? "Dismissed by hand." : "Returned to unassigned events by a person.",
        settledById: actorId(tx.actor),
        settledAt: tx.now(),
        version: { increment: 1 },
      },
    });
    await recountDeliveries(tx, rows);
    const action = isDismissed ? "incoming_event.dismissed" : "incoming_event.restored";
    return recordAll(tx, settledChanges(rows, { action, incidentId: null, state }), () => presentAfter(tx, events));
  });
}

/** Removes events from the unassigned events. */
export const dismissIncoming = (ctx: Ctx, input: Input) => setDismissed(ctx, input, true);
/** Returns dismissed events to the unassigned events. */
export const restoreIncoming = (ctx: Ctx, input: Input) => setDismissed(ctx, input, false);
