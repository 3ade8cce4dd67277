import { HydrationBoundary } from "@tanstack/react-query";
import type { Metadata } from "next";
import { Forum } from "#components/screens/forum/forum.tsx";
import { pageContext, prefetch } from "#server/http/page.ts";

export const metadata: Metadata = { title: "Forum" };

export default async function ForumPage({ searchParams }: { searchParams: Promise<{ q?: string | string[] }> }) {
  const { q } = await searchParams;
  const words = typeof q === "string" ? q.trim() : "";
  const state = await prefetch(await pageContext(), (query) => [
    query.forum.list.infiniteOptions({
      input: (cursor: string | undefined) => ({ ...(words ? { q: words } : {}), ...(cursor ? { cursor } : {}) }),
      initialPageParam: undefined,
      getNextPageParam: (page) => page.nextCursor ?? undefined,
    }),
  ]);
  return (
    <HydrationBoundary state={state}>
      <Forum />
    </HydrationBoundary>
  );
}
