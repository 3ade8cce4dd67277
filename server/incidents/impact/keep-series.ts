import { actorId } from "#lib/base/access/actor.ts";
import { invalid } from "#lib/base/errors.ts";
import type { ImpactSeries, impactContract } from "#lib/contract/impact.ts";
import { keptText, readKept } from "#lib/incidents/impact/series/kept-series.ts";
import { authorize } from "#server/base/kernel/authorize.ts";
import type { Ctx } from "#server/base/kernel/context.ts";
import type { InputOf } from "#server/base/kernel/input.ts";
import { record } from "#server/base/kernel/record.ts";
import { transact } from "#server/base/kernel/transaction.ts";
import { incidentFacts } from "#server/incidents/incident/index.ts";
import { findIncident } from "#server/incidents/timeline/index.ts";
import { loadSeries, presentSeries } from "./impact-row.ts";

/** Stores a pasted series as evidence of the incident. Rejects a text without a readable point. */
export async function keepSeries(ctx: Ctx, input: InputOf<typeof impactContract.keepSeries>): Promise<ImpactSeries> {
  return transact(ctx, async (tx) => {
    const incident = await findIncident(tx, input.key);
    authorize(tx, "incident", "curate", incidentFacts(incident));
    const { points, problems } = readKept(input.text, input.zone);
    if (points.length === 0) throw invalid("text", problems[0]?.text ?? "This contains no readable points of a series");
    const id = tx.newId();
    const { title } = input;
    const text = keptText(input.text, input.zone);
    await tx.db.attachment.create({
      data: {
        id,
        incidentId: incident.id,
        kind: "series",
        title,
        text,
        createdById: actorId(tx.actor),
        createdAt: tx.now(),
      },
    });
    return record(tx, {
      action: "impact_series.kept",
      id,
      incidentId: incident.id,
      after: { title, points: points.length },
      answer: async () => presentSeries(await loadSeries(tx, incident.id, id)),
    });
  });
}
