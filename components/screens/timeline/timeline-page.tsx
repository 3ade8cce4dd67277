"use client";

import { IncidentLoad } from "#components/incidents/incident/incident-load.tsx";
import { TimelineView } from "./timeline-view.tsx";

/** The timeline of one incident, once the incident is there. */
export function TimelinePage({ incidentKey }: { incidentKey: string }) {
  return <IncidentLoad incidentKey={incidentKey}>{(incident) => <TimelineView incident={incident} />}</IncidentLoad>;
}
