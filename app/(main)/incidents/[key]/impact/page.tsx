import { HydrationBoundary } from "@tanstack/react-query";
import type { Metadata } from "next";
import { ImpactPage } from "#components/screens/impact/impact-page.tsx";
import { prefetchReads } from "../../../../prefetch.ts";

interface Props {
  params: Promise<{ key: string }>;
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: `Impact, ${(await params).key}` };
}

export default async function IncidentImpactPage({ params }: Props) {
  const { key } = await params;
  const state = await prefetchReads((reads) => [
    reads.incident.get(key),
    reads.impact.get(key),
    reads.impact.response(key),
    reads.timeline.firstPage(key),
    reads.timeline.metrics(key),
  ]);
  return (
    <HydrationBoundary state={state}>
      <ImpactPage incidentKey={key} />
    </HydrationBoundary>
  );
}
