import { HydrationBoundary } from "@tanstack/react-query";
import type { Metadata } from "next";
import { STORY_PAGE } from "#components/incidents/timeline/story.ts";
import { ImpactPage } from "#components/screens/impact/impact-page.tsx";
import { pageContext, prefetch } from "#server/http/page.ts";

interface Props {
  params: Promise<{ key: string }>;
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: `Impact, ${(await params).key}` };
}

export default async function IncidentImpactPage({ params }: Props) {
  const { key } = await params;
  const state = await prefetch(await pageContext(), (query) => [
    query.incident.get.queryOptions({ input: { key } }),
    query.impact.get.queryOptions({ input: { key } }),
    query.impact.response.queryOptions({ input: { key } }),
    query.timeline.list.queryOptions({ input: { key, limit: STORY_PAGE } }),
    query.timeline.metrics.queryOptions({ input: { key } }),
  ]);
  return (
    <HydrationBoundary state={state}>
      <ImpactPage incidentKey={key} />
    </HydrationBoundary>
  );
}
