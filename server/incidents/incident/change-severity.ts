import { actorId } from "#lib/base/access/actor.ts";
import type { Incident, incidentContract } from "#lib/contract/incident.ts";
import { authorize } from "#server/base/kernel/authorize.ts";
import type { Ctx } from "#server/base/kernel/context.ts";
import { guardVersion } from "#server/base/kernel/guard-version.ts";
import type { InputOf } from "#server/base/kernel/input.ts";
import { record } from "#server/base/kernel/record.ts";
import { transact } from "#server/base/kernel/transaction.ts";
import { getIncident } from "./get.ts";
import { incidentFacts, loadIncident } from "./load.ts";

/** Sets the severity from a moment on. The history is kept, and the highest reached decides the template. */
export async function changeSeverity(
  ctx: Ctx,
  input: InputOf<typeof incidentContract.changeSeverity>,
): Promise<Incident> {
  return transact(ctx, async (tx) => {
    const { key, version, severity, reason } = input;
    const before = await loadIncident(tx, key);
    authorize(tx, "incident", "edit", incidentFacts(before));
    const read = () => getIncident(tx, { key });
    const changed = await tx.db.incident.updateMany({
      where: { id: before.id, version },
      data: { severity, highestSeverity: Math.min(severity, before.highestSeverity), version: { increment: 1 } },
    });
    await guardVersion(changed, read);
    const at = input.at ? new Date(input.at) : tx.now();
    await tx.db.incidentSeverityChange.create({
      data: { id: tx.newId(), incidentId: before.id, severity, at, reason, changedById: actorId(tx.actor) },
    });
    return record(tx, {
      action: "incident.severity_changed",
      id: before.id,
      before: { severity: before.severity },
      after: { severity, reason, at },
      answer: read,
    });
  });
}
