import { HydrationBoundary } from "@tanstack/react-query";
import type { Metadata } from "next";
import { ImportWriteUps } from "#components/screens/write-ups/import-write-ups.tsx";
import { prefetchReads } from "../../prefetch.ts";

export const metadata: Metadata = { title: "Import write-ups" };

export default async function WriteUpsPage() {
  const state = await prefetchReads((reads) => [reads.writeUp.list()]);
  return (
    <HydrationBoundary state={state}>
      <ImportWriteUps />
    </HydrationBoundary>
  );
}
