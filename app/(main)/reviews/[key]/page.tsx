import { HydrationBoundary } from "@tanstack/react-query";
import type { Metadata } from "next";
import type { Reads } from "#components/base/api/reads.ts";
import { ReviewPage } from "#components/screens/review/review-page.tsx";
import { pageContext, readForTitle } from "#server/http/page.ts";
import { prefetchReads } from "../../../prefetch.ts";

interface Props {
  params: Promise<{ key: string }>;
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: (await params).key };
}

/** The text and records of a published page, which are in its first HTML. */
const readerReads = (reads: Reads, key: string, incidentKey: string) => [
  reads.review.content(key),
  reads.actionItem.ofReview(key),
  reads.incident.get(incidentKey),
  reads.impact.get(incidentKey),
  reads.timeline.metrics(incidentKey),
  reads.timeline.events(incidentKey),
];

export default async function Page({ params }: Props) {
  const { key } = await params;
  const review = await readForTitle(await pageContext(), (api) => api.review.get({ key }));
  const isRead = review?.status === "published" || review?.status === "closed";
  const state = await prefetchReads((reads) => [
    reads.review.get(key),
    reads.factor.ofReview(key),
    reads.comment.ofReview(key),
    ...(review && isRead ? readerReads(reads, key, review.incident.key) : []),
  ]);
  return (
    <HydrationBoundary state={state}>
      <ReviewPage reviewKey={key} />
    </HydrationBoundary>
  );
}
