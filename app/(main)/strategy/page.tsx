import { HydrationBoundary } from "@tanstack/react-query";
import type { Metadata } from "next";
import { createLoader, type SearchParams } from "nuqs/server";
import { STRATEGY_PARAMS } from "#components/follow/strategic-change/board/strategy-params.ts";
import { listInputOf } from "#components/follow/strategic-change/change-views.ts";
import { RoadmapPage } from "#components/screens/strategy/roadmap-page.tsx";
import { StrategyBoard } from "#components/screens/strategy/strategy-board.tsx";
import { UpdatesPage } from "#components/screens/strategy/updates-page.tsx";
import { prefetchReads } from "../../prefetch.ts";

export const metadata: Metadata = { title: "Strategic changes" };

const load = createLoader(STRATEGY_PARAMS);

/** An address that names a view, a filter or an open change is one of the table. */
export default async function StrategyPage({ searchParams }: { searchParams: Promise<SearchParams> }) {
  const { as, by: _by, ...table } = await load(searchParams);
  const { view, ...filters } = table;
  const asks = Object.keys(await searchParams).some((name) => name in table && name !== "new");
  if (as === "roadmap" || (as === null && !asks)) {
    const state = await prefetchReads((reads) => [
      reads.roadmap.list({ limit: 100, mine: false }),
      reads.roadmap.intake(),
    ]);
    return (
      <HydrationBoundary state={state}>
        <RoadmapPage />
      </HydrationBoundary>
    );
  }
  if (as === "updates") {
    const state = await prefetchReads((reads) => [reads.roadmap.updates()]);
    return (
      <HydrationBoundary state={state}>
        <UpdatesPage />
      </HydrationBoundary>
    );
  }
  const state = await prefetchReads((reads) => [
    reads.strategicChange.list(listInputOf(view, filters)),
    ...(filters.peek ? [reads.strategicChange.get(filters.peek)] : []),
  ]);
  return (
    <HydrationBoundary state={state}>
      <StrategyBoard />
    </HydrationBoundary>
  );
}
