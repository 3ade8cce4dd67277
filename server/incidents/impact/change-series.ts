import type { ImpactSeries, impactContract } from "#lib/contract/impact.ts";
import { authorize } from "#server/base/kernel/authorize.ts";
import type { Ctx } from "#server/base/kernel/context.ts";
import { given } from "#server/base/kernel/given.ts";
import { guardVersion } from "#server/base/kernel/guard-version.ts";
import type { InputOf } from "#server/base/kernel/input.ts";
import { record } from "#server/base/kernel/record.ts";
import { transact } from "#server/base/kernel/transaction.ts";
import { incidentFacts } from "#server/incidents/incident/index.ts";
import { findIncident } from "#server/incidents/timeline/index.ts";
import { loadSeries, presentSeries } from "./impact-row.ts";

/** Renames, removes or restores a series. Windows measured from it stay. */
export async function changeSeries(
  ctx: Ctx,
  input: InputOf<typeof impactContract.changeSeries>,
): Promise<ImpactSeries> {
  return transact(ctx, async (tx) => {
    const incident = await findIncident(tx, input.key);
    authorize(tx, "incident", "curate", incidentFacts(incident));
    const { id, version, title, removed } = input;
    const before = await loadSeries(tx, incident.id, id);
    const read = async () => presentSeries(await loadSeries(tx, incident.id, id));
    const changed = await tx.db.attachment.updateMany({
      where: { id, version },
      data: {
        ...given({ title }),
        ...(removed === undefined ? {} : { removedAt: removed ? tx.now() : null }),
        importId: null,
        version: { increment: 1 },
      },
    });
    await guardVersion(changed, read);
    return record(tx, {
      action: removed === true ? "impact_series.removed" : "impact_series.changed",
      id,
      incidentId: incident.id,
      before: { title: before.title, removed: before.removedAt !== null },
      after: given({ title, removed }),
      answer: read,
    });
  });
}
