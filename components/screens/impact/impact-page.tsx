"use client";

import { useQuery } from "@tanstack/react-query";
import { reads } from "#components/base/api/client.ts";
import { NotRead } from "#components/base/api/not-read.tsx";
import { IncidentLoad } from "#components/incidents/incident/incident-load.tsx";
import { Page } from "#components/ui/page/page.tsx";
import { SkeletonText } from "#components/ui/page/skeleton.tsx";
import type { Incident } from "#lib/contract/incident.ts";
import { ImpactView } from "./impact-view.tsx";

/** Windows, totals, proposals and series of an incident. Open windows end at the time of reading. */
function useImpact(key: string) {
  const impact = useQuery(reads.impact.get(key));
  return { ...impact, nowMs: impact.dataUpdatedAt };
}

/** The impact of one incident, once incident and windows are loaded. */
export function ImpactPage({ incidentKey }: { incidentKey: string }) {
  return <IncidentLoad incidentKey={incidentKey}>{(incident) => <Loaded incident={incident} />}</IncidentLoad>;
}

function Loaded({ incident }: { incident: Incident }) {
  const { data, error, refetch, nowMs } = useImpact(incident.key);
  if (data) return <ImpactView incident={incident} impact={data} nowMs={nowMs} />;
  return (
    <Page>
      {error ? (
        <NotRead what="the impact" error={error} onRetry={() => void refetch()} />
      ) : (
        <SkeletonText lines={6} label="Loading the impact" />
      )}
    </Page>
  );
}
