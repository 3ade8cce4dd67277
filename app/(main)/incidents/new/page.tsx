import { HydrationBoundary } from "@tanstack/react-query";
import type { Metadata } from "next";
import { NewIncident } from "#components/screens/new-incident/new-incident.tsx";
import { prefetchReads } from "../../../prefetch.ts";

export const metadata: Metadata = { title: "New incident" };

export default async function NewIncidentPage() {
  const state = await prefetchReads((reads) => [reads.service.found(""), reads.template.list()]);
  return (
    <HydrationBoundary state={state}>
      <NewIncident />
    </HydrationBoundary>
  );
}
