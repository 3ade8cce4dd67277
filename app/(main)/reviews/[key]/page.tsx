import { HydrationBoundary } from "@tanstack/react-query";
import type { Metadata } from "next";
import type { Reads } from "#components/base/api/reads.ts";
import { ReviewPage } from "#components/screens/review/review-page.tsx";
import { prefetchReads, shownVersionOf } from "../../../prefetch.ts";

interface Props {
  params: Promise<{ key: string }>;
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: (await params).key };
}

/** The text and records of a published page, which are in its first HTML. */
const readerReads = (reads: Reads, key: string, version: number) => [
  reads.review.content(key, version),
  reads.actionItem.ofReview(key),
];
/** Returns the reads of a review's page for people who can write in it. */
const writerReads = (reads: Reads, key: string) => [reads.factor.ofReview(key), reads.review.text(key)];

export default async function Page({ params }: Props) {
  const { key } = await params;
  const version = await shownVersionOf(key);
  const state = await prefetchReads((reads) => [
    reads.review.get(key),
    reads.comment.of(key),
    ...(version === null ? writerReads(reads, key) : readerReads(reads, key, version)),
  ]);
  return (
    <HydrationBoundary state={state}>
      <ReviewPage reviewKey={key} />
    </HydrationBoundary>
  );
}
