import { HydrationBoundary } from "@tanstack/react-query";
import type { Metadata } from "next";
import { Policies } from "#components/screens/settings/policies.tsx";
import { prefetchReads } from "../../../prefetch.ts";

export const metadata: Metadata = { title: "Policies" };

export default async function PoliciesPage() {
  const state = await prefetchReads((reads) => [reads.policy.list(), reads.promotion.rules(), reads.calendar.list()]);
  return (
    <HydrationBoundary state={state}>
      <Policies />
    </HydrationBoundary>
  );
}
