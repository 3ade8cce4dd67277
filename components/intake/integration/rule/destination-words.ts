import type { Destination } from "#lib/contract/routing.ts";

/** Where an event goes, as a person says it: "joins INC-144". */
export function destinationWords({ route, incidentKey, title, service }: Destination): string {
  if (route === "joins") return `joins ${incidentKey ?? "an incident you may not read"}`;
  if (route === "opens") return incidentKey ? `opened ${incidentKey}` : `opens “${title ?? "an incident"}”`;
  if (route === "ignored") return "ignored";
  return service ? `unassigned, ${service.name}` : "unassigned";
}
