import type { Route } from "#lib/intake/integration/route.ts";
import { audit } from "#server/base/kernel/audit.ts";
import type { TxCtx } from "#server/base/kernel/transaction.ts";
import { createIncident } from "#server/incidents/incident/index.ts";

interface Opening {
  route: Route;
  at: string | null;
  integration: { id: string; name: string };
}

/** Opens the incident that a rule asks for, as the server itself; it begins with its first event, never later than now. */
export async function openIncident(tx: TxCtx, { route, at, integration }: Opening) {
  const now = tx.now().toISOString();
  const startedAt = at !== null && at < now ? at : now;
  const asServer: TxCtx = { ...tx, actor: { kind: "system", label: "job" } };
  const incident = await createIncident(asServer, {
    title: route.title ?? "Untitled",
    severity: route.severity ?? 3,
    kind: "incident",
    serviceIds: route.serviceId === null ? [] : [route.serviceId],
    startedAt,
    resolvedAt: null,
    timeZone: "UTC",
    impactText: "",
    restricted: false,
  });
  await audit(asServer, {
    action: "integration.incident_opened",
    noun: "integration",
    nounId: integration.id,
    incidentId: incident.id,
    after: { integration: integration.name, ruleId: route.ruleId, title: incident.title },
  });
  return {
    id: incident.id,
    startedAt,
    resolvedAt: null,
    serviceIds: route.serviceId === null ? [] : [route.serviceId],
  };
}
