import type { Prisma } from "#generated/prisma/client.ts";
import { actorId } from "#lib/access/actor.ts";
import { toJson } from "#server/kernel/json.ts";
import type { TxCtx } from "#server/kernel/transaction.ts";
import type { PlannedEvent } from "./plan.ts";

interface Target {
  incidentId: string;
  importId: string;
  format: string;
  letter: string;
  firstNumber: number;
}

const CHUNK = 1000;

/** Writes the new events of a plan, brings undone ones back, and adds the ends of known ones. */
export async function writePlan(tx: TxCtx, plan: readonly PlannedEvent[], target: Target): Promise<void> {
  const last = await tx.db.timelineEvent.aggregate({
    where: { incidentId: target.incidentId },
    _max: { orderHint: true },
  });
  const firstHint = Math.floor(last._max.orderHint ?? 0) + 1;
  const wanted = plan
    .map((planned, index) => ({ planned, hint: firstHint + index }))
    .filter(({ planned }) => planned.state !== "known");
  const fresh = wanted.filter(({ planned }) => planned.known === null);
  for (let start = 0; start < fresh.length; start += CHUNK) {
    const rows = fresh
      .slice(start, start + CHUNK)
      .map(({ planned, hint }, index) => rowOf(tx, planned, target, target.firstNumber + start + index, hint));
    await tx.db.timelineEvent.createMany({ data: rows });
  }
  const back = wanted.flatMap(({ planned }) => planned.known?.id ?? []);
  if (back.length > 0) {
    await tx.db.timelineEvent.updateMany({
      where: { id: { in: back } },
      data: { removedAt: null, importId: target.importId, version: { increment: 1 } },
    });
  }
  for (const { known, event, addsEnd } of plan) {
    if (!addsEnd || !known || event.endAt === null) continue;
    const endAt = new Date(event.endAt);
    await tx.db.timelineEvent.updateMany({
      where: { id: known.id, endAt: null, at: { lte: endAt } },
      data: { endAt, version: { increment: 1 } },
    });
  }
}

function rowOf(
  tx: TxCtx,
  { event, identity }: PlannedEvent,
  target: Target,
  number: number,
  orderHint: number,
): Prisma.TimelineEventCreateManyInput {
  const at = event.at === null ? null : new Date(event.at);
  const endAt = event.endAt === null || at === null ? null : new Date(event.endAt);
  return {
    id: tx.newId(),
    incidentId: target.incidentId,
    number,
    at,
    endAt: endAt !== null && at !== null && endAt < at ? null : endAt,
    precision: at === null ? "unknown" : event.precision === "unknown" ? "minute" : event.precision,
    uncertaintySeconds: event.uncertaintySeconds,
    statedText: event.statedText,
    zone: event.zone,
    ambiguity: toJson(event.ambiguity),
    orderHint,
    kind: event.kind,
    title: event.title,
    body: event.body,
    actor: event.actor,
    url: event.url,
    services: event.services,
    sourceType: target.format,
    sourceLetter: target.letter,
    identity,
    importId: target.importId,
    line: event.line,
    createdById: actorId(tx.actor),
    createdAt: tx.now(),
  };
}
