import { HydrationBoundary } from "@tanstack/react-query";
import type { Metadata } from "next";
import { ReviewPage } from "#components/screens/review/review-page.tsx";
import { pageContext, prefetch, type Query, readForTitle } from "#server/http/page.ts";

interface Props {
  params: Promise<{ key: string }>;
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: (await params).key };
}

function readerQueries(query: Query, key: string, incidentKey: string) {
  const input = { key: incidentKey };
  return [
    query.review.content.queryOptions({ input: { key } }),
    query.actionItem.list.queryOptions({ input: { reviewKey: key, limit: 200 } }),
    query.incident.get.queryOptions({ input }),
    query.impact.get.queryOptions({ input }),
    query.timeline.metrics.queryOptions({ input }),
    query.timeline.list.infiniteOptions({
      input: (cursor: string | undefined) => ({ ...input, limit: 1000, ...(cursor ? { cursor } : {}) }),
      initialPageParam: undefined,
      getNextPageParam: (page: { nextCursor: string | null }) => page.nextCursor ?? undefined,
    }),
  ];
}

export default async function Page({ params }: Props) {
  const { key } = await params;
  const context = await pageContext();
  const review = await readForTitle(context, (api) => api.review.get({ key }));
  const isRead = review?.status === "published" || review?.status === "closed";
  const state = await prefetch(context, (query) => [
    query.review.get.queryOptions({ input: { key } }),
    query.factor.list.queryOptions({ input: { key } }),
    query.comment.list.queryOptions({ input: { key } }),
    // A page to read has its text and records in the first HTML.
    ...(review && isRead ? readerQueries(query, key, review.incident.key) : []),
  ]);
  return (
    <HydrationBoundary state={state}>
      <ReviewPage reviewKey={key} />
    </HydrationBoundary>
  );
}
