import type { Prisma } from "#generated/prisma/client.ts";
import type { ImpactWindow, impactContract } from "#lib/contract/impact.ts";
import { authorize } from "#server/base/kernel/authorize.ts";
import type { Ctx, TxCtx } from "#server/base/kernel/context.ts";
import { given } from "#server/base/kernel/given.ts";
import { guardVersion } from "#server/base/kernel/guard-version.ts";
import type { InputOf } from "#server/base/kernel/input.ts";
import { fieldsOf, record } from "#server/base/kernel/record.ts";
import { transact } from "#server/base/kernel/transaction.ts";
import { incidentFacts, settleSpan } from "#server/incidents/incident/index.ts";
import { findIncident } from "#server/incidents/timeline/index.ts";
import { loadWindow, loadWindows, presentWindows } from "./impact-row.ts";
import { checkService, checkSpan, toWeight } from "./insert.ts";

type Input = InputOf<typeof impactContract.change>;

/** Changes, removes or restores a window. Throws `conflict` with the newer one for a stale version. */
export async function changeWindow(ctx: Ctx, input: Input): Promise<ImpactWindow> {
  return transact(ctx, async (tx) => {
    const incident = await findIncident(tx, input.key);
    authorize(tx, "incident", "curate", incidentFacts(incident));
    const before = await loadWindow(tx, incident.id, input.id);
    const { key: _key, id, version, ...asked } = input;
    const { from, to, weight, removed, ...fields } = asked;
    const fromAt = from === undefined ? before.fromAt : new Date(from);
    const toAt = to === undefined ? before.toAt : to === null ? null : new Date(to);
    checkSpan(fromAt, toAt);
    if (fields.serviceId) await checkService(tx, fields.serviceId);
    const data: Prisma.ImpactWindowUncheckedUpdateManyInput = {
      ...given(fields),
      fromAt,
      toAt,
      ...(weight === undefined ? {} : { weight: toWeight(weight) }),
      ...(removed === undefined ? {} : { removedAt: removed ? tx.now() : null }),
      importId: null,
      version: { increment: 1 },
    };
    const changed = await tx.db.impactWindow.updateMany({ where: { id, version }, data });
    await guardVersion(changed, () => presentOne(tx, incident.id, id));
    const after = await presentOne(tx, incident.id, id);
    const was = presentWindows([before], tx.now()).map((window) => ({ ...window, serviceId: window.service.id }));
    await settleSpan(tx, incident.id);
    return record(tx, {
      action:
        removed === true
          ? "impact_window.removed"
          : removed === false
            ? "impact_window.restored"
            : "impact_window.changed",
      id,
      incidentId: incident.id,
      before: was.map((window) => fieldsOf(window, asked))[0],
      after: input,
      answer: () => after,
    });
  });
}

/** Returns the window together with the others, so its share of the union is right. */
async function presentOne(tx: TxCtx, incidentId: string, id: string): Promise<ImpactWindow> {
  const row = await loadWindow(tx, incidentId, id);
  const others = (await loadWindows(tx, incidentId)).filter((other) => other.id !== id);
  const [one] = presentWindows([row, ...others], tx.now());
  if (!one) throw new Error("a window that was read could not be presented");
  return one;
}
