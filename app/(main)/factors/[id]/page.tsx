import { HydrationBoundary } from "@tanstack/react-query";
import type { Metadata } from "next";
import { ConditionPage } from "#components/screens/conditions/condition-page.tsx";
import { prefetchReads } from "../../../prefetch.ts";

export const metadata: Metadata = { title: "Condition" };

export default async function FactorPage({ params }: { params: Promise<{ id: string }> }) {
  const { id } = await params;
  const state = await prefetchReads((reads) => [reads.canonicalFactor.get(id)]);
  return (
    <HydrationBoundary state={state}>
      <ConditionPage id={id} />
    </HydrationBoundary>
  );
}
