import { HydrationBoundary } from "@tanstack/react-query";
import type { Metadata } from "next";
import { createLoader, type SearchParams } from "nuqs/server";
import { CONDITION_PARAMS, conditionInput } from "#components/follow/canonical-factor/condition-params.ts";
import { ConditionsPage } from "#components/screens/conditions/conditions-page.tsx";
import { prefetchReads } from "../../prefetch.ts";

export const metadata: Metadata = { title: "Conditions" };

const load = createLoader(CONDITION_PARAMS);

export default async function FactorsPage({ searchParams }: { searchParams: Promise<SearchParams> }) {
  const filters = await load(searchParams);
  const state = await prefetchReads((reads) => [reads.canonicalFactor.list(conditionInput(filters))]);
  return (
    <HydrationBoundary state={state}>
      <ConditionsPage />
    </HydrationBoundary>
  );
}
