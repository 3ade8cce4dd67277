import { HydrationBoundary } from "@tanstack/react-query";
import type { Metadata } from "next";
import { InterviewPage } from "#components/screens/interview/interview-page.tsx";
import { prefetchReads } from "../../../../prefetch.ts";

interface Props {
  params: Promise<{ key: string }>;
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: `Interview for ${(await params).key}` };
}

export default async function Page({ params }: Props) {
  const { key } = await params;
  const state = await prefetchReads((reads) => [reads.review.get(key), reads.interview.ofReview(key)]);
  return (
    <HydrationBoundary state={state}>
      <InterviewPage reviewKey={key} />
    </HydrationBoundary>
  );
}
