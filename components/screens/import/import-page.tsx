"use client";

import { IncidentLoad } from "#components/incidents/incident/incident-load.tsx";
import { ImportView } from "./import-view.tsx";

/** The imports of one incident, once the incident is there. */
export function ImportPage({ incidentKey }: { incidentKey: string }) {
  return <IncidentLoad incidentKey={incidentKey}>{(incident) => <ImportView incident={incident} />}</IncidentLoad>;
}
