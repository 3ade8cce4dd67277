import { HydrationBoundary } from "@tanstack/react-query";
import type { Metadata } from "next";
import { VersionsPage } from "#components/screens/versions/versions-page.tsx";
import { prefetchReads } from "../../../../prefetch.ts";

interface Props {
  params: Promise<{ key: string }>;
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: `Versions of ${(await params).key}` };
}

export default async function Page({ params }: Props) {
  const { key } = await params;
  const state = await prefetchReads((reads) => [reads.review.get(key)]);
  return (
    <HydrationBoundary state={state}>
      <VersionsPage reviewKey={key} />
    </HydrationBoundary>
  );
}
