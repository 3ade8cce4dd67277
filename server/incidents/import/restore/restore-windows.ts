import type { Reject } from "#importers/index.ts";
import { actorId } from "#lib/base/access/actor.ts";
import type { FileStory } from "#lib/contract/timeline-file.ts";
import type { TxCtx } from "#server/base/kernel/context.ts";

type Windows = FileStory["impactWindows"];

interface Target {
  incidentId: string;
  importId: string;
  seriesIdOf: ReadonlyMap<number, string>;
}

/**
 * Restores impact windows of a file, if the incident has none of its own and the service exists here. Returns a reject
 * for each other window.
 */
export async function restoreWindows(
  tx: TxCtx,
  { incidentId, importId, seriesIdOf }: Target,
  windows: Windows,
): Promise<Reject[]> {
  if (windows.length === 0) return [];
  const services = await servicesOf(tx, windows);
  if ((await tx.db.impactWindow.count({ where: { incidentId, removedAt: null } })) === 0) {
    const data = windows.flatMap(({ service, from, to, series, ...window }) => {
      const serviceId = services.get(service);
      if (serviceId === undefined || (to !== null && Date.parse(to) <= Date.parse(from))) return [];
      const span = { fromAt: new Date(from), toAt: to === null ? null : new Date(to) };
      const measured = { seriesId: series === null ? null : (seriesIdOf.get(series) ?? null) };
      const made = { createdById: actorId(tx.actor), createdAt: tx.now(), updatedAt: tx.now(), importId };
      return [{ id: tx.newId(), incidentId, serviceId, ...span, ...measured, ...window, ...made }];
    });
    await tx.db.impactWindow.createMany({ data });
  }
  return windows
    .filter((window) => !services.has(window.service))
    .map((window) => ({
      line: 0,
      reason: `Impact window: the service “${window.service}” doesn't exist here.`,
      text: `${window.service}, ${window.from} to ${window.to ?? "an open end"}, weight ${window.weight}`,
    }));
}

async function servicesOf(tx: TxCtx, windows: Windows): Promise<Map<string, string>> {
  const names = [...new Set(windows.map((window) => window.service))];
  const rows = await tx.db.service.findMany({ where: { name: { in: names } }, select: { id: true, name: true } });
  return new Map(rows.map((row) => [row.name, row.id]));
}
