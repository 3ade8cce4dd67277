import { actorId } from "#lib/access/actor.ts";
import type { FileStory } from "#lib/contract/timeline-file.ts";
import type { ParsedSource } from "#server/imports/index.ts";
import type { Ctx } from "#server/kernel/context.ts";
import type { TxCtx } from "#server/kernel/transaction.ts";

type Windows = FileStory["impactWindows"];

async function servicesOf(ctx: Ctx, windows: Windows): Promise<Map<string, string>> {
  const names = [...new Set(windows.map((window) => window.service))];
  const rows = await ctx.db.service.findMany({ where: { name: { in: names } }, select: { id: true, name: true } });
  return new Map(rows.map((row) => [row.name, row.id]));
}

/** Impact windows of a file, for an incident that has none of its own; of services that are known here. */
export async function restoreWindows(tx: TxCtx, incidentId: string, windows: Windows): Promise<void> {
  if (windows.length === 0 || (await tx.db.impactWindow.count({ where: { incidentId, removedAt: null } })) > 0) return;
  const services = await servicesOf(tx, windows);
  const data = windows.flatMap(({ service, from, to, ...window }) => {
    const serviceId = services.get(service);
    if (serviceId === undefined || (to !== null && Date.parse(to) <= Date.parse(from))) return [];
    const span = { fromAt: new Date(from), toAt: to === null ? null : new Date(to) };
    const made = { createdById: actorId(tx.actor), createdAt: tx.now(), updatedAt: tx.now() };
    return [{ id: tx.newId(), incidentId, serviceId, ...span, ...window, ...made }];
  });
  await tx.db.impactWindow.createMany({ data });
}

/** A reject for each window whose service is not known here, so that none is lost in silence. */
export async function refuseWindows(ctx: Ctx, windows: Windows): Promise<ParsedSource["rejects"]> {
  const services = windows.length > 0 ? await servicesOf(ctx, windows) : new Map<string, string>();
  return windows
    .filter((window) => !services.has(window.service))
    .map((window) => ({
      line: 0,
      reason: `Impact window: there is no service “${window.service}” here.`,
      text: `${window.service}, ${window.from} to ${window.to ?? "an open end"}, weight ${window.weight}`,
    }));
}
