import { HydrationBoundary } from "@tanstack/react-query";
import type { Metadata } from "next";
import { NewIncident } from "#components/screens/new-incident/new-incident.tsx";
import { pageContext, prefetch } from "#server/http/page.ts";

export const metadata: Metadata = { title: "New incident" };

export default async function NewIncidentPage() {
  const state = await prefetch(await pageContext(), (query) => [
    query.service.list.queryOptions({ input: { limit: 200 } }),
  ]);
  return (
    <HydrationBoundary state={state}>
      <NewIncident />
    </HydrationBoundary>
  );
}
