import { HydrationBoundary } from "@tanstack/react-query";
import type { Metadata } from "next";
import { ProposalsPage } from "#components/screens/strategy/proposals-page.tsx";
import { prefetchReads } from "../../../prefetch.ts";

export const metadata: Metadata = { title: "Proposals" };

export default async function StrategyProposalsPage() {
  const state = await prefetchReads((reads) => [reads.promotion.list(), reads.promotion.rules()]);
  return (
    <HydrationBoundary state={state}>
      <ProposalsPage />
    </HydrationBoundary>
  );
}
