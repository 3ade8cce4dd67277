import { HydrationBoundary } from "@tanstack/react-query";
import type { Metadata } from "next";
import { TimelinePage } from "#components/screens/timeline/timeline-page.tsx";
import { prefetchReads } from "../../../prefetch.ts";

interface Props {
  params: Promise<{ key: string }>;
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: (await params).key };
}

export default async function IncidentPage({ params }: Props) {
  const { key } = await params;
  const state = await prefetchReads((reads) => [
    reads.incident.get(key),
    reads.timeline.firstPage(key),
    reads.timeline.metrics(key),
    reads.import.list(key),
  ]);
  return (
    <HydrationBoundary state={state}>
      <TimelinePage incidentKey={key} />
    </HydrationBoundary>
  );
}
