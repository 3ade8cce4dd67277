import { HydrationBoundary } from "@tanstack/react-query";
import type { Metadata } from "next";
import { ReviewPage } from "#components/screens/review/review-page.tsx";
import { pageContext, prefetch } from "#server/http/page.ts";

interface Props {
  params: Promise<{ key: string }>;
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: (await params).key };
}

export default async function Page({ params }: Props) {
  const { key } = await params;
  const state = await prefetch(await pageContext(), (query) => [
    query.review.get.queryOptions({ input: { key } }),
    query.factor.list.queryOptions({ input: { key } }),
    query.comment.list.queryOptions({ input: { key } }),
  ]);
  return (
    <HydrationBoundary state={state}>
      <ReviewPage reviewKey={key} />
    </HydrationBoundary>
  );
}
