import { HydrationBoundary } from "@tanstack/react-query";
import type { Metadata } from "next";
import { PrintPage } from "#components/screens/print-timeline/print-page.tsx";
import { prefetchReads } from "../../../../prefetch.ts";

interface Props {
  params: Promise<{ key: string }>;
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: `Timeline of ${(await params).key}` };
}

export default async function PrintTimelinePage({ params }: Props) {
  const { key } = await params;
  const state = await prefetchReads((reads) => [
    reads.incident.get(key),
    reads.timeline.firstPage(key),
    reads.timeline.metrics(key),
  ]);
  return (
    <HydrationBoundary state={state}>
      <PrintPage incidentKey={key} />
    </HydrationBoundary>
  );
}
