import { HydrationBoundary } from "@tanstack/react-query";
import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { createLoader, type SearchParams } from "nuqs/server";
import { TRACKER_PARAMS } from "#components/follow/action-item/table/actions-params.ts";
import { hrefOf } from "#components/follow/saved-view/href-of.ts";
import { ActionTracker } from "#components/screens/actions/actions-view.tsx";
import { todayIn } from "#lib/base/time/today-in.ts";
import { listInputOf } from "#lib/follow/action-item/query/query.ts";
import { pageContext, readForTitle } from "#server/http/page.ts";
import { prefetchReads } from "../../prefetch.ts";

export const metadata: Metadata = { title: "Actions" };

const load = createLoader(TRACKER_PARAMS);

export default async function ActionsPage({ searchParams }: { searchParams: Promise<SearchParams> }) {
  if (Object.keys(await searchParams).length === 0) {
    const api = await pageContext();
    const first = await readForTitle(api, (call) => call.savedView.list({ counted: false }));
    const view = first?.items.find(({ id }) => id === first.defaultId);
    if (view) redirect(hrefOf(view));
  }
  const { peek, new: _form, saved: _saved, ...query } = await load(searchParams);
  // The reader's day is known in the browser. While it is the same day in UTC, this is what they request.
  const today = todayIn(null, new Date());
  const input = listInputOf(query, today);
  const state = await prefetchReads((reads) => [
    ...(query.as === "table" ? [reads.actionItem.list(input)] : []),
    reads.actionItem.counts(today),
    reads.savedView.list(today),
    ...(peek ? [reads.actionItem.get(peek)] : []),
  ]);
  return (
    <HydrationBoundary state={state}>
      <ActionTracker />
    </HydrationBoundary>
  );
}
