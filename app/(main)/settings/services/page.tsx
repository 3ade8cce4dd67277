import { HydrationBoundary } from "@tanstack/react-query";
import type { Metadata } from "next";
import { Services } from "#components/screens/settings/services.tsx";
import { pageContext, prefetch } from "#server/http/page.ts";

export const metadata: Metadata = { title: "Services" };

type Props = { searchParams: Promise<{ archived?: string }> };

export default async function ServicesPage({ searchParams }: Props) {
  const includeArchived = (await searchParams).archived === "true";
  const state = await prefetch(await pageContext(), (query) => [
    query.service.list.infiniteOptions({
      input: (cursor: string | undefined) => ({ limit: 200, includeArchived, ...(cursor ? { cursor } : {}) }),
      initialPageParam: undefined,
      getNextPageParam: (page) => page.nextCursor ?? undefined,
    }),
  ]);
  return (
    <HydrationBoundary state={state}>
      <Services />
    </HydrationBoundary>
  );
}
