"use client";

import { useQuery } from "@tanstack/react-query";
import { parseAsString, useQueryState } from "nuqs";
import { reads } from "#components/base/api/client.ts";
import { NotRead } from "#components/base/api/not-read.tsx";
import { IncidentLoad } from "#components/incidents/incident/incident-load.tsx";
import { useStory } from "#components/incidents/timeline/story/use-story.ts";
import { Page } from "#components/ui/page/page.tsx";
import { SkeletonRows } from "#components/ui/page/skeleton.tsx";
import { canonicalZone } from "#lib/base/time/zones.ts";
import type { Incident } from "#lib/contract/incident.ts";
import { PrintSheet } from "./print-sheet.tsx";

/** The timeline of one incident as printed. */
export function PrintPage({ incidentKey }: { incidentKey: string }) {
  return <IncidentLoad incidentKey={incidentKey}>{(incident) => <PrintStory incident={incident} />}</IncidentLoad>;
}

function PrintStory({ incident }: { incident: Incident }) {
  const story = useStory(incident.key);
  const metrics = useQuery(reads.timeline.metrics(incident.key));
  const [asked] = useQueryState("zone", parseAsString.withDefault("UTC"));
  const zone = canonicalZone(asked) ?? "UTC";
  const error = story.error ?? metrics.error;
  if (error) {
    return (
      <Page>
        <NotRead
          what="the timeline"
          error={error}
          onRetry={() => void Promise.all([story.refetch(), metrics.refetch()])}
        />
      </Page>
    );
  }
  if (!story.data || story.isPartial || !metrics.data) return <SkeletonRows rows={8} label="Loading the timeline" />;
  return <PrintSheet incident={incident} events={story.data.items} metrics={metrics.data} zone={zone} />;
}
