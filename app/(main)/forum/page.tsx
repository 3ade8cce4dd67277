import { HydrationBoundary } from "@tanstack/react-query";
import type { Metadata } from "next";
import { Forum } from "#components/screens/forum/forum.tsx";
import { prefetchReads } from "../../prefetch.ts";

export const metadata: Metadata = { title: "Forum" };

export default async function ForumPage({ searchParams }: { searchParams: Promise<{ q?: string | string[] }> }) {
  const { q } = await searchParams;
  const state = await prefetchReads((reads) => [reads.forum.list(typeof q === "string" ? q : "")]);
  return (
    <HydrationBoundary state={state}>
      <Forum />
    </HydrationBoundary>
  );
}
