import { HydrationBoundary } from "@tanstack/react-query";
import type { Metadata } from "next";
import { createLoader, type SearchParams } from "nuqs/server";
import { incidentFilterParsers, toListInput } from "#components/incidents/incident/list-filters.ts";
import { IncidentList } from "#components/screens/incidents/incident-list.tsx";
import { prefetchReads } from "../../prefetch.ts";

export const metadata: Metadata = { title: "Incidents" };

const loadFilters = createLoader(incidentFilterParsers);

export default async function IncidentsPage({ searchParams }: { searchParams: Promise<SearchParams> }) {
  const filters = await loadFilters(searchParams);
  const state = await prefetchReads((reads) => [reads.incident.list(toListInput(filters))]);
  return (
    <HydrationBoundary state={state}>
      <IncidentList now={new Date().toISOString()} />
    </HydrationBoundary>
  );
}
