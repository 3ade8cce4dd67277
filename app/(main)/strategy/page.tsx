import { HydrationBoundary } from "@tanstack/react-query";
import type { Metadata } from "next";
import { createLoader, type SearchParams } from "nuqs/server";
import { STRATEGY_PARAMS } from "#components/follow/strategic-change/board/strategy-params.ts";
import { listInputOf } from "#components/follow/strategic-change/change-views.ts";
import { StrategyBoard } from "#components/screens/strategy/strategy-board.tsx";
import { prefetchReads } from "../../prefetch.ts";

export const metadata: Metadata = { title: "Strategic changes" };

const load = createLoader(STRATEGY_PARAMS);

export default async function StrategyPage({ searchParams }: { searchParams: Promise<SearchParams> }) {
  const { view, ...filters } = await load(searchParams);
  const input = listInputOf(view, filters);
  const state = await prefetchReads((reads) => [
    reads.strategicChange.list(input),
    ...(filters.peek ? [reads.strategicChange.get(filters.peek)] : []),
  ]);
  return (
    <HydrationBoundary state={state}>
      <StrategyBoard />
    </HydrationBoundary>
  );
}
