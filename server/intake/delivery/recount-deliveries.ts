import { type Outcome, readOutcome } from "#lib/intake/delivery/outcome.ts";
import type { TxCtx } from "#server/base/kernel/context.ts";
import { toJson } from "#server/base/kernel/json.ts";
import { incidentKeyOf } from "#server/base/kernel/keys.ts";
import { stateOf } from "./tally.ts";

const INCOMING_SELECT = {
  state: true,
  service: { select: { name: true } },
  timelineEvent: { select: { incident: { select: { number: true } } } },
} as const;

/**
 * Updates the results of deliveries with settled events: how many are unassigned, joined an incident or were dismissed.
 * Counts of known and rejected ones stay. Needs the routing lock, after the events were written.
 */
export async function recountDeliveries(tx: TxCtx, settled: readonly { deliveryId: string | null }[]): Promise<void> {
  const ids = [...new Set(settled.flatMap(({ deliveryId }) => deliveryId ?? []))];
  const deliveries = await tx.db.delivery.findMany({
    where: { id: { in: ids } },
    select: { id: true, outcome: true, incoming: { select: INCOMING_SELECT } },
  });
  for (const { id, outcome: stored, incoming } of deliveries) {
    const outcome = recounted(readOutcome(stored), incoming);
    await tx.db.delivery.update({
      where: { id },
      data: { outcome: toJson(outcome) as object, state: stateOf(outcome, true) },
    });
  }
}

interface Settled {
  state: "waiting" | "attached" | "dismissed";
  service: { name: string } | null;
  timelineEvent: { incident: { number: number } } | null;
}

function recounted(outcome: Outcome, incoming: readonly Settled[]): Outcome {
  const waiting = incoming.filter(({ state }) => state === "waiting");
  const ignored = incoming.filter(({ state }) => state === "dismissed").length;
  const brought = outcome.created + outcome.unassigned + outcome.ignored;
  const joined = incoming.flatMap(({ timelineEvent }) =>
    timelineEvent ? incidentKeyOf(timelineEvent.incident.number) : [],
  );
  return {
    ...outcome,
    unassigned: waiting.length,
    ignored,
    created: Math.max(0, brought - waiting.length - ignored),
    incidents: [...new Set([...(outcome.known > 0 ? outcome.incidents : []), ...joined])],
    inboxes: [...new Set(waiting.map(({ service }) => service?.name ?? ""))],
  };
}
