import { HydrationBoundary } from "@tanstack/react-query";
import type { Metadata } from "next";
import { MyWork } from "#components/screens/my-work/my-work.tsx";
import { prefetchReads } from "../prefetch.ts";

export const metadata: Metadata = { title: "My work" };

export default async function MyWorkPage() {
  const state = await prefetchReads((reads) => [reads.me.work(), reads.me.agenda()]);
  return (
    <HydrationBoundary state={state}>
      <MyWork />
    </HydrationBoundary>
  );
}
