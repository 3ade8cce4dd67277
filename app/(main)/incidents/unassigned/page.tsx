import { HydrationBoundary } from "@tanstack/react-query";
import type { Metadata } from "next";
import { UnassignedEvents } from "#components/screens/unassigned/unassigned-events.tsx";
import { prefetchReads } from "../../../prefetch.ts";

export const metadata: Metadata = { title: "Unassigned events" };

export default async function UnassignedPage() {
  const state = await prefetchReads((reads) => [reads.incoming.overview()]);
  return (
    <HydrationBoundary state={state}>
      <UnassignedEvents />
    </HydrationBoundary>
  );
}
