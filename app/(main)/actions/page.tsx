import { HydrationBoundary } from "@tanstack/react-query";
import type { Metadata } from "next";
import { createLoader, type SearchParams } from "nuqs/server";
import { TRACKER_PARAMS } from "#components/follow/action-item/tracker/tracker-params.ts";
import { ActionTracker } from "#components/screens/actions/action-tracker.tsx";
import { todayIn } from "#lib/base/time/today-in.ts";
import { listInputOf } from "#lib/follow/action-item/query/query.ts";
import { prefetchReads } from "../../prefetch.ts";

export const metadata: Metadata = { title: "Actions" };

const load = createLoader(TRACKER_PARAMS);

export default async function ActionsPage({ searchParams }: { searchParams: Promise<SearchParams> }) {
  const { peek, new: _form, ...query } = await load(searchParams);
  // The reader's day is known in the browser. While it is the same day in UTC, this is what they request.
  const today = todayIn(null, new Date());
  const input = listInputOf(query, today);
  const state = await prefetchReads((reads) => [
    reads.actionItem.list(input),
    reads.actionItem.counts(today),
    ...(peek ? [reads.actionItem.get(peek)] : []),
  ]);
  return (
    <HydrationBoundary state={state}>
      <ActionTracker />
    </HydrationBoundary>
  );
}
