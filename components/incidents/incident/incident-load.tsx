"use client";

import { useQuery } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { reads } from "#components/base/api/client.ts";
import { RecordNotRead } from "#components/base/api/not-read.tsx";
import { shownData } from "#components/base/api/problem.ts";
import { Page } from "#components/ui/page/page.tsx";
import { SkeletonText } from "#components/ui/page/skeleton.tsx";
import type { Incident } from "#lib/contract/incident.ts";

type IncidentLoadProps = { incidentKey: string; children: (incident: Incident) => ReactNode };

/** Loads the incident of a page, or says that this person can't find it. */
export function IncidentLoad({ incidentKey, children }: IncidentLoadProps) {
  const incident = useQuery(reads.incident.get(incidentKey));
  const shown = shownData(incident);
  if (shown) return children(shown);
  return (
    <Page>
      {incident.isPending ? (
        <SkeletonText lines={4} label="Loading the incident" />
      ) : (
        <RecordNotRead
          recordKey={incidentKey}
          error={incident.error}
          hidden="it's restricted to other people"
          list={{ href: "/incidents", label: "Go to incidents" }}
          onRetry={() => void incident.refetch()}
        />
      )}
    </Page>
  );
}
