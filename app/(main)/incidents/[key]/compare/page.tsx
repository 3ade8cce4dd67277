import { HydrationBoundary } from "@tanstack/react-query";
import type { Metadata } from "next";
import { STORY_PAGE } from "#components/incidents/timeline/story.ts";
import { ComparePage } from "#components/screens/compare/compare-page.tsx";
import { pageContext, prefetch } from "#server/http/page.ts";

interface Props {
  params: Promise<{ key: string }>;
  searchParams: Promise<{ with?: string | string[] }>;
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: `Compare ${(await params).key}` };
}

export default async function CompareIncidentsPage({ params, searchParams }: Props) {
  const { key } = await params;
  const { with: other } = await searchParams;
  const keys = [key, ...(typeof other === "string" ? [other] : [])];
  const state = await prefetch(await pageContext(), (query) =>
    keys.flatMap((one) => [
      query.incident.get.queryOptions({ input: { key: one } }),
      query.timeline.list.queryOptions({ input: { key: one, limit: STORY_PAGE } }),
      query.timeline.metrics.queryOptions({ input: { key: one } }),
    ]),
  );
  return (
    <HydrationBoundary state={state}>
      <ComparePage incidentKey={key} />
    </HydrationBoundary>
  );
}
