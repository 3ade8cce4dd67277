import type { ImpactWindow, impactContract } from "#lib/contract/impact.ts";
import { authorize } from "#server/base/kernel/authorize.ts";
import type { Ctx } from "#server/base/kernel/context.ts";
import type { InputOf } from "#server/base/kernel/input.ts";
import { record } from "#server/base/kernel/record.ts";
import { transact } from "#server/base/kernel/transaction.ts";
import { incidentFacts } from "#server/incidents/incident/index.ts";
import { findIncident } from "#server/incidents/timeline/index.ts";
import { insertWindows, windowAdded } from "./insert.ts";

/** Adds one window. */
export async function addWindow(ctx: Ctx, input: InputOf<typeof impactContract.add>): Promise<ImpactWindow> {
  return transact(ctx, async (tx) => {
    const incident = await findIncident(tx, input.key);
    authorize(tx, "incident", "curate", incidentFacts(incident));
    const { key: _key, ...window } = input;
    const [added] = await insertWindows(tx, incident.id, [{ ...window, origin: "hand", seriesId: null }]);
    if (!added) throw new Error("a written window is missing");
    return record(tx, { ...windowAdded(incident.id, added), answer: () => added });
  });
}
