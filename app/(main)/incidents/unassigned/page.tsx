import { HydrationBoundary } from "@tanstack/react-query";
import type { Metadata } from "next";
import { IncomingPage } from "#components/screens/unassigned/incoming-page.tsx";
import { prefetchReads } from "../../../prefetch.ts";

export const metadata: Metadata = { title: "Unassigned" };

export default async function UnassignedPage() {
  const state = await prefetchReads((reads) => [reads.incoming.overview()]);
  return (
    <HydrationBoundary state={state}>
      <IncomingPage />
    </HydrationBoundary>
  );
}
