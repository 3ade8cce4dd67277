import { TimelineEvent } from "#lib/contract/timeline.ts";
import { invalid, notFound } from "#lib/errors.ts";
import { isZone, toInstant } from "#lib/timeline/zones.ts";
import { incidentFacts } from "#server/incident/index.ts";
import { audit } from "#server/kernel/audit.ts";
import { authorize } from "#server/kernel/authorize.ts";
import type { Ctx } from "#server/kernel/context.ts";
import { toJson } from "#server/kernel/json.ts";
import { emit } from "#server/kernel/outbox.ts";
import { transact } from "#server/kernel/transaction.ts";
import { findIncident } from "./load.ts";

const { ambiguity: Ambiguity } = TimelineEvent.shape;

/** Reads the local times of an import in that zone. A time that the clock change skips or repeats stays open. */
export async function answerZone(
  ctx: Ctx,
  input: { key: string; importId: string; zone: string },
): Promise<{ answered: number; stillAmbiguous: number }> {
  if (!isZone(input.zone))
    throw invalid("zone", "Not a known time zone; use a name such as Europe/Dublin, or an offset such as +01:00");
  return transact(ctx, async (tx) => {
    const incident = await findIncident(tx, input.key);
    authorize(tx, "incident", "curate", incidentFacts(incident));
    const known = await tx.db.import.count({ where: { id: input.importId, incidentId: incident.id } });
    if (known === 0) throw notFound();
    const waiting = await tx.db.timelineEvent.findMany({
      where: {
        incidentId: incident.id,
        importId: input.importId,
        removedAt: null,
        NOT: { ambiguity: { equals: toJson(null) } },
      },
      select: { id: true, ambiguity: true, clockOffsetMs: true },
    });
    let answered = 0;
    for (const row of waiting) {
      const asked = Ambiguity.parse(row.ambiguity);
      if (asked?.reason !== "zone" || asked.local === null) continue;
      const read = toInstant(asked.local, input.zone);
      if (read.kind !== "ok") continue;
      const precision = /:\d\d:(?!00)/.test(asked.local) ? "exact" : "minute";
      await tx.db.timelineEvent.update({
        where: { id: row.id },
        data: {
          at: new Date(Date.parse(read.instant) + row.clockOffsetMs),
          precision,
          zone: input.zone,
          ambiguity: toJson(null),
          version: { increment: 1 },
        },
      });
      answered++;
    }
    await audit(tx, {
      action: "import.zone_answered",
      noun: "import",
      nounId: input.importId,
      incidentId: incident.id,
      after: { zone: input.zone, answered },
    });
    await emit(tx, "record.changed", { noun: "timeline", id: incident.id, incidentId: incident.id });
    return { answered, stillAmbiguous: waiting.length - answered };
  });
}
