"use client";

import type { ReactNode } from "react";
import { problemOf, wordsOf } from "#components/api/problem.ts";
import { Button } from "#components/ui/button.tsx";
import { ErrorState } from "#components/ui/error-state.tsx";
import { ButtonLink } from "#components/ui/link.tsx";
import { SkeletonText } from "#components/ui/skeleton.tsx";
import type { Incident } from "#lib/contract/incident.ts";
import { useIncident } from "./use-incident.ts";

type IncidentLoadProps = { incidentKey: string; children: (incident: Incident) => ReactNode };

/** Reads the incident of a page; says so when there is none for this person. */
export function IncidentLoad({ incidentKey, children }: IncidentLoadProps) {
  const incident = useIncident(incidentKey);
  if (incident.data) return children(incident.data);
  return (
    <div className="page">
      {incident.isPending ? (
        <SkeletonText lines={4} label="Loading the incident" />
      ) : problemOf(incident.error)?.code === "not_found" || problemOf(incident.error)?.code === "invalid" ? (
        <ErrorState
          title={`There is no ${incidentKey} for you`}
          safe="It never was, or it is restricted to other people."
          next="Ask whoever sent you here."
          action={<ButtonLink href="/incidents">To the incidents</ButtonLink>}
        />
      ) : (
        <ErrorState
          title="The incident could not be read"
          safe={wordsOf(incident.error)}
          next="Nothing was changed."
          action={<Button onClick={() => void incident.refetch()}>Try again</Button>}
        />
      )}
    </div>
  );
}
