import { HydrationBoundary } from "@tanstack/react-query";
import type { Metadata } from "next";
import { ComparePage } from "#components/screens/compare/compare-page.tsx";
import { prefetchReads } from "../../../../prefetch.ts";

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
  const state = await prefetchReads((reads) =>
    keys.flatMap((one) => [reads.incident.get(one), reads.timeline.firstPage(one), reads.timeline.metrics(one)]),
  );
  return (
    <HydrationBoundary state={state}>
      <ComparePage incidentKey={key} />
    </HydrationBoundary>
  );
}
