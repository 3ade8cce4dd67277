import type { ImpactWindow, impactContract } from "#lib/contract/impact.ts";
import { incidentFacts } from "#server/incident/index.ts";
import { audit } from "#server/kernel/audit.ts";
import { authorize } from "#server/kernel/authorize.ts";
import type { Ctx } from "#server/kernel/context.ts";
import type { InputOf } from "#server/kernel/input.ts";
import { transact } from "#server/kernel/transaction.ts";
import { findIncident } from "#server/timeline/index.ts";
import { insertWindows, windowAdded } from "./insert.ts";

/** Adds one window by hand. */
export async function addWindow(ctx: Ctx, input: InputOf<typeof impactContract.add>): Promise<ImpactWindow> {
  return transact(ctx, async (tx) => {
    const incident = await findIncident(tx, input.key);
    authorize(tx, "incident", "curate", incidentFacts(incident));
    const { key: _key, ...window } = input;
    const [added] = await insertWindows(tx, incident.id, [{ ...window, origin: "hand", seriesId: null }]);
    if (!added) throw new Error("a window that was written could not be read");
    await audit(tx, windowAdded(incident.id, added));
    return added;
  });
}
