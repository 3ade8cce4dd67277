import { HydrationBoundary } from "@tanstack/react-query";
import type { Metadata } from "next";
import { FactorsPage } from "#components/screens/factors/factors-page.tsx";
import { prefetchReads } from "../../../../prefetch.ts";

interface Props {
  params: Promise<{ key: string }>;
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: `Factors of ${(await params).key}` };
}

export default async function Page({ params }: Props) {
  const { key } = await params;
  const state = await prefetchReads((reads) => [
    reads.review.get(key),
    reads.factor.ofReview(key),
    reads.actionItem.ofReview(key),
    reads.factorGraph.get(key),
  ]);
  return (
    <HydrationBoundary state={state}>
      <FactorsPage reviewKey={key} />
    </HydrationBoundary>
  );
}
