import { HydrationBoundary } from "@tanstack/react-query";
import type { Metadata } from "next";
import { IncomingPage } from "#components/screens/unassigned/incoming-page.tsx";
import { pageContext, prefetch } from "#server/http/page.ts";

export const metadata: Metadata = { title: "Unassigned" };

export default async function UnassignedPage() {
  const state = await prefetch(await pageContext(), (query) => [query.incoming.overview.queryOptions({ input: {} })]);
  return (
    <HydrationBoundary state={state}>
      <IncomingPage />
    </HydrationBoundary>
  );
}
